import { periodsOf } from '../../schedule/due-dates';
import { quantumOf } from '../../schedule/rows';
import { tableRows } from '../../schedule/table-rows';
import type { ScheduleTerms } from '../../schedule/terms';
import { skipCleared } from '../allocation';
import { bill } from '../billing';
import { lengthened, shift } from '../dues';
import type { EventOf } from '../events';
import { chargeMore, openOf, touchAll } from '../late';
import { withPause } from '../pause';
import { duesOf, relay, relayOver, rowStart } from '../plan';
import { relieve } from '../relief';
import { accruedInterest, cutAccrual, restartAccrual } from '../running';
import type { AccountState } from '../state';
import { extendLots } from '../term-lots';

/** A new contract rate: overdue amounts and the running period are counted at the old one until then. */
export function changeRate(state: AccountState, event: EventOf<'rate_changed'>): void {
  const { effectiveOn: on, body } = event;
  touchAll(state, on);
  cutAccrual(state, on);
  state.rate = body.annualRate;
  if (state.balanceMinor > 0n) relay(state, 'term');
}

export function pauseInterest(state: AccountState, event: EventOf<'interest_paused'>): void {
  const { effectiveOn: from, body } = event;
  if (body.until <= from) return;
  const pause = { from, to: body.until };
  state.interestPauses = withPause(state.interestPauses, pause);
  if (body.also === 'penalty-too') state.penaltyPauses = withPause(state.penaltyPauses, pause);
}

/** 延期: all due dates to come move on, the instalment stays; the longer first period earns by days, unless its interest is given up. */
export function defer(state: AccountState, event: EventOf<'deferred'>): void {
  const { body, effectiveOn: on } = event;
  const due = state.nextDueOn;
  if (due === null || state.balanceMinor === 0n) return;
  cutAccrual(state, on);
  const { schedule } = state;
  const moved = state.dues.map((row, index) => ({
    no: row.no,
    from: shift(schedule, row.from, body.periods),
    dueOn: shift(schedule, row.dueOn, body.periods),
    ...(index === 0 && { startsOn: rowStart(row) }),
  }));
  const bullet = schedule.method.kind === 'bullet' && moved[0] !== undefined;
  relayOver(
    state,
    bullet ? moved.map((row, index) => ({ ...row, from: state.dues[index]?.from ?? row.from })) : moved,
    'instalment',
  );
  const newDue = state.nextDueOn;
  if (body.interest === 'waived' && newDue !== null)
    state.interestPauses = withPause(state.interestPauses, { from: due, to: newDue });
}

/** 展期: more periods after the last, the rest spread over all of them. A bullet's only due date moves. */
export function extend(state: AccountState, event: EventOf<'extended'>): void {
  const { body, effectiveOn: on } = event;
  if (state.balanceMinor === 0n) return;
  cutAccrual(state, on);
  const { schedule } = state;
  const bullet = schedule.method.kind === 'bullet';
  state.schedule = { ...schedule, periods: schedule.periods + body.periods };
  const dues = bullet
    ? state.dues.map((due) => ({ ...due, dueOn: shift(schedule, due.dueOn, body.periods) }))
    : lengthened(schedule, state.dues, body.periods);
  extendLots(state, body.periods);
  relayOver(state, dues, 'term');
}

export function reamortise(state: AccountState, event: EventOf<'reamortised'>): void {
  const { body, effectiveOn: on } = event;
  if (state.balanceMinor === 0n || state.schedule.method.kind === 'bullet') return;
  cutAccrual(state, on);
  const extra = body.periods - state.dues.length;
  const dues = extra > 0 ? lengthened(state.schedule, state.dues, extra) : state.dues.slice(0, body.periods);
  state.lots = [];
  relayOver(state, dues, 'term');
}

/** 重组: overdue principal returns into the plan, the named arrears are capitalised, and a new plan begins on the day. */
export function restructure(state: AccountState, event: EventOf<'restructured'>): void {
  const { body, effectiveOn: on } = event;
  touchAll(state, on);
  const accrued = accruedInterest(state, on);
  if (accrued > 0n && body.capitalised.includes('interest')) {
    const when = { from: state.dues[0]?.from ?? on, dueOn: on, onTimeUntil: on };
    bill(state, 'charge', when, { principal: 0n, interest: accrued, fee: 0n });
  }
  for (let index = state.firstOpen; index < state.rows.length; index++) {
    const row = state.rows[index];
    if (row === undefined) continue;
    const principal = openOf(row, 'principal');
    chargeMore(row, 'principal', -principal);
    state.balanceMinor += principal;
    for (const item of body.capitalised) {
      const open = openOf(row, item);
      relieve(state, row, item, open, 'capitalised');
      state.balanceMinor += open;
    }
  }
  skipCleared(state);
  // A payment learned of later may have paid everything before that day: then no new plan begins, and the former dates stay.
  if (state.balanceMinor > 0n) beginAgain(state, event, body.capitalised.includes('interest') ? 0n : accrued);
}

function beginAgain(state: AccountState, event: EventOf<'restructured'>, carriedMinor: bigint): void {
  const { body, effectiveOn: on } = event;
  const former = state.schedule;
  state.rate = body.annualRate ?? state.rate;
  const next: ScheduleTerms = {
    ...former,
    principalMinor: state.balanceMinor,
    disbursedOn: on,
    firstDueOn: body.firstDueOn !== undefined && body.firstDueOn > on ? body.firstDueOn : undefined,
    annualRate: state.rate,
    method: body.method ?? (former.method.kind === 'custom' ? { kind: 'equal-instalment' } : former.method),
    periods: body.periods,
    dueAt: undefined,
    downPaymentRate: undefined,
    grace: undefined,
    fees: former.fees?.filter((fee) => fee.when.kind === 'each-row'),
  };
  state.schedule = body.sharesPpm === undefined ? next : byTable(next, body.sharesPpm);
  restartAccrual(state, on);
  state.carriedMinor = carriedMinor;
  state.instalmentMinor = null;
  state.lots = [];
  // What the former rows kept ends with them: nothing of them goes over into the new plan.
  state.keep = 'term';
  relayOver(state, duesOf(state.schedule), 'term');
}

/** The new principal by agreed shares over the new due dates; rows of a table bear interest by days. */
function byTable(schedule: ScheduleTerms, shares: readonly number[]): ScheduleTerms {
  const dues = periodsOf({ ...schedule, method: { kind: 'equal-principal' } });
  const amounts = { lentMinor: schedule.principalMinor, quantum: quantumOf(schedule) };
  return {
    ...schedule,
    interest: 'by-day',
    method: { kind: 'custom', rows: tableRows(shares, dues, amounts) },
  };
}
