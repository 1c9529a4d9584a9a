import type { Decimal } from '../money/decimal';
import { conventions } from './conventions';
import { reckoningOf } from './reckoning';
import { applyMultiple } from './residue';
import { quantumOf } from './rows';
import type { ScheduleTerms } from './terms';

/** What is to be repaid by one instalment. */
interface Rest {
  readonly balanceMinor: bigint;
  readonly annualRate: Decimal;
  readonly rows: number;
}

/** The instalment over so many rows, where balance and rate alone give it; null where the rows have to be laid to know it. */
export function instalmentFromRate(terms: ScheduleTerms, rest: Rest): bigint | null {
  const { annuity, arithmetic, residue } = conventions[terms.convention];
  const follows = annuity === 'rate-per-period' && arithmetic === 'exact' && residue === 'last-absorbs';
  if (!follows || terms.method.kind !== 'equal-instalment' || terms.grace !== undefined) return null;
  const { balanceMinor, annualRate, rows } = rest;
  const instalment = reckoningOf(terms, quantumOf(terms)).instalment({
    ...{ balanceMinor, annualRate, balloonMinor: 0n, count: rows, firstAfter: 1 },
    rows: () => [],
  });
  return applyMultiple(instalment, terms);
}
