import { divRound } from '../money/rounding';
import type { ScheduleTerms } from './terms';

const rounds = 3;

/** The instalment as a multiple, where the product asks for one; never rounded away to nothing. */
export function applyMultiple(amount: bigint, terms: ScheduleTerms): bigint {
  const multiple = terms.instalmentMultipleMinor;
  if (multiple === undefined || multiple === 0n) return amount;
  const rounded = divRound(amount, multiple, terms.rounding.mode) * multiple;
  return rounded === 0n ? amount : rounded;
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** Moves the instalment by its share of the last row's gap, at most three times and only while the gap shrinks. Up to half a unit per row is left to the last row. */
export function spreadResidue(
  instalment: bigint,
  rows: number,
  terms: ScheduleTerms,
  quantum: bigint,
  gapOf: (instalment: bigint) => bigint,
): bigint {
  const tolerated = BigInt(Math.floor(rows / 2)) * quantum;
  if (tolerated === 0n) return instalment;
  let settled = instalment;
  let gap = gapOf(settled);
  for (let round = 0; round < rounds && magnitude(gap) > tolerated; round++) {
    const share = divRound(gap, BigInt(rows) * quantum, 'half-even') * quantum;
    const trial = applyMultiple(settled + share, terms);
    if (trial === settled) break;
    const trialGap = gapOf(trial);
    if (magnitude(trialGap) >= magnitude(gap)) break;
    settled = trial;
    gap = trialGap;
  }
  return settled;
}
