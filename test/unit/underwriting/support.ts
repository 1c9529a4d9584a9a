import type { PolicyBody } from '../../../contracts/policy/bodies';
import { POLICY_BODIES } from '../../../contracts/policy/bodies';
import type { DeclaredCompany, DeclaredPerson } from '../../../contracts/policy/declared';
import type { PolicyKind } from '../../../contracts/policy/kinds';
import type { SourceResultOf } from '../../../contracts/sources/source-result';
import { POLICY_SEEDS } from '../../../db/seed/policies/all';
import { offerCost } from '../../../domain/policy/offer-cost';
import type { CompanyCase, PersonCase } from '../../../domain/underwriting/application-case';
import type { DecideInput } from '../../../domain/underwriting/decide';
import type { Facts } from '../../../domain/underwriting/facts';
import type { DecisionRules } from '../../../domain/underwriting/rules-port';
import { decisionRules } from '../../../providers/rules/decision-rules';
import type { RuleEngine } from '../../../providers/rules/rule-engine';

/** Body of a seeded policy as the database would give it back. */
export function seeded<K extends PolicyKind>(kind: K, code: string): PolicyBody<K> {
  const row = POLICY_SEEDS.find((each) => each.kind === kind && each.code === code);
  if (!row) throw new Error(`no seed ${kind} ${code}`);
  return POLICY_BODIES[kind].parse(row.body) as PolicyBody<K>;
}

export const goodPerson: DeclaredPerson = {
  kind: 'person',
  employment: 'employed',
  jobMonths: 60,
  monthlyIncomeMinor: '2000000',
  monthlyDebtMinor: '100000',
  education: 'bachelor',
  housing: 'mortgage',
  marital: 'married',
  dependants: 1,
  residenceProvince: '31',
};

export const personCase = (over: Partial<PersonCase> = {}): PersonCase => ({
  kind: 'person',
  bornOn: '1990-03-07',
  idProvince: '11',
  amountMinor: 3_000_000n,
  termMonths: 12,
  purpose: 'daily',
  method: 'equal-instalment',
  appliedOn: '2026-06-01',
  declared: goodPerson,
  standing: {
    blacklisted: false,
    openApplications: 0,
    openSameProduct: 0,
    exposureMinor: 0n,
    daysOverdue: 0,
  },
  ...over,
});

export const cleanBureau: SourceResultOf<'bureau'> = {
  reportNo: 'R1',
  reportedOn: '2026-06-01',
  subjectMatches: true,
  thinFile: false,
  scorePoints: 740,
  scoreFactors: [],
  loanAccountCount: 1,
  openLoanCount: 1,
  cardAccountCount: 2,
  lenderCount: 1,
  loanBalanceMinor: '5000000',
  cardLimitMinor: '6000000',
  cardUsedMinor: '1200000',
  monthlyRepaymentMinor: '120000',
  guaranteeBalanceMinor: '0',
  overdueAccountCount: 0,
  overdueBalanceMinor: '0',
  repaymentStrings: ['N'.repeat(24)],
  worstStep24m: 0,
  overdueMonths24m: 0,
  longestOverdueRun24m: 0,
  monthsSinceOverdue: null,
  badDebtAccountCount: 0,
  hardQueries1m: 0,
  hardQueries3m: 1,
  hardQueries6m: 2,
  oldestAccountMonths: 90,
  enforcementCount: 0,
  taxArrearsCount: 0,
};

export const cleanCourt: SourceResultOf<'court'> = {
  openCaseCount: 0,
  openAmountMinor: '0',
  closedCaseCount: 0,
  dishonest: false,
  consumptionRestricted: false,
  latestCaseOn: null,
  nameOnlyCaseCount: 0,
};

const answered = <R>(result: R) => ({ state: 'answered' as const, result });

/** Facts of a person nobody has anything against. */
export const cleanFacts = (over: Facts['named'] = {}): Facts => ({
  named: {
    identity: answered({ outcome: 'match', face: 'match', faceScorePercent: 95 }),
    telecom: answered({ outcome: 'match', mismatched: [], operator: 'mobile', tenureMonths: 70 }),
    bank_card: answered({ outcome: 'match', cardType: 'debit', bankCode: 'ICBC' }),
    bureau: answered(cleanBureau),
    anti_fraud: answered({
      scorePoints: 10,
      applications7d: 0,
      applications1m: 0,
      applications3m: 1,
      applications6m: 1,
      applications12m: 2,
      lenders7d: 0,
      lenders1m: 0,
      lenders3m: 0,
      lenders12m: 1,
      nonBankLenders3m: 0,
      nightSharePercent: 5,
      blacklisted: false,
      hits: [],
    }),
    court: answered(cleanCourt),
    ...over,
  },
  mapped: {},
});

