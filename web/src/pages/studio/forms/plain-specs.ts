import type { Field, Group } from '../fields/field';

const EMPLOYMENT = ['employed', 'self_employed', 'public_sector', 'student', 'retired', 'unemployed'];
const ROLES = ['officer', 'senior_officer', 'committee', 'risk_manager', 'administrator'];

export const CHECKLIST_GROUPS: readonly Group[] = [
  {
    title: 'studio.g.documents',
    list: {
      path: 'items',
      label: 'studio.f.document',
      blank: { document: 'other_document', names: { zh: '其他资料', en: 'Other document' } },
      fields: [
        { path: 'document', label: 'studio.f.code', kind: { as: 'text' } },
        { path: 'names', label: 'studio.f.names', kind: { as: 'named' } },
        { path: 'fromAmountMinor', label: 'studio.f.fromAmount', kind: { as: 'money' }, optional: true },
        {
          path: 'employment',
          label: 'studio.f.onlyEmployment',
          kind: { as: 'choices', group: 'value', values: EMPLOYMENT },
          optional: true,
        },
        {
          path: 'purposes',
          label: 'studio.f.onlyPurposes',
          kind: {
            as: 'words',
            group: 'purpose',
            known: ['renovation', 'travel', 'education', 'medical', 'car_new', 'car_used'],
          },
          optional: true,
        },
      ],
    },
  },
];

export const LIMITS_GROUPS: readonly Group[] = [
  {
    title: 'studio.g.limits',
    fields: [
      { path: 'customerMaxMinor', label: 'studio.f.customerMax', kind: { as: 'money' } },
      { path: 'openApplicationsMax', label: 'studio.f.openMax', kind: { as: 'int', min: 1 } },
      {
        path: 'dtiReferPercent',
        label: 'studio.f.dtiRefer',
        kind: { as: 'int', min: 1, max: 100, unit: 'studio.unit.percent' },
      },
      {
        path: 'dtiMaxPercent',
        label: 'studio.f.dtiMax',
        kind: { as: 'int', min: 1, max: 100, unit: 'studio.unit.percent' },
      },
    ],
  },
];

export const RATE_CAP_GROUPS: readonly Group[] = [
  {
    title: 'studio.g.caps',
    list: {
      path: 'rows',
      label: 'studio.f.cap',
      blank: {
        ...{ fromOn: '2027-01-01', toOn: null, capPercent: '24', basis: 'simple', severity: 'block' },
        legalBasis: { zh: '依据', en: 'Basis' },
      },
      fields: [
        { path: 'fromOn', label: 'studio.f.fromOn', kind: { as: 'day' } },
        { path: 'toOn', label: 'studio.f.toOn', kind: { as: 'day' }, optional: true },
        { path: 'capPercent', label: 'studio.f.capPercent', kind: { as: 'decimal' } },
        {
          path: 'basis',
          label: 'studio.f.costBasis',
          kind: { as: 'choice', group: 'basis', values: ['simple', 'compound'] },
        },
        {
          path: 'severity',
          label: 'studio.f.capSeverity',
          kind: { as: 'choice', group: 'capSeverity', values: ['block', 'review', 'warn'] },
        },
        { path: 'legalBasis', label: 'studio.f.legalBasis', kind: { as: 'named' } },
      ],
    },
  },
];

export const PENALTY_GROUPS: readonly Group[] = [
  {
    title: 'studio.g.penalty',
    fields: [
      {
        path: 'overdueSurchargePercent',
        label: 'studio.f.overdueSurcharge',
        kind: { as: 'int', min: 0, max: 100, unit: 'studio.unit.percent' },
      },
      {
        path: 'misuseSurchargePercent',
        label: 'studio.f.misuseSurcharge',
        kind: { as: 'int', min: 0, max: 100, unit: 'studio.unit.percent' },
      },
      {
        path: 'principalBears',
        label: 'studio.f.principalBears',
        kind: { as: 'choice', group: 'principalBears', values: ['penalty', 'contract-and-uplift'] },
      },
      {
        path: 'compound',
        label: 'studio.f.compound',
        kind: { as: 'choice', group: 'compound', values: ['none', 'contract', 'penalty'] },
      },
      {
        path: 'dayBasis',
        label: 'studio.f.dayBasis',
        kind: { as: 'choice', group: 'dayBasis', values: ['360', '365'] },
      },
    ],
  },
];

