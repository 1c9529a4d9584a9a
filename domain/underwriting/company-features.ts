import type { DeclaredCompany, FinancialYear } from '../../contracts/policy/declared';
import { toDay } from '../calendar/civil-day';
import { mulDivRound } from '../money/rounding';
import type { CompanyCase } from './application-case';
import { answerOf, type Facts, stateOf } from './facts';
import { ruleNumber } from './rule-number';
import type { RuleInput } from './rules-port';
import { workingCapitalNeed } from './working-capital';

const PPM = 1_000_000n;
/** Ratios beyond a thousandfold say no more than a thousandfold does, and stay exact in a table. */
const RATIO_BOUND = 1_000n * PPM;
const YEAR_DAYS = 360n;

/** Everything the credit rules and the grading card may read of a company. Ratios are parts per million. */
export function companyFeatures(application: CompanyCase, facts: Facts, staleAfterMonths: number): RuleInput {
  const { declared, appliedOn } = application;
  const need = workingCapitalNeed(declared.workingCapital);
  return {
    ...ratiosOf(declared.year, declared.priorYear),
    companyMonths: monthsBetween(declared.foundedOn, appliedOn),
    companyYears: Math.floor(monthsBetween(declared.foundedOn, appliedOn) / 12),
    industry: declared.industryCode.charAt(0),
    collateral: declared.collateral,
    ownerRecord: declared.ownerRecord,
    relationshipYears: declared.bankRelationshipYears,
    netAssetsMinor: ruleNumber(BigInt(declared.year.equityMinor)),
    workingCapitalNeedMinor: ruleNumber(need.newLoanMinor),
    audit_not_clean: declared.auditOpinion !== 'clean',
    loss_two_years: lossTwoYears(declared),
    stale_statements: monthsBetween(declared.year.endsOn, appliedOn) > staleAfterMonths,
    overdue_over_90: application.standing.daysOverdue > 90,
    ...registerFeatures(facts),
  };
}

function registerFeatures(facts: Facts): RuleInput {
  const registry = answerOf(facts, 'registry');
  const court = answerOf(facts, 'court');
  const tax = answerOf(facts, 'tax');
  return {
    registry: registry?.status ?? stateOf(facts, 'registry'),
    registryNameMatches: registry?.nameMatches ?? null,
    abnormalListed: registry?.abnormalListed ?? null,
    equityFrozen: registry?.equityFrozen ?? null,
    penalties: registry?.penaltyCount ?? null,
    courtState: stateOf(facts, 'court'),
    courtOpenCases: court?.openCaseCount ?? null,
    dishonest: court?.dishonest ?? null,
    taxState: stateOf(facts, 'tax'),
    taxGrade: tax?.creditGrade ?? null,
    taxArrearsMinor: tax ? ruleNumber(BigInt(tax.arrearsMinor)) : null,
    monthsWithoutSales: tax?.monthsWithoutSales24m ?? null,
    salesChangePpm: tax
      ? ratio(BigInt(tax.sales12mMinor) - BigInt(tax.salesPrior12mMinor), tax.salesPrior12mMinor)
      : null,
  };
}

function ratiosOf(year: FinancialYear, prior: FinancialYear): RuleInput {
  const currentAssets = BigInt(year.currentAssetsMinor);
  const both = (a: string, b: string) => BigInt(a) + BigInt(b);
  return {
    debtToAssets: ratio(BigInt(year.liabilitiesMinor), year.assetsMinor),
    currentRatio: cover(currentAssets, year.currentLiabilitiesMinor),
    quickRatio: cover(currentAssets - BigInt(year.inventoryMinor), year.currentLiabilitiesMinor),
    interestCover: cover(BigInt(year.ebitMinor), year.interestMinor),
    cashFlowToDebt: cover(BigInt(year.operatingCashFlowMinor), year.debtMinor),
    returnOnEquity: ratio(2n * BigInt(year.netIncomeMinor), both(year.equityMinor, prior.equityMinor)),
    netMargin: ratio(BigInt(year.netIncomeMinor), year.revenueMinor),
    revenueGrowth: ratio(BigInt(year.revenueMinor) - BigInt(prior.revenueMinor), prior.revenueMinor),
    receivableDays: ratio(
      (YEAR_DAYS * both(year.receivablesMinor, prior.receivablesMinor)) / 2n,
      year.revenueMinor,
    ),
    inventoryDays: ratio((YEAR_DAYS * both(year.inventoryMinor, prior.inventoryMinor)) / 2n, year.costMinor),
  };
}

/** Part ÷ whole in parts per million; no meaning without a positive whole. */
function ratio(part: bigint, whole: string | bigint): number | null {
  const base = BigInt(whole);
  if (base <= 0n) return null;
  const ppm = mulDivRound(part, PPM, base, 'half-up');
  return Number(ppm > RATIO_BOUND ? RATIO_BOUND : ppm < -RATIO_BOUND ? -RATIO_BOUND : ppm);
}

/** How far an income covers a burden; no burden at all is full cover, unless the income itself is negative. */
function cover(income: bigint, burden: string): number | null {
  if (BigInt(burden) === 0n) return Number(income < 0n ? -RATIO_BOUND : RATIO_BOUND);
  return ratio(income, burden);
}

function lossTwoYears(declared: DeclaredCompany): boolean {
  const bothYears =
    BigInt(declared.year.netIncomeMinor) < 0n && BigInt(declared.priorYear.netIncomeMinor) < 0n;
  return bothYears || declared.lossYears >= 2;
}

/** Whole months between two dates. */
export function monthsBetween(from: string, to: string): number {
  if (toDay(to) < toDay(from)) return 0;
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    Number(to.slice(5, 7)) -
    Number(from.slice(5, 7));
  return to.slice(8) < from.slice(8) ? months - 1 : months;
}