/** Rule port of a seeded product on a real engine. */
export function rulesFor(engine: RuleEngine, productCode: string): DecisionRules {
  const { policies } = seeded('product', productCode);
  const pinned = (kind: 'entry_rules' | 'price_table' | 'authority', code: string) => ({
    ref: { kind, code, version: 1 },
    graph: seeded(kind, code).graph,
  });
  return decisionRules(engine, {
    entry: pinned('entry_rules', policies.entryRules),
    credit: pinned('entry_rules', policies.creditRules),
    price: pinned('price_table', policies.priceTable),
    authority: pinned('authority', policies.authority),
  });
}

/** A decision's input under the seeded policies of a product. */
export function decideInput(
  productCode: string,
  application: PersonCase | CompanyCase,
  facts: Facts,
): DecideInput {
  const product = seeded('product', productCode);
  return {
    application,
    facts,
    policy: {
      product,
      limits: seeded('limits', product.policies.limits),
      scorecard: seeded('scorecard', product.policies.scorecard),
      authority: seeded('authority', product.policies.authority),
      rateCap: seeded('rate_cap', product.policies.rateCap),
      sources: product.sources.map((source) => ({ source, fallback: seeded('source', source).fallback })),
    },
    annualCost: offerCost({ product, calendar: seeded('calendar', 'cn') }, application.appliedOn),
  };
}

const year = {
  endsOn: '2025-12-31',
  assetsMinor: '6000000000',
  liabilitiesMinor: '2700000000',
  equityMinor: '3300000000',
  currentAssetsMinor: '3600000000',
  currentLiabilitiesMinor: '2000000000',
  inventoryMinor: '800000000',
  receivablesMinor: '600000000',
  debtMinor: '1500000000',
  revenueMinor: '5000000000',
  costMinor: '4000000000',
  ebitMinor: '600000000',
  interestMinor: '100000000',
  netIncomeMinor: '420000000',
  operatingCashFlowMinor: '350000000',
};

/** A sound company whose working-capital need is the golden one of the rules: 9,800,000 yuan, 4,800,000 of it open. */
export const goodCompany: DeclaredCompany = {
  kind: 'company',
  foundedOn: '2014-05-20',
  industryCode: 'C34',
  employees: 120,
  auditOpinion: 'clean',
  year,
  priorYear: { ...year, endsOn: '2024-12-31', revenueMinor: '4400000000', netIncomeMinor: '360000000' },
  lossYears: 0,
  collateral: 'guarantee',
  bankRelationshipYears: 4,
  ownerRecord: 'clean',
  workingCapital: {
    lastYearSalesMinor: '5000000000',
    profitMarginBps: 1000,
    expectedGrowthBps: 1200,
    inventoryDays: 60,
    receivableDays: 45,
    payableDays: 30,
    prepaidDays: 5,
    advanceReceiptDays: 10,
    ownFundsMinor: '300000000',
    existingLoansMinor: '200000000',
    otherFundsMinor: '0',
  },
};

export const companyCase = (over: Partial<CompanyCase> = {}): CompanyCase => ({
  kind: 'company',
  amountMinor: 480_000_000n,
  termMonths: 12,
  purpose: 'operations',
  method: 'interest-only',
  appliedOn: '2026-06-01',
  declared: goodCompany,
  standing: {
    blacklisted: false,
    openApplications: 0,
    openSameProduct: 0,
    exposureMinor: 0n,
    daysOverdue: 0,
  },
  ...over,
});

export const companyFacts = (over: Facts['named'] = {}): Facts => ({
  named: {
    registry: answered({
      status: 'active',
      nameMatches: true,
      legalRepresentativeMatches: true,
      foundedOn: '2014-05-20',
      registeredCapitalMinor: '1000000000',
      industryCode: 'C34',
      abnormalListed: false,
      penaltyCount: 0,
      changeCount12m: 0,
      equityFrozen: false,
      equityPledged: false,
    }),
    tax: answered({
      creditGrade: 'A',
      arrearsMinor: '0',
      sales12mMinor: '4900000000',
      salesPrior12mMinor: '4300000000',
      purchases12mMinor: '3900000000',
      monthlySalesMinor: Array(24).fill('400000000'),
      monthsWithoutSales24m: 0,
      topCustomerSharePercent: 20,
      topSupplierSharePercent: 25,
    }),
    court: answered(cleanCourt),
    ...over,
  },
  mapped: {},
});
