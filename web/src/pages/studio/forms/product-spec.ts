import { REPAYMENT_METHODS } from '../../../ui/repayment-methods';
import type { Group } from '../fields/field';
import { at, type Json } from '../fields/json';
import { CUSTOM_TABLES } from './custom-table-spec';
import { PRODUCT_LIFE_GROUPS } from './product-life-spec';

const ROUNDINGS = ['half-up', 'half-even', 'half-down', 'up', 'down', 'floor', 'ceil'];
const PURPOSES = [
  ...[
    'renovation',
    'travel',
    'education',
    'medical',
    'appliances',
    'wedding',
    'daily',
    'car_new',
    'car_used',
  ],
  ...['car_new_energy', 'stock', 'equipment', 'rent', 'wages', 'operations', 'receivables'],
];

/** Whether a product offers a method. */
const offers = (method: string) => (form: Json) => {
  const methods = at(form, 'repayment.methods');
  return Array.isArray(methods) && methods.includes(method);
};

const interestOnly = (then: string) => ({ periods: 3, then });

/** A product in groups, as product people speak of it. */
export const PRODUCT_GROUPS: readonly Group[] = [
  {
    title: 'studio.g.what',
    fields: [
      { path: 'names', label: 'studio.f.names', kind: { as: 'named' } },
      { path: 'summary', label: 'studio.f.summary', kind: { as: 'named' } },
      {
        path: 'customerType',
        label: 'studio.f.customerType',
        kind: { as: 'choice', group: 'customerType', values: ['person', 'company'] },
      },
      {
        path: 'category',
        label: 'studio.f.category',
        kind: {
          as: 'choice',
          group: 'category',
          values: ['consumer', 'car', 'personal_business', 'corporate'],
        },
      },
      {
        path: 'purposes',
        label: 'studio.f.purposes',
        kind: { as: 'words', group: 'purpose', known: PURPOSES },
      },
    ],
  },
  {
    title: 'studio.g.amount',
    fields: [
      { path: 'minAmountMinor', label: 'studio.f.minAmount', kind: { as: 'money' } },
      { path: 'maxAmountMinor', label: 'studio.f.maxAmount', kind: { as: 'money' } },
      { path: 'stepMinor', label: 'studio.f.step', kind: { as: 'money' } },
      {
        path: 'minOfferPercent',
        label: 'studio.f.minOffer',
        kind: { as: 'int', min: 0, max: 100, unit: 'studio.unit.percent' },
      },
    ],
  },
  {
    title: 'studio.g.term',
    fields: [{ path: 'termsMonths', label: 'studio.f.terms', kind: { as: 'months-list' } }],
  },
  {
    title: 'studio.g.rate',
    fields: [
      { path: 'baseRateBps', label: 'studio.f.baseRate', kind: { as: 'bps' } },
      {
        path: 'cost.basis',
        label: 'studio.f.costBasis',
        kind: { as: 'choice', group: 'basis', values: ['simple', 'compound'] },
      },
      {
        path: 'repricing',
        label: 'studio.f.repricing',
        kind: {
          as: 'variant',
          group: 'repricing',
          tag: 'kind',
          templates: {
            fixed: { kind: 'fixed' },
            anniversary: { kind: 'anniversary', tenor: '1Y' },
            'january-first': { kind: 'january-first', tenor: '1Y' },
            'every-months': { kind: 'every-months', months: 6, tenor: '1Y' },
          },
        },
      },
      {
        path: 'repricing.tenor',
        label: 'studio.f.repricingTenor',
        kind: { as: 'choice', group: 'lprTenor', values: ['1Y', '5Y'] },
        when: (form) => at(form, 'repricing.kind') !== 'fixed',
      },
      {
        path: 'repricing.months',
        label: 'studio.f.repricingMonths',
        kind: { as: 'int', min: 1, max: 60, unit: 'studio.unit.months' },
        when: (form) => at(form, 'repricing.kind') === 'every-months',
      },
      { path: 'vat.interestBps', label: 'studio.f.vatInterest', kind: { as: 'bps' } },
      { path: 'vat.feeBps', label: 'studio.f.vatFee', kind: { as: 'bps' } },
    ],
  },
  {
    title: 'studio.g.method',
    fields: [
      {
        path: 'repayment.methods',
        label: 'studio.f.methods',
        kind: { as: 'choices', group: 'method', values: REPAYMENT_METHODS },
      },
      {
        path: 'repayment.balloonPercent',
        label: 'studio.f.balloonPercent',
        kind: { as: 'int', min: 1, max: 99, unit: 'studio.unit.percent' },
        when: offers('balloon'),
      },
      {
        path: 'repayment.interestOnlyFirst',
        label: 'studio.f.interestOnlyThen',
        kind: {
          as: 'variant',
          group: 'method',
          tag: 'then',
          templates: {
            'equal-instalment': interestOnly('equal-instalment'),
            'equal-principal': interestOnly('equal-principal'),
          },
        },
        when: offers('interest-only-first'),
      },
      {
        path: 'repayment.interestOnlyFirst.periods',
        label: 'studio.f.interestOnlyPeriods',
        kind: { as: 'int', min: 1, max: 360, unit: 'studio.unit.periods' },
        when: (form) =>
          offers('interest-only-first')(form) && at(form, 'repayment.interestOnlyFirst') !== undefined,
      },
      {
        path: 'repayment.downPaymentPercent',
        label: 'studio.f.downPayment',
        kind: { as: 'int', min: 0, max: 99, unit: 'studio.unit.percent' },
      },
      {
        path: 'repayment.dueAt',
        label: 'studio.f.dueAt',
        kind: { as: 'choice', group: 'dueAt', values: ['period-end', 'period-start'] },
      },
      {
        path: 'repayment.convention',
        label: 'studio.f.convention',
        kind: { as: 'choice', group: 'convention', values: ['china', 'unequal-annuity', 'constant-rate'] },
      },
      {
        path: 'repayment.dayCount',
        label: 'studio.f.dayCount',
        kind: {
          as: 'choice',
          group: 'dayCount',
          values: ['30/360', 'actual/360', 'actual/365', 'actual/actual', 'actual/actual-feb29'],
        },
      },
      {
        path: 'repayment.interest',
        label: 'studio.f.interest',
        kind: { as: 'choice', group: 'interestBy', values: ['per-period', 'by-day'] },
      },
      {
        path: 'repayment.rounding',
        label: 'studio.f.rounding',
        kind: { as: 'choice', group: 'rounding', values: ROUNDINGS },
      },
      {
        path: 'repayment.roundingDecimals',
        label: 'studio.f.roundingDecimals',
        kind: { as: 'int', min: 0, max: 2 },
      },
      {
        path: 'repayment.period',
        label: 'studio.f.period',
        kind: {
          as: 'variant',
          group: 'periodUnit',
          tag: 'unit',
          templates: {
            day: { unit: 'day', every: 10 },
            week: { unit: 'week', every: 1 },
            month: { unit: 'month', every: 1 },
            year: { unit: 'year', every: 1 },
          },
        },
      },
      {
        path: 'repayment.period.every',
        label: 'studio.f.periodEvery',
        kind: { as: 'int', min: 1, max: 366 },
      },
      {
        path: 'repayment.dueDay',
        label: 'studio.f.dueDay',
        kind: {
          as: 'variant',
          group: 'dueDay',
          tag: 'mode',
          templates: {
            'same-day': { mode: 'same-day' },
            'fixed-day': { mode: 'fixed-day', dayOfMonth: 20, first: 'next-month' },
          },
        },
      },
      {
        path: 'repayment.dueDay.dayOfMonth',
        label: 'studio.f.dayOfMonth',
        kind: { as: 'int', min: 1, max: 31 },
        when: (form) => at(form, 'repayment.dueDay.mode') === 'fixed-day',
      },
      {
        path: 'repayment.dueDay.first',
        label: 'studio.f.firstDue',
        kind: {
          as: 'choice',
          group: 'firstDue',
          values: ['even-if-short', 'after-whole-period', 'next-month', 'standard-quarter'],
        },
        when: (form) => at(form, 'repayment.dueDay.mode') === 'fixed-day',
      },
      {
        path: 'repayment.oddFirst',
        label: 'studio.f.oddFirst',
        kind: { as: 'choice', group: 'oddFirst', values: ['actual', 'add-on', 'one-period'] },
      },
      {
        path: 'repayment.holidayRule',
        label: 'studio.f.holidayRule',
        kind: { as: 'choice', group: 'holidayRule', values: ['none', 'next', 'grace'] },
      },
      {
        path: 'repayment.monthEnd',
        label: 'studio.f.monthEnd',
        kind: { as: 'choice', group: 'monthEnd', values: ['clamp', 'roll'] },
      },
      {
        path: 'repayment.instalmentMultipleMinor',
        label: 'studio.f.instalmentMultiple',
        kind: { as: 'money' },
        optional: true,
      },
      {
        path: 'repayment.principalGracePeriods',
        label: 'studio.f.principalGrace',
        kind: { as: 'int', min: 0, max: 60, unit: 'studio.unit.periods' },
      },
      {
        path: 'repayment.interestGracePeriods',
        label: 'studio.f.interestGrace',
        kind: { as: 'int', min: 0, max: 60, unit: 'studio.unit.periods' },
      },
      {
        path: 'repayment.interestFreePeriods',
        label: 'studio.f.interestFreePeriods',
        kind: { as: 'int', min: 0, max: 60, unit: 'studio.unit.periods' },
      },
      {
        path: 'repayment.interestFreeDays',
        label: 'studio.f.interestFreeDays',
        kind: { as: 'int', min: 0, max: 365, unit: 'studio.unit.days' },
      },
      {
        path: 'recalculation',
        label: 'studio.f.recalculation',
        kind: { as: 'choice', group: 'recalculation', values: ['none', 'daily'] },
      },
    ],
  },
  CUSTOM_TABLES,
  {
    title: 'studio.g.fees',
    list: {
      path: 'fees',
      label: 'studio.f.fee',
      blank: {
        code: 'service_fee',
        names: { zh: '服务费', en: 'Service fee' },
        when: 'upfront',
        amount: { kind: 'rate', base: 'principal', ratePpm: 10_000 },
      },
      fields: [
        { path: 'code', label: 'studio.f.code', kind: { as: 'text' } },
        { path: 'names', label: 'studio.f.names', kind: { as: 'named' } },
        {
          path: 'when',
          label: 'studio.f.feeWhen',
          kind: { as: 'choice', group: 'feeWhen', values: ['upfront', 'each-row', 'after-months'] },
        },
        {
          path: 'taken',
          label: 'studio.f.feeTaken',
          kind: { as: 'choice', group: 'feeTaken', values: ['paid', 'withheld'] },
          when: (form) => at(form, 'when') === 'upfront',
        },
        {
          path: 'afterMonths',
          label: 'studio.f.feeAfterMonths',
          kind: { as: 'int', min: 1, max: 360, unit: 'studio.unit.months' },
          when: (form) => at(form, 'when') === 'after-months',
        },
        {
          path: 'amount',
          label: 'studio.f.feeKind',
          kind: {
            as: 'variant',
            group: 'feeKind',
            tag: 'kind',
            templates: {
              fixed: { kind: 'fixed', amountMinor: '10000' },
              rate: { kind: 'rate', base: 'principal', ratePpm: 10_000 },
            },
          },
        },
        {
          path: 'amount.amountMinor',
          label: 'amount',
          kind: { as: 'money' },
          when: (form) => at(form, 'amount.kind') === 'fixed',
        },
        {
          path: 'amount.ratePpm',
          label: 'studio.f.feeRate',
          kind: { as: 'ppm' },
          when: (form) => at(form, 'amount.kind') === 'rate',
        },
        {
          path: 'amount.base',
          label: 'studio.f.feeBase',
          kind: { as: 'choice', group: 'feeBase', values: ['principal', 'balance'] },
          when: (form) => at(form, 'amount.kind') === 'rate',
        },
      ],
    },
  },
  ...PRODUCT_LIFE_GROUPS,
];
