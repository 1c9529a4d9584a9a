import type { Day } from '../../calendar/civil-day';
import { buildSchedule } from '../../schedule/build-schedule';
import { allocateSuspense, receive } from '../allocation';
import { bill } from '../billing';
import { duesAfter, lengthened } from '../dues';
import type { EventOf } from '../events';
import { duesOf, planOf, relayOver } from '../plan';
import { cutAccrual } from '../running';
import type { AccountState } from '../state';
import { lastLotNo, openLot, paysOutByTerm } from '../term-lots';
import { billRest } from './prepay';

/** The first payout starts the plan on its own date; what the contract foresaw for later is left to events. */
function startPlan(state: AccountState, on: number, amountMinor: bigint): bigint {
  const agreed = state.terms.schedule;
  const keepsFirstDue = agreed.firstDueOn !== undefined && agreed.firstDueOn > on;
  const schedule = {
    ...agreed,
    principalMinor: amountMinor,
    disbursedOn: on,
    firstDueOn: keepsFirstDue ? agreed.firstDueOn : undefined,
    tranches: undefined,
    rateChanges: undefined,
    method: agreed.method.kind === 'revolving' ? { ...agreed.method, repayments: [] } : agreed.method,
  };
  const built = buildSchedule(schedule);
  state.schedule = schedule;
  state.firstDisbursedOn = on;
  state.dues = duesOf(schedule);
  if (built.rows.length > state.dues.length) state.dues.unshift({ no: 0, from: on, dueOn: on });
  state.plan = [...built.rows];
  state.instalmentMinor = built.instalmentMinor;
  state.nextDueOn = built.rows[0]?.dueOn ?? null;
  state.accrueFrom = on;
  state.balanceMinor = amountMinor;
  return built.disbursements[0]?.paidMinor ?? 0n;
}

/** A later payout with a term of its own: its rows join those of the others, and maturity moves with the youngest. */
function lendBeside(state: AccountState, on: Day, amountMinor: bigint): void {
  const parts = planOf(state).map((row) => row.principalMinor);
  const { balanceMinor, instalmentMinor } = state;
  cutAccrual(state, on);
  state.balanceMinor += amountMinor;
  const { schedule } = state;
  const left = state.dues.filter((due) => due.dueOn > on);
  const dues = left.length > 0 ? left : duesAfter(schedule, on, schedule.periods);
  state.dues = dues;
  openLot(state, { balanceMinor, instalmentMinor, parts });
  const missing = lastLotNo(state) - (dues.at(-1)?.no ?? 0);
  relayOver(state, lengthened(schedule, dues, Math.max(0, missing)), 'instalment');
}

/** Money paid out; a fee kept back from it is charged and paid in the same moment. */
export function disburse(state: AccountState, event: EventOf<'disbursed'>): void {
  const { effectiveOn: on, body } = event;
  let dueAtOnce = 0n;
  if (state.firstDisbursedOn === null) {
    dueAtOnce = startPlan(state, on, body.amountMinor);
  } else if (paysOutByTerm(state)) {
    lendBeside(state, on, body.amountMinor);
  } else {
    cutAccrual(state, on);
    state.balanceMinor += body.amountMinor;
    state.dues = state.dues.filter((due) => due.dueOn > on);
    if (state.dues.length > 0) relayOver(state, state.dues, 'term');
    else billRest(state, on, 'acceleration', 0n);
  }
  state.disbursedMinor += body.amountMinor;
  const fee = body.withheldMinor + dueAtOnce;
  if (fee > 0n) {
    bill(state, 'charge', { from: on, dueOn: on, onTimeUntil: on }, { principal: 0n, interest: 0n, fee });
  }
  if (body.withheldMinor > 0n) {
    receive(state, body.payoutId, body.withheldMinor);
    allocateSuspense(state, on);
  }
}
