import type { Day } from '../calendar/civil-day';
import type { Decimal } from '../money/decimal';
import { conventions } from './conventions';
import { type Period, periodsOf } from './due-dates';
import { type Change, RowBuilder } from './rows';
import type { DatedAmount, Method, ScheduleTerms } from './terms';

/** What each row asks, by row index, of a loan whose payouts are each repaid over a whole term of their own. */
export interface FullTermRows {
  readonly principalMinor: readonly bigint[];
  /** Principal and interest. */
  readonly instalments: readonly bigint[];
}

/** Methods whose payouts can share rows, each with its own part of them. */
const sharing: ReadonlySet<Method['kind']> = new Set([
  'equal-instalment',
  'equal-principal',
  'interest-only',
  'interest-only-first',
]);

/** Whether payouts of a method can share rows, each with its own part of them. */
export function sharesRows(kind: Method['kind']): boolean {
  return sharing.has(kind);
}

/** Where payouts with terms of their own do not fit: the field that stands against them, or null. */
export function againstOwnTerms(
  terms: Pick<ScheduleTerms, 'method' | 'convention' | 'grace'>,
): 'method' | 'convention' | 'grace' | null {
  if (!sharesRows(terms.method.kind)) return 'method';
  if (terms.convention === 'constant-rate') return 'convention';
  return terms.grace === undefined ? null : 'grace';
}

/** The row that first repays a payout of that day; a payout on a due date begins with the next row. */
function firstRowOf(periods: readonly Period[], on: Day): number {
  return periods.findIndex((period) => on < period.dueOn);
}

/** The regular due dates, as many as the payout that begins last needs for its whole term. */
export function fullTermPeriods(terms: ScheduleTerms): Period[] {
  let periods = periodsOf(terms);
  for (const { on } of [...(terms.tranches ?? [])].sort((a, b) => a.on - b.on)) {
    const first = firstRowOf(periods, on);
    if (first >= 0 && first + terms.periods > periods.length)
      periods = periodsOf({ ...terms, periods: first + terms.periods });
  }
  return periods;
}

/** The first period of a payout begins on its day; a convention of one rate per period sees an odd period there. */
function periodsFrom(terms: ScheduleTerms, periods: readonly Period[], on: Day): Period[] {
  const first = firstRowOf(periods, on);
  return periods.slice(first, first + terms.periods).map((period, index) => {
    if (index > 0 || on <= period.from) return period;
    const odd = conventions[terms.convention].annuity === 'rate-per-period';
    return { ...period, from: on, contractualFrom: odd ? on : period.contractualFrom };
  });
}

/** Lays one payout by itself over the due dates that it shares with the others; adds what its rows ask. */
function addPayout(
  terms: ScheduleTerms,
  periods: readonly Period[],
  { on, amountMinor }: DatedAmount,
  rates: readonly Change[],
  sum: { readonly principalMinor: bigint[]; readonly instalments: bigint[] },
): void {
  const known = rates.filter((change) => change.kind === 'rate' && change.on <= on).at(-1);
  const annualRate: Decimal = known?.kind === 'rate' ? known.annualRate : terms.annualRate;
  const { rows } = new RowBuilder({
    terms: { ...terms, fees: undefined },
    periods: periodsFrom(terms, periods, on),
    openingMinor: amountMinor,
    annualRate,
    changes: rates.filter((change) => change.on > on),
    carriedInterestMinor: 0n,
  }).build();
  const first = firstRowOf(periods, on);
  rows.forEach(({ principalMinor, totalMinor }, index) => {
    const at = first + index;
    sum.principalMinor[at] = (sum.principalMinor[at] ?? 0n) + principalMinor;
    sum.instalments[at] = (sum.instalments[at] ?? 0n) + totalMinor;
  });
}

/** The rows of all payouts together: what falls due on one day is one row, and the plan ends with the youngest payout. */
export function fullTermRows(
  terms: ScheduleTerms,
  periods: readonly Period[],
  payouts: readonly DatedAmount[],
  changes: readonly Change[],
): FullTermRows {
  const rates = changes.filter(({ kind }) => kind === 'rate').sort((a, b) => a.on - b.on);
  const sum = { principalMinor: [], instalments: [] };
  for (const payout of payouts) addPayout(terms, periods, payout, rates, sum);
  return sum;
}
