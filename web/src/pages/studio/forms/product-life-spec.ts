import type { Group } from '../fields/field';
import { at, type Json } from '../fields/json';

const ITEMS = ['fee', 'penalty', 'compound', 'interest', 'principal'];

const staged = (form: Json): boolean => at(form, 'drawing.kind') === 'staged';

/** What happens to a loan of the product once it is paid out, and which policies govern it. */
export const PRODUCT_LIFE_GROUPS: readonly Group[] = [
  {
    title: 'studio.g.grace',
    fields: [
      {
        path: 'grace.days',
        label: 'studio.f.graceDays',
        kind: { as: 'int', min: 0, max: 15, unit: 'studio.unit.days' },
      },
      {
        path: 'grace.afterGrace',
        label: 'studio.f.afterGrace',
        kind: { as: 'choice', group: 'afterGrace', values: ['from-due-date', 'from-end-of-grace'] },
      },
      { path: 'policies.penalty', label: 'studio.f.penalty', kind: { as: 'policy', kind: 'penalty' } },
    ],
  },
  {
    title: 'studio.g.drawing',
    fields: [
      {
        path: 'drawing',
        label: 'studio.f.drawing',
        kind: {
          as: 'variant',
          group: 'drawing',
          tag: 'kind',
          templates: {
            'at-once': { kind: 'at-once' },
            staged: {
              kind: 'staged',
              maxDraws: 10,
              availableMonths: 6,
              minDrawMinor: '1000000',
              term: 'remaining',
            },
          },
        },
      },
      {
        path: 'drawing.maxDraws',
        label: 'studio.f.maxDraws',
        kind: { as: 'int', min: 2, max: 500, unit: 'studio.unit.times' },
        when: staged,
      },
      {
        path: 'drawing.availableMonths',
        label: 'studio.f.availableMonths',
        kind: { as: 'int', min: 1, max: 360, unit: 'studio.unit.months' },
        when: staged,
      },
      { path: 'drawing.minDrawMinor', label: 'studio.f.minDraw', kind: { as: 'money' }, when: staged },
      {
        path: 'drawing.term',
        label: 'studio.f.drawTerm',
        kind: { as: 'choice', group: 'drawTerm', values: ['remaining', 'full'] },
        when: staged,
      },
    ],
  },
  {
    title: 'studio.g.prepayment',
    fields: [
      { path: 'prepayment.allowed', label: 'studio.f.prepayAllowed', kind: { as: 'flag' } },
      {
        path: 'prepayment.ways',
        label: 'studio.f.prepayWays',
        kind: { as: 'choices', group: 'prepayWay', values: ['payoff', 'shorter_term', 'lower_instalment'] },
      },
      { path: 'prepayment.minAmountMinor', label: 'studio.f.prepayMin', kind: { as: 'money' } },
      {
        path: 'prepayment.runningInterest',
        label: 'studio.f.runningInterest',
        kind: { as: 'choice', group: 'runningInterest', values: ['collected', 'next-due'] },
      },
    ],
    list: {
      path: 'prepayment.fees',
      label: 'studio.f.prepayFee',
      blank: { beforeMonths: 12, feeBps: 100 },
      fields: [
        {
          path: 'beforeMonths',
          label: 'studio.f.beforeMonths',
          kind: { as: 'int', min: 1, unit: 'studio.unit.months' },
        },
        { path: 'feeBps', label: 'studio.f.feeRate', kind: { as: 'bps' } },
      ],
    },
  },
  {
    title: 'studio.g.allocation',
    fields: [
      {
        path: 'excess',
        label: 'studio.f.excess',
        kind: { as: 'choice', group: 'excess', values: ['suspense', 'shorter-term', 'lower-instalment'] },
      },
      {
        path: 'suspenseAtDue',
        label: 'studio.f.suspenseAtDue',
        kind: { as: 'choice', group: 'suspenseAtDue', values: ['apply', 'hold'] },
      },
    ],
    list: {
      path: 'allocation',
      label: 'studio.f.allocation',
      blank: { fromDaysOverdue: 0, order: ITEMS, scan: 'instalment-first' },
      fields: [
        {
          path: 'fromDaysOverdue',
          label: 'studio.f.fromDays',
          kind: { as: 'int', min: 0, unit: 'studio.unit.days' },
        },
        { path: 'order', label: 'studio.f.order', kind: { as: 'choices', group: 'bucket', values: ITEMS } },
        {
          path: 'scan',
          label: 'studio.f.scan',
          kind: { as: 'choice', group: 'scan', values: ['instalment-first', 'item-first'] },
        },
      ],
    },
  },
  {
    title: 'studio.g.governed',
    fields: [
      {
        path: 'policies.checklist',
        label: 'policyKind.checklist',
        kind: { as: 'policy', kind: 'checklist' },
      },
      {
        path: 'policies.entryRules',
        label: 'studio.f.entryRules',
        kind: { as: 'policy', kind: 'entry_rules' },
      },
      {
        path: 'policies.creditRules',
        label: 'studio.f.creditRules',
        kind: { as: 'policy', kind: 'entry_rules' },
      },
      {
        path: 'policies.scorecard',
        label: 'policyKind.scorecard',
        kind: { as: 'policy', kind: 'scorecard' },
      },
      {
        path: 'policies.priceTable',
        label: 'policyKind.price_table',
        kind: { as: 'policy', kind: 'price_table' },
      },
      {
        path: 'policies.authority',
        label: 'policyKind.authority',
        kind: { as: 'policy', kind: 'authority' },
      },
      { path: 'policies.limits', label: 'policyKind.limits', kind: { as: 'policy', kind: 'limits' } },
      { path: 'policies.rateCap', label: 'policyKind.rate_cap', kind: { as: 'policy', kind: 'rate_cap' } },
      { path: 'policies.calendar', label: 'policyKind.calendar', kind: { as: 'policy', kind: 'calendar' } },
      {
        path: 'policies.collectionStrategy',
        label: 'policyKind.collection_strategy',
        kind: { as: 'policy', kind: 'collection_strategy' },
      },
      {
        path: 'policies.provisioning',
        label: 'policyKind.provisioning',
        kind: { as: 'policy', kind: 'provisioning' },
      },
      { path: 'consents', label: 'policyKind.consent_text', kind: { as: 'policies', kind: 'consent_text' } },
      { path: 'sources', label: 'policyKind.source', kind: { as: 'policies', kind: 'source' } },
    ],
  },
  {
    title: 'studio.g.waits',
    fields: [
      {
        path: 'waits.supplementDays',
        label: 'studio.f.supplementDays',
        kind: { as: 'int', min: 1, max: 90, unit: 'studio.unit.days' },
      },
      {
        path: 'waits.supplementRoundsMax',
        label: 'studio.f.supplementRounds',
        kind: { as: 'int', min: 1, max: 10 },
      },
      {
        path: 'waits.consentDays',
        label: 'studio.f.consentDays',
        kind: { as: 'int', min: 1, max: 90, unit: 'studio.unit.days' },
      },
      {
        path: 'waits.offerDays',
        label: 'studio.f.offerDays',
        kind: { as: 'int', min: 1, max: 90, unit: 'studio.unit.days' },
      },
      {
        path: 'waits.accountCorrectionDays',
        label: 'studio.f.accountDays',
        kind: { as: 'int', min: 1, max: 90, unit: 'studio.unit.days' },
      },
      {
        path: 'waits.declineReviewDays',
        label: 'studio.f.reviewDays',
        kind: { as: 'int', min: 0, max: 90, unit: 'studio.unit.days' },
      },
      {
        path: 'waits.remindBeforeDays',
        label: 'studio.f.remindBefore',
        kind: { as: 'int', min: 0, max: 30, unit: 'studio.unit.days' },
      },
      {
        path: 'waits.coolingOffHours',
        label: 'studio.f.coolingOff',
        kind: { as: 'int', min: 0, max: 720, unit: 'studio.unit.hours' },
      },
      {
        path: 'servicing.remindBeforeDueDays',
        label: 'studio.f.remindDue',
        kind: { as: 'int', min: 0, max: 15, unit: 'studio.unit.days' },
      },
      { path: 'servicing.debitRetryDays', label: 'studio.f.debitRetry', kind: { as: 'months-list' } },
      {
        path: 'servicing.bounceWindowDays',
        label: 'studio.f.bounceDays',
        kind: { as: 'int', min: 0, max: 60, unit: 'studio.unit.days' },
      },
      {
        path: 'servicing.writeOffFromDays',
        label: 'studio.f.writeOffDays',
        kind: { as: 'int', min: 90, max: 720, unit: 'studio.unit.days' },
      },
    ],
  },
];
