import type { ProductBody } from '../../../contracts/policy/product';
import { seedRow } from './seed-row';

type Shared = Pick<
  ProductBody,
  | 'currency'
  | 'allocation'
  | 'recalculation'
  | 'excess'
  | 'suspenseAtDue'
  | 'fees'
  | 'repricing'
  | 'vat'
  | 'waits'
  | 'servicing'
  | 'cost'
  | 'grace'
>;

const shared: Shared = {
  currency: 'CNY',
  allocation: [
    {
      fromDaysOverdue: 0,
      order: ['fee', 'penalty', 'compound', 'interest', 'principal'],
      scan: 'instalment-first',
    },
    {
      fromDaysOverdue: 91,
      order: ['principal', 'fee', 'penalty', 'compound', 'interest'],
      scan: 'item-first',
    },
  ],
  recalculation: 'none',
  excess: 'suspense',
  suspenseAtDue: 'apply',
  fees: [],
  repricing: { kind: 'fixed' },
  vat: { interestBps: 600, feeBps: 600 },
  waits: {
    supplementDays: 7,
    supplementRoundsMax: 3,
    consentDays: 7,
    offerDays: 7,
    accountCorrectionDays: 7,
    declineReviewDays: 5,
    remindBeforeDays: 2,
    coolingOffHours: 0,
  },
  servicing: {
    remindBeforeDueDays: 3,
    debitRetryDays: [1, 3, 7],
    bounceWindowDays: 5,
    writeOffFromDays: 180,
  },
  cost: { basis: 'simple' },
  grace: { days: 3, afterGrace: 'from-due-date' },
};

const personal = {
  customerType: 'person' as const,
  consents: ['personal_information', 'credit_report'],
  sources: ['identity', 'telecom', 'bank_card', 'bureau', 'anti_fraud', 'court'],
};

const personalPolicies = {
  entryRules: 'entry_person',
  creditRules: 'credit_person',
  scorecard: 'person',
  authority: 'authority_person',
  collectionStrategy: 'standard_ladder',
  provisioning: 'standard',
  calendar: 'cn',
  rateCap: 'licensed_lender',
  reasonCodes: 'reasons',
};

const byPeriod = {
  dayCount: '30/360' as const,
  interest: 'per-period' as const,
  rounding: 'half-up' as const,
  monthsPerPeriod: 1,
  dueDay: { mode: 'same-day' as const },
  oddFirst: 'actual' as const,
  holidayRule: 'none' as const,
};
const byDay = { ...byPeriod, dayCount: 'actual/360' as const, interest: 'by-day' as const };

const free = {
  allowed: true,
  ways: ['payoff', 'shorter_term', 'lower_instalment'] as ProductBody['prepayment']['ways'],
  minAmountMinor: '10000',
  fees: [],
  runningInterest: 'collected' as const,
};

