import type { LimitsBody } from '../../contracts/policy/origination';
import type { ProductBody } from '../../contracts/policy/product';
import type { RatioCard } from '../../contracts/policy/scorecard';
import { mulDivRound } from '../money/rounding';
import type { ApplicationCase, CompanyCase, PersonCase } from './application-case';
import { affordableAmount, type BurdenTerms } from './debt-service';
import type { Facts } from './facts';
import { knownMonthlyDebt } from './person-features';
import { workingCapitalNeed } from './working-capital';

/** An upper bound on the amount and the reason to name when it binds. */
export interface AmountCap {
  readonly reason: string;
  readonly amountMinor: bigint;
}

/** The amount that may be offered, with the bounds that were weighed and the one that bound, if any. */
export interface OfferAmount {
  readonly amountMinor: bigint;
  readonly bound: string | null;
  readonly caps: readonly AmountCap[];
}

/** Smallest of what was asked and all bounds, in whole steps of the product. */
export function offerAmount(askedMinor: bigint, stepMinor: bigint, caps: readonly AmountCap[]): OfferAmount {
  let tightest: AmountCap | null = null;
  for (const cap of caps) {
    if (cap.amountMinor < (tightest?.amountMinor ?? askedMinor)) tightest = cap;
  }
  if (tightest === null) return { amountMinor: askedMinor, bound: null, caps };
  const floor = tightest.amountMinor > 0n ? tightest.amountMinor : 0n;
  return { amountMinor: (floor / stepMinor) * stepMinor, bound: tightest.reason, caps };
}

/** Bounds on every application: the grade's share of the product's maximum, and what the customer may owe in all. */
export function commonCaps(
  application: ApplicationCase,
  product: ProductBody,
  limits: LimitsBody,
  maxAmountPercent: number,
): AmountCap[] {
  const ceiling = BigInt(product.maxAmountMinor);
  return [
    { reason: 'GRADE_LIMIT', amountMinor: mulDivRound(ceiling, BigInt(maxAmountPercent), 100n, 'down') },
    {
      reason: 'CUSTOMER_LIMIT',
      amountMinor: BigInt(limits.customerMaxMinor) - application.standing.exposureMinor,
    },
  ];
}

/** What the income bears after known debts, at the rate that would be charged. */
export function affordabilityCap(
  application: PersonCase,
  facts: Facts,
  product: ProductBody,
  limits: LimitsBody,
  terms: BurdenTerms,
): AmountCap {
  const income = BigInt(application.declared.monthlyIncomeMinor);
  const bearable = mulDivRound(income, BigInt(limits.dtiMaxPercent), 100n, 'down');
  const spare = bearable - knownMonthlyDebt(application, facts);
  const amountMinor =
    spare <= 0n ? 0n : affordableAmount(spare, application.amountMinor, BigInt(product.stepMinor), terms);
  return { reason: 'DTI_TOO_HIGH', amountMinor };
}

/** Bounds on a company: its computed need (流贷办法: not above it) and its grade's share of net assets. */
export function companyCaps(application: CompanyCase, card: RatioCard, grade: string): AmountCap[] {
  const need = workingCapitalNeed(application.declared.workingCapital);
  const line = card.grades.find((row) => row.grade === grade)?.maxLinePercent ?? 0;
  const netAssets = BigInt(application.declared.year.equityMinor);
  return [
    { reason: 'ABOVE_WORKING_CAPITAL_NEED', amountMinor: need.newLoanMinor },
    { reason: 'GRADE_LINE', amountMinor: mulDivRound(netAssets, BigInt(line), 100n, 'down') },
  ];
}
