import type { ProductBody, RepaymentMethod } from '../../contracts/policy/product';
import { divRound } from '../money/rounding';
import { tableShares } from '../policy/custom-table';
import { monthsOf } from '../policy/periods';
import { repaymentMethodOf } from '../policy/repayment-method';
import { annuityInstalment } from '../schedule/annuity';
import { WHOLE_PPM } from '../schedule/table-rows';

/** A loan as far as its monthly burden depends on it. */
export interface BurdenTerms {
  readonly method: RepaymentMethod;
  readonly rateBps: number;
  readonly termMonths: number;
  /** How the product shapes the method. */
  readonly repayment: ProductBody['repayment'];
}

const BPS_MONTHS = 120_000n;

/**
 * What a loan takes from a month's income: the instalment, the first and highest one of 等额本金 and 等本等息, the one that
 * comes after rows of interest alone, and for principal at the end its even share, since a borrower must be able to save
 * up for it. What falls due with the payout is no burden of a month. Of a custom table it is the pace at which the
 * steepest of its rows must be saved for.
 */
export function monthlyBurden(amountMinor: bigint, terms: BurdenTerms): bigint {
  const { termMonths, repayment } = terms;
  const atOnce = divRound(amountMinor * BigInt(repayment.downPaymentPercent ?? 0), 100n, 'half-up');
  const principalMinor = amountMinor - atOnce;
  if (terms.method === 'custom') return tableBurden(principalMinor, terms);
  const method = repaymentMethodOf(repayment, terms.method, principalMinor);
  switch (method.kind) {
    case 'equal-instalment':
      return instalment(principalMinor, terms, { months: termMonths, balloonMinor: 0n });
    case 'balloon': {
      const { balloonMinor } = method;
      const saved = divRound(balloonMinor, BigInt(termMonths), 'half-up');
      return instalment(principalMinor, terms, { months: termMonths, balloonMinor }) + saved;
    }
    case 'interest-only-first': {
      const months = Math.max(1, termMonths - monthsOf(repayment, method.periods));
      return method.then === 'equal-instalment'
        ? instalment(principalMinor, terms, { months, balloonMinor: 0n })
        : shareWithInterest(principalMinor, terms, months);
    }
    default:
      return shareWithInterest(principalMinor, terms, termMonths);
  }
}

function instalment(
  principalMinor: bigint,
  { rateBps }: BurdenTerms,
  { months, balloonMinor }: { readonly months: number; readonly balloonMinor: bigint },
): bigint {
  const rate = { numerator: BigInt(rateBps), denominator: BPS_MONTHS };
  return annuityInstalment(
    { principalMinor, balloonMinor, rate, periods: months, firstAfter: 1 },
    1n,
    'half-up',
  );
}

/** What has to be put by each month so that every row of the table finds its principal, and a month's interest on all of it. */
function tableBurden(principalMinor: bigint, { rateBps, termMonths, repayment }: BurdenTerms): bigint {
  const shares = tableShares(repayment, termMonths) ?? [WHOLE_PPM];
  let due = 0n;
  let pace = 0n;
  shares.forEach((share, index) => {
    due += BigInt(share);
    const months = BigInt(Math.min(termMonths, Math.max(1, monthsOf(repayment, index + 1))));
    const needed = divRound(principalMinor * due, months * BigInt(WHOLE_PPM), 'up');
    if (needed > pace) pace = needed;
  });
  return pace + divRound(principalMinor * BigInt(rateBps), BPS_MONTHS, 'half-up');
}

/** An even part of the principal, and a month's interest on all of it. */
function shareWithInterest(principalMinor: bigint, { rateBps }: BurdenTerms, months: number): bigint {
  const over = BigInt(months);
  return divRound(principalMinor * (BPS_MONTHS + BigInt(rateBps) * over), over * BPS_MONTHS, 'half-up');
}

/** The largest multiple of `stepMinor`, up to a ceiling, whose burden stays within what is left of the income. */
export function affordableAmount(
  spareMinor: bigint,
  ceilingMinor: bigint,
  stepMinor: bigint,
  terms: BurdenTerms,
): bigint {
  let low = 0n;
  let high = ceilingMinor / stepMinor;
  while (low < high) {
    const middle = (low + high + 1n) / 2n;
    if (monthlyBurden(middle * stepMinor, terms) <= spareMinor) low = middle;
    else high = middle - 1n;
  }
  return low * stepMinor;
}

/** Debt service to income in basis points; a person without income bears any debt at an endless ratio. */
export function debtToIncomeBps(monthlyDebtMinor: bigint, monthlyIncomeMinor: bigint): number {
  if (monthlyDebtMinor === 0n) return 0;
  if (monthlyIncomeMinor === 0n) return ENDLESS_BPS;
  const ratio = divRound(monthlyDebtMinor * 10_000n, monthlyIncomeMinor, 'half-up');
  return ratio > BigInt(ENDLESS_BPS) ? ENDLESS_BPS : Number(ratio);
}

const ENDLESS_BPS = 9_999_999;
