import type { Day } from '../calendar/civil-day';
import { planPeriods } from '../schedule/build-schedule';
import { type Period, settlePeriod } from '../schedule/due-dates';
import { instalmentFromRate } from '../schedule/instalment-from-rate';
import { type Keep, type RebuildInput, type RemainingDue, rebuildFrom } from '../schedule/rebuild';
import type { ScheduleRow } from '../schedule/schedule';
import type { FeeTerm, Method, ScheduleTerms } from '../schedule/terms';
import { adoptRows, customTerms } from './custom-plan';
import { periodInterest } from './period-interest';
import type { AccountState } from './state';
import { layLots } from './term-lots';

/** Contractual due dates that a plan begins with. */
export function duesOf(schedule: ScheduleTerms): RemainingDue[] {
  return planPeriods(schedule).map(({ no, contractualFrom, contractualDueOn }) => ({
    no,
    from: contractualFrom,
    dueOn: contractualDueOn,
  }));
}

/** Length of the period behind one due date; a bullet's only period is the whole term. */
function termsOfPeriods(schedule: ScheduleTerms): ScheduleTerms {
  if (schedule.method.kind !== 'bullet') return schedule;
  return { ...schedule, period: { ...schedule.period, every: schedule.period.every * schedule.periods } };
}

/** The running period as the schedule engine sees it, started on a day inside it. */
export function runningPeriod(state: AccountState, due: RemainingDue): Period {
  const contractual = { from: due.from, dueOn: due.dueOn, regularFrom: due.from };
  return settlePeriod(termsOfPeriods(state.schedule), due.no, contractual, due.from);
}

function less(count: number | undefined, passed: number): number {
  return Math.max(0, (count ?? 0) - passed);
}

function methodFrom(method: Method, passed: number): Method {
  if (method.kind === 'interest-only-first') return { ...method, periods: less(method.periods, passed) };
  if (method.kind === 'custom') return { ...method, rows: method.rows.slice(passed) };
  if (method.kind === 'revolving') return { ...method, repayments: [] };
  return method;
}

/** Until when rows have fallen due, and the day from which the rows after them are laid again. */
interface Stretch {
  readonly billedUntil: Day;
  readonly laidFrom: Day;
}

function stretchOf({ rows, firstDisbursedOn }: AccountState, laidFrom: Day): Stretch {
  let billedUntil = firstDisbursedOn ?? laidFrom;
  for (const { cause, dueOn } of rows) if (cause === 'instalment') billedUntil = dueOn;
  return { billedUntil, laidFrom };
}

/** Fees still to come: one whose day has passed without a row falling due is due with the next row. */
function feesFrom(fees: ScheduleTerms['fees'], { billedUntil, laidFrom }: Stretch): ScheduleTerms['fees'] {
  return fees?.flatMap((fee): FeeTerm[] => {
    if (fee.when.kind === 'each-row') return [fee];
    if (fee.when.kind === 'upfront' || fee.when.on <= billedUntil) return [];
    return [{ ...fee, when: { kind: 'at', on: Math.max(fee.when.on, laidFrom + 1) } }];
  });
}

/** What the terms say from a later period on, with periods counted from there. */
function termsFrom(schedule: ScheduleTerms, passed: number, stretch: Stretch): ScheduleTerms {
  const { grace } = schedule;
  return {
    ...termsOfPeriods(schedule),
    method: methodFrom(schedule.method, passed),
    fees: feesFrom(schedule.fees, stretch),
    grace:
      grace === undefined
        ? undefined
        : {
            principalPeriods: less(grace.principalPeriods, passed),
            interestPeriods: less(grace.interestPeriods, passed),
            interestFreePeriods: less(grace.interestFreePeriods, passed),
            interestFreeDays: grace.interestFreeDays,
          },
  };
}

/** Interest that the running period earned before its present stretch. */
function carriedInterest(state: AccountState, due: RemainingDue): bigint {
  const { schedule, closedSegments } = state;
  if (closedSegments.length === 0) return state.carriedMinor;
  return state.carriedMinor + periodInterest(schedule, runningPeriod(state, due), closedSegments);
}

/** Interest of the days before the running period proper, when a deferral moved its due date away. */
function gapInterest(state: AccountState, due: RemainingDue): bigint {
  if (due.from <= state.accrueFrom) return 0n;
  const { schedule, rate, balanceMinor } = state;
  const gap = { from: state.accrueFrom, to: due.from, balanceMinor, annualRate: rate };
  return periodInterest(schedule, runningPeriod(state, due), [gap]);
}

/** First day of the row of a due date. */
export const rowStart = ({ from, startsOn }: RemainingDue): Day => startsOn ?? from;

