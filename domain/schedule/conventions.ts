import type { RoundingMode } from '../money/rounding';

/** Names of the three ways of reckoning that one engine knows. */
export type ConventionName = 'china' | 'unequal-annuity' | 'constant-rate';

/** What distinguishes one way of reckoning from another; all else is product data. */
export interface Convention {
  /** Instalment from one rate per period, or from the factor of each real period. */
  readonly annuity: 'rate-per-period' | 'period-factors';
  /** Exact fractions rounded once, or 19 significant digits at each step. */
  readonly arithmetic: 'exact' | '19-digits';
  /** Who bears the odd cents: the last row, or all rows when they are more than half a cent each. */
  readonly residue: 'last-absorbs' | 'spread';
  readonly defaultMode: RoundingMode;
}

/** The Chinese bank convention, the unequal-period annuity at 19 digits, and the older constant-rate one. */
export const conventions: Readonly<Record<ConventionName, Convention>> = {
  china: { annuity: 'rate-per-period', arithmetic: 'exact', residue: 'last-absorbs', defaultMode: 'half-up' },
  'unequal-annuity': {
    annuity: 'period-factors',
    arithmetic: '19-digits',
    residue: 'spread',
    defaultMode: 'half-even',
  },
  'constant-rate': {
    annuity: 'rate-per-period',
    arithmetic: '19-digits',
    residue: 'last-absorbs',
    defaultMode: 'half-even',
  },
};
