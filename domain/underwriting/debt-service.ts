import type { RepaymentMethod } from '../../contracts/policy/product';
import { divRound } from '../money/rounding';
import { annuityInstalment } from '../schedule/annuity';

/** A loan as far as its monthly burden depends on it. */
export interface BurdenTerms {
  readonly method: RepaymentMethod;
  readonly rateBps: number;
  readonly termMonths: number;
}

const BPS_MONTHS = 120_000n;

/**
 * What a loan takes from a month's income: the instalment, the first and highest one of 等额本金, and for principal
 * at the end its even share, since a borrower must be able to save up for it.
 */
export function monthlyBurden(principalMinor: bigint, terms: BurdenTerms): bigint {
  const months = BigInt(terms.termMonths);
  const rate = BigInt(terms.rateBps);
  switch (terms.method) {
    case 'equal-instalment':
      return annuityInstalment(
        {
          principalMinor,
          balloonMinor: 0n,
          rate: { numerator: rate, denominator: BPS_MONTHS },
          periods: terms.termMonths,
          firstAfter: 1,
        },
        1n,
        'half-up',
      );
    case 'equal-principal':
      return divRound(principalMinor * (BPS_MONTHS + rate * months), months * BPS_MONTHS, 'half-up');
    case 'interest-only':
    case 'bullet':
      return divRound(principalMinor * (BPS_MONTHS + rate * months), months * BPS_MONTHS, 'half-up');
  }
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