/** Publications of the LPR, one row a tenor and day. */
export const REFERENCE_RATE_GROUPS: readonly Group[] = [
  {
    title: 'studio.g.publications',
    list: {
      path: 'publications',
      label: 'studio.f.publication',
      blank: { publishedOn: '2027-01-20', tenor: '1Y', rateBps: 300 },
      fields: [
        { path: 'publishedOn', label: 'studio.f.publishedOn', kind: { as: 'day' } },
        {
          path: 'tenor',
          label: 'studio.f.tenor',
          kind: { as: 'choice', group: 'lprTenor', values: ['1Y', '5Y'] },
        },
        { path: 'rateBps', label: 'studio.f.publishedRate', kind: { as: 'bps' } },
      ],
    },
  },
];

/** What other currencies are worth to the house, one row each. */
export const EXCHANGE_RATE_GROUPS: readonly Group[] = [
  {
    title: 'studio.g.exchangeRates',
    list: {
      path: 'rates',
      label: 'studio.f.exchangeRate',
      blank: { currency: 'USD', cnyPerUnit: '7.2' },
      fields: [
        {
          path: 'currency',
          label: 'studio.f.currency',
          kind: { as: 'choice', group: 'currency', values: ['HKD', 'USD', 'EUR', 'JPY'] },
        },
        { path: 'cnyPerUnit', label: 'studio.f.cnyPerUnit', kind: { as: 'decimal' } },
      ],
    },
  },
];

/** One tier of a route. */
export const LEVEL_FIELDS: readonly Field[] = [
  {
    path: 'level',
    label: 'task.level',
    kind: { as: 'choice', group: 'level', values: ['OFFICER', 'SENIOR_OFFICER', 'COMMITTEE'] },
  },
  { path: 'role', label: 'studio.f.role', kind: { as: 'choice', group: 'role', values: ROLES } },
  { path: 'deputyRole', label: 'studio.f.deputyRole', kind: { as: 'choice', group: 'role', values: ROLES } },
  { path: 'seats', label: 'studio.f.seats', kind: { as: 'int', min: 1, max: 15 } },
  { path: 'quorum', label: 'studio.f.quorum', kind: { as: 'int', min: 1, max: 15 } },
  { path: 'votesNeeded', label: 'studio.f.votesNeeded', kind: { as: 'int', min: 1, max: 15 } },
  {
    path: 'slaHours',
    label: 'studio.f.slaHours',
    kind: { as: 'int', min: 1, max: 720, unit: 'studio.unit.hours' },
  },
  {
    path: 'deputyAfterHours',
    label: 'studio.f.deputyAfter',
    kind: { as: 'int', min: 1, max: 720, unit: 'studio.unit.hours' },
  },
];

export const CEILING_GROUP: Group = {
  title: 'studio.g.ceilings',
  list: {
    path: 'ceilings',
    label: 'studio.f.ceiling',
    blank: { role: 'officer', maxAmountMinor: '10000000' },
    fields: [
      { path: 'role', label: 'studio.f.role', kind: { as: 'choice', group: 'role', values: ROLES } },
      { path: 'maxAmountMinor', label: 'studio.f.maxAmount', kind: { as: 'money' } },
    ],
  },
};

const KNOWN_RATIOS = [
  ...['debtToAssets', 'currentRatio', 'quickRatio', 'interestCover', 'cashFlowToDebt', 'returnOnEquity'],
  ...['netMargin', 'revenueGrowth', 'receivableDays', 'inventoryDays'],
];