/** Rows over due dates, the first with what the running period earned before its present stretch. */
function rowsOver(
  state: AccountState,
  dues: readonly RemainingDue[],
  keep: Keep,
  fixed?: RebuildInput['fixed'],
): ReturnType<typeof rebuildFrom> {
  const first = dues[0];
  if (first === undefined) return { rows: [], instalmentMinor: null };
  const passed = first.no - 1;
  const earned = carriedInterest(state, first) + gapInterest(state, first);
  const fromDay = Math.max(state.accrueFrom, first.from);
  const putOff = less(state.schedule.grace?.interestPeriods, passed) > 0;
  const built = rebuildFrom({
    terms: customTerms(state, termsFrom(state.schedule, passed, stretchOf(state, fromDay))),
    fromDay,
    annualRate: state.rate,
    balanceMinor: state.balanceMinor,
    remaining: dues.map((due) => ({ ...due, no: due.no - passed })),
    fixed,
    keep,
    carriedInterestMinor: putOff ? earned : 0n,
  });
  const onTop = putOff ? 0n : earned;
  const rows = built.rows.map((row, index) => {
    const no = dues[index]?.no ?? row.no + passed;
    if (index > 0) return { ...row, no };
    const from = rowStart(first);
    const interestMinor = row.interestMinor + onTop;
    return { ...row, no, from, interestMinor, totalMinor: row.totalMinor + onTop };
  });
  return { rows, instalmentMinor: built.instalmentMinor };
}

/** What the rows keep: the term, or the instalment where there is one. */
function keepOf({ keep, instalmentMinor }: AccountState): Keep {
  const kept = keep === 'instalment' ? instalmentMinor : null;
  return kept === null ? { what: 'term' } : { what: 'instalment', instalmentMinor: kept };
}

/** The rows to come: laid again over the remaining due dates when an event made them stale. */
export function planOf(state: AccountState): ScheduleRow[] {
  if (state.plan !== null) return state.plan;
  const first = state.dues[0];
  if (first === undefined || state.balanceMinor === 0n) {
    state.plan = [];
    return state.plan;
  }
  if (state.lots.length > 0) state.plan = planOfLots(state, first);
  else {
    const { rows, instalmentMinor } = rowsOver(state, state.dues, keepOf(state));
    state.plan = rows;
    state.instalmentMinor = instalmentMinor;
  }
  state.nextDueOn = state.plan[0]?.dueOn ?? null;
  return state.plan;
}

function planOfLots(state: AccountState, first: RemainingDue): ScheduleRow[] {
  const base = { fromDay: Math.max(state.accrueFrom, first.from), annualRate: state.rate };
  const { count, fixed } = layLots(state, base, (passed) =>
    termsFrom(state.schedule, passed, stretchOf(state, base.fromDay)),
  );
  state.instalmentMinor = null;
  return rowsOver(state, state.dues.slice(0, count), { what: 'term' }, fixed).rows;
}

/** The row that falls due next. Where its instalment is known it is laid without the rows after it, which follow from it. */
export function headOf(state: AccountState): ScheduleRow | undefined {
  const { schedule, lots, dues } = state;
  const follows = schedule.method.kind === 'equal-instalment' && schedule.grace === undefined;
  if (state.plan === null && follows && lots.length === 0 && dues.length > 2 && state.balanceMinor > 0n) {
    settleInstalment(state);
    const { instalmentMinor } = state;
    if (state.plan === null && instalmentMinor !== null)
      return rowsOver(state, dues.slice(0, 2), { what: 'instalment', instalmentMinor }).rows[0];
  }
  return planOf(state)[0];
}

/** Fixes the instalment of rows that an earlier event made stale as whoever looked would have seen it; lays them only where it takes rows to know. */
export function settleInstalment(state: AccountState): void {
  const { plan, keep, instalmentMinor, lots, dues, balanceMinor, rate, schedule } = state;
  if (plan !== null || (keep === 'instalment' && instalmentMinor !== null && lots.length === 0)) return;
  const known = lots.length === 0 && dues.length > 0 && balanceMinor > 0n;
  const rest = { balanceMinor, annualRate: rate, rows: dues.length };
  const instalment = known ? instalmentFromRate(schedule, rest) : null;
  if (instalment === null) planOf(state);
  else state.instalmentMinor = instalment === 0n ? null : instalment;
}

/** Marks the rows to come as stale. A change of what is kept settles the former one first. */
export function relay(state: AccountState, keep: AccountState['keep']): void {
  if (state.keep !== keep) {
    settleInstalment(state);
    if (state.schedule.method.kind === 'custom') state.schedule = adoptRows(state, planOf(state));
  }
  state.keep = keep;
  state.plan = null;
}

/** Replaces the due dates to come; the plan is laid at once, since it decides what is due next. */
export function relayOver(state: AccountState, dues: RemainingDue[], keep: AccountState['keep']): void {
  relay(state, keep);
  state.dues = dues;
  planOf(state);
}
