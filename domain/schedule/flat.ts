import { least } from '../money/least';
import { divRound } from '../money/rounding';
import type { ProblemRow, Reckoning } from './reckoning';
import { applyMultiple } from './residue';
import type { ScheduleTerms } from './terms';

/** How a flat plan (等本等息) divides principal and interest over its rows. */
export interface FlatParts {
  /** Interest that the plan fixes for the next row; null where each row bears its own. */
  interestOf(last: boolean): bigint | null;
  principalBeside(interestMinor: bigint): bigint;
}

interface FlatProblem {
  readonly balanceMinor: bigint;
  /** Rows that repay it: those after a grace on principal. */
  readonly principalRows: number;
  /** Rows that bear interest. */
  readonly rows: readonly ProblemRow[];
}

/** Parts of a flat plan: equal principal (China), one equal total over rows that bear their own interest, or one total of interest divided once. */
export function flatParts(
  terms: ScheduleTerms,
  reckoning: Reckoning,
  quantum: bigint,
  problem: FlatProblem,
): FlatParts {
  const { balanceMinor, principalRows, rows } = problem;
  const share = (amount: bigint, count = principalRows) =>
    divRound(amount, BigInt(count) * quantum, terms.rounding.mode) * quantum;
  if (terms.convention === 'china') {
    const principal = share(balanceMinor);
    return { interestOf: () => null, principalBeside: () => principal };
  }
  if (terms.convention === 'unequal-annuity') {
    const interest = rows
      .slice(-principalRows)
      .reduce((sum, { segments, period }) => sum + reckoning.interest(segments, period), 0n);
    const instalment = applyMultiple(share(balanceMinor + interest), terms);
    return { interestOf: () => null, principalBeside: (own) => instalment - own };
  }
  const total = reckoning.interestOver(rows);
  const each = rows.length === 0 ? 0n : share(total, rows.length);
  let left = total;
  const inMultiples = terms.instalmentMultipleMinor !== undefined;
  const principal = inMultiples
    ? applyMultiple(share(balanceMinor + total), terms) - each
    : share(balanceMinor);
  const interestOf = (last: boolean) => {
    const taken = last ? left : least(each, left);
    left -= taken;
    return taken;
  };
  return { interestOf, principalBeside: () => principal };
}