/** A company's grading card; its qualities have an editor of their own. */
export const RATIO_GROUPS: readonly Group[] = [
  {
    title: 'studio.g.ratios',
    list: {
      path: 'ratios',
      label: 'studio.f.ratio',
      blank: {
        name: 'currentRatio',
        names: { zh: '流动比率', en: 'Current ratio' },
        fullAt: '1.5',
        zeroAt: '0.8',
        weight: 5,
      },
      fields: [
        {
          path: 'name',
          label: 'studio.f.fact',
          kind: { as: 'choice', group: 'ratio', values: KNOWN_RATIOS },
        },
        { path: 'names', label: 'studio.f.names', kind: { as: 'named' } },
        { path: 'fullAt', label: 'studio.f.fullAt', kind: { as: 'decimal' } },
        { path: 'zeroAt', label: 'studio.f.zeroAt', kind: { as: 'decimal' } },
        { path: 'weight', label: 'studio.f.weight', kind: { as: 'int', min: 1 } },
      ],
    },
  },
  {
    title: 'studio.g.grades',
    list: {
      path: 'grades',
      label: 'studio.f.grade',
      blank: { grade: 'NEW', minScore: 0, maxLinePercent: 0, addOnBps: 0, maxTermMonths: 12 },
      fields: [
        { path: 'grade', label: 'studio.f.grade', kind: { as: 'text' } },
        { path: 'minScore', label: 'studio.f.minScore', kind: { as: 'int' } },
        {
          path: 'maxLinePercent',
          label: 'studio.f.maxLine',
          kind: { as: 'int', min: 0, max: 100, unit: 'studio.unit.percent' },
        },
        { path: 'addOnBps', label: 'studio.f.addOn', kind: { as: 'bps' } },
        {
          path: 'maxTermMonths',
          label: 'studio.f.maxTerm',
          kind: { as: 'int', min: 0, unit: 'studio.unit.months' },
        },
      ],
    },
  },
  {
    title: 'studio.g.overrides',
    fields: [
      {
        path: 'staleAfterMonths',
        label: 'studio.f.staleAfter',
        kind: { as: 'int', min: 1, unit: 'studio.unit.months' },
      },
      {
        path: 'salesGapReviewPercent',
        label: 'studio.f.salesGap',
        kind: { as: 'int', min: 1, unit: 'studio.unit.percent' },
      },
    ],
    list: {
      path: 'overrides',
      label: 'studio.f.override',
      blank: { fact: 'dishonest', bestGrade: 'D', reasonCode: 'COURT_DISHONEST' },
      fields: [
        {
          path: 'fact',
          label: 'studio.f.fact',
          kind: {
            as: 'choice',
            group: 'override',
            values: ['dishonest', 'overdue_over_90', 'audit_not_clean', 'loss_two_years', 'stale_statements'],
          },
        },
        { path: 'bestGrade', label: 'studio.f.bestGrade', kind: { as: 'text' } },
        { path: 'reasonCode', label: 'studio.f.reason', kind: { as: 'text' } },
      ],
    },
  },
];

/** Scale of a points card. */
export const SCALE_FIELDS: readonly Field[] = [
  { path: 'baseScore', label: 'studio.f.baseScore', kind: { as: 'int', min: 1 } },
  { path: 'baseOdds', label: 'studio.f.baseOdds', kind: { as: 'int', min: 1 } },
  { path: 'pdo', label: 'studio.f.pdo', kind: { as: 'int', min: 1 } },
  { path: 'alpha', label: 'studio.f.alpha', kind: { as: 'decimal' } },
];

export const CUT_OFFS: Group = {
  title: 'studio.g.grades',
  list: {
    path: 'grades',
    label: 'studio.f.grade',
    blank: { grade: 'NEW', minScore: 0 },
    fields: [
      { path: 'grade', label: 'studio.f.grade', kind: { as: 'text' } },
      { path: 'minScore', label: 'studio.f.minScore', kind: { as: 'int' } },
    ],
  },
};