/** The products that come with the software: four ways of repaying, fixed and floating rates, from a small instant loan to a company's working capital. */
export const productSeeds = [
  seedRow('product', 'consumer_instalment', {
    ...shared,
    ...personal,
    code: 'consumer_instalment',
    names: { zh: '消费分期贷', en: 'Consumer instalment loan' },
    summary: { zh: '个人消费,等额本息按月还款', en: 'For consumption, repaid in equal monthly instalments' },
    category: 'consumer',
    minAmountMinor: '100000',
    maxAmountMinor: '20000000',
    stepMinor: '10000',
    termsMonths: [3, 6, 12, 18, 24, 36],
    purposes: ['renovation', 'travel', 'education', 'medical', 'appliances', 'wedding', 'daily'],
    baseRateBps: 1200,
    repayment: { ...byPeriod, methods: ['equal-instalment', 'equal-principal'] },
    prepayment: free,
    policies: {
      ...personalPolicies,
      checklist: 'documents_consumer',
      priceTable: 'price_consumer',
      limits: 'limits_person',
      penalty: 'consumer_penalty',
      contractTemplate: 'cn-consumer',
    },
    minOfferPercent: 30,
  }),
  seedRow('product', 'consumer_floating', {
    ...shared,
    ...personal,
    code: 'consumer_floating',
    names: { zh: '消费分期贷(浮动利率)', en: 'Consumer instalment loan, floating rate' },
    summary: {
      zh: '个人消费,利率随一年期LPR每三个月重定价,等额本息按月还款',
      en: 'For consumption, equal monthly instalments at a rate that follows the one-year LPR every three months',
    },
    category: 'consumer',
    minAmountMinor: '1000000',
    maxAmountMinor: '20000000',
    stepMinor: '10000',
    termsMonths: [12, 24, 36],
    purposes: ['renovation', 'travel', 'education', 'medical', 'appliances', 'wedding', 'daily'],
    baseRateBps: 1200,
    repayment: { ...byPeriod, methods: ['equal-instalment', 'equal-principal'] },
    repricing: { kind: 'every-months', months: 3, tenor: '1Y' },
    prepayment: free,
    policies: {
      ...personalPolicies,
      checklist: 'documents_consumer',
      priceTable: 'price_consumer',
      limits: 'limits_person',
      penalty: 'consumer_penalty',
      contractTemplate: 'cn-consumer',
    },
    minOfferPercent: 30,
  }),
  seedRow('product', 'car_loan', {
    ...shared,
    ...personal,
    code: 'car_loan',
    names: { zh: '汽车贷款', en: 'Car loan' },
    summary: {
      zh: '购买自用汽车,等额本金按月还款',
      en: 'For a car of one’s own, repaid in equal parts of principal',
    },
    category: 'car',
    minAmountMinor: '2000000',
    maxAmountMinor: '50000000',
    stepMinor: '10000',
    termsMonths: [12, 24, 36, 48, 60],
    purposes: ['car_new', 'car_used', 'car_new_energy'],
    baseRateBps: 660,
    repayment: { ...byPeriod, methods: ['equal-principal', 'equal-instalment'] },
    prepayment: { ...free, fees: [{ beforeMonths: 12, feeBps: 100 }] },
    policies: {
      ...personalPolicies,
      checklist: 'documents_car',
      priceTable: 'price_car',
      limits: 'limits_car',
      penalty: 'consumer_penalty',
      contractTemplate: 'cn-consumer',
    },
    minOfferPercent: 60,
  }),
  seedRow('product', 'personal_business', {
    ...shared,
    ...personal,
    code: 'personal_business',
    names: { zh: '个人经营贷', en: 'Business loan for individuals' },
    summary: {
      zh: '个体经营周转,按月付息、到期还本',
      en: 'For one’s own business: interest monthly, principal at the end',
    },
    category: 'personal_business',
    minAmountMinor: '1000000',
    maxAmountMinor: '100000000',
    stepMinor: '100000',
    termsMonths: [3, 6, 12, 24, 36],
    purposes: ['stock', 'equipment', 'rent', 'wages', 'operations'],
    baseRateBps: 840,
    repayment: { ...byDay, methods: ['interest-only', 'equal-instalment'] },
    prepayment: { ...free, fees: [{ beforeMonths: 6, feeBps: 100 }] },
    drawing: { kind: 'staged', maxDraws: 10, availableMonths: 6, minDrawMinor: '1000000', term: 'remaining' },
    policies: {
      ...personalPolicies,
      checklist: 'documents_business',
      priceTable: 'price_business',
      limits: 'limits_business',
      penalty: 'business_penalty',
      contractTemplate: 'cn-personal-business',
    },
    sources: [...personal.sources, 'housing_fund'],
    minOfferPercent: 30,
  }),
  seedRow('product', 'short_bullet', {
    ...shared,
    ...personal,
    code: 'short_bullet',
    names: { zh: '短期周转贷', en: 'Short-term bullet loan' },
    summary: { zh: '短期消费周转,到期一次还本付息', en: 'Short-term, repaid once with interest at the end' },
    category: 'consumer',
    minAmountMinor: '100000',
    maxAmountMinor: '5000000',
    stepMinor: '10000',
    termsMonths: [1, 2, 3, 6, 12],
    purposes: ['renovation', 'travel', 'education', 'medical', 'daily'],
    baseRateBps: 1260,
    repayment: { ...byDay, methods: ['bullet'] },
    prepayment: { ...free, ways: ['payoff'] },
    policies: {
      ...personalPolicies,
      checklist: 'documents_consumer',
      priceTable: 'price_bullet',
      limits: 'limits_person',
      penalty: 'consumer_penalty',
      contractTemplate: 'cn-consumer',
    },
    minOfferPercent: 30,
  }),
  seedRow('product', 'instant_small', {
    ...shared,
    ...personal,
    code: 'instant_small',
    names: { zh: '小额速贷', en: 'Small instant loan' },
    summary: {
      zh: '小额消费,自动审批,等额本息',
      en: 'Small amounts, decided automatically, equal instalments',
    },
    category: 'consumer',
    minAmountMinor: '50000',
    maxAmountMinor: '2000000',
    stepMinor: '10000',
    termsMonths: [3, 6, 9, 12],
    purposes: ['daily', 'appliances', 'travel', 'education', 'medical'],
    baseRateBps: 1440,
    repayment: { ...byPeriod, methods: ['equal-instalment'] },
    prepayment: free,
    policies: {
      ...personalPolicies,
      authority: 'authority_instant',
      checklist: 'documents_instant',
      priceTable: 'price_instant',
      limits: 'limits_person',
      penalty: 'consumer_penalty',
      contractTemplate: 'cn-consumer',
    },
    minOfferPercent: 20,
  }),
  seedRow('product', 'working_capital', {
    ...shared,
    code: 'working_capital',
    names: { zh: '流动资金贷款', en: 'Working capital loan' },
    summary: {
      zh: '企业日常经营周转,按月付息、到期还本',
      en: 'For a company’s running business: interest monthly, principal at the end',
    },
    customerType: 'company',
    category: 'corporate',
    minAmountMinor: '10000000',
    maxAmountMinor: '1000000000',
    stepMinor: '1000000',
    termsMonths: [6, 12, 24, 36],
    purposes: ['stock', 'wages', 'operations', 'receivables'],
    baseRateBps: 435,
    repayment: { ...byDay, methods: ['interest-only', 'equal-instalment'] },
    prepayment: { ...free, minAmountMinor: '1000000', fees: [{ beforeMonths: 6, feeBps: 50 }] },
    drawing: {
      kind: 'staged',
      maxDraws: 20,
      availableMonths: 12,
      minDrawMinor: '5000000',
      term: 'remaining',
    },
    consents: ['company_information'],
    sources: ['registry', 'tax', 'court'],
    policies: {
      ...personalPolicies,
      entryRules: 'entry_company',
      creditRules: 'credit_company',
      scorecard: 'company',
      authority: 'authority_company',
      checklist: 'documents_company',
      priceTable: 'price_corporate',
      limits: 'limits_company',
      penalty: 'business_penalty',
      contractTemplate: 'cn-business',
    },
    minOfferPercent: 30,
  }),
];
