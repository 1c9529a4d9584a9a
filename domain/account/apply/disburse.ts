import type { Day } from '../../calendar/civil-day';
import { divRound } from '../../money/rounding';
import { buildSchedule, downPaymentOf } from '../../schedule/build-schedule';
import type { Method, ScheduleTerms } from '../../schedule/terms';
import { allocateSuspense, receive } from '../allocation';
import { bill } from '../billing';
import { scaledTable } from '../custom-plan';
import { duesAfter, lengthened } from '../dues';
import type { EventOf } from '../events';
import { touchAtTurn } from '../late';
import { openDues } from '../line';
import { duesOf, planOf, relayOver } from '../plan';
import { cutAccrual, restartAccrual } from '../running';
import type { AccountState } from '../state';
import { lastLotNo, openLot, paysOutByTerm } from '../term-lots';
import { billRest } from './prepay';

/** The method as far as it depends on what is paid out: an account's own events say what a revolving loan repays, and a table speaks of the whole amount. */
function drawnMethod(state: AccountState, agreed: ScheduleTerms, amountMinor: bigint): Method {
  const { method } = agreed;
  if (method.kind === 'revolving') return { ...method, repayments: [] };
  if (method.kind === 'custom') return scaledTable(method, amountMinor - downPaymentOf(agreed, amountMinor));
  return method.kind === 'balloon' ? { ...method, balloonMinor: balloonOf(state, amountMinor) } : method;
}

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
    method: drawnMethod(state, agreed, amountMinor),
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

/** 首付 of a later payout: due with it, and never a part of the rows to come. */
function dueWithPayout(state: AccountState, on: Day, amountMinor: bigint): bigint {
  const principal = downPaymentOf(state.schedule, amountMinor);
  if (principal > 0n)
    bill(state, 'charge', { from: on, dueOn: on, onTimeUntil: on }, { principal, interest: 0n, fee: 0n });
  return amountMinor - principal;
}

/** A later payout with a term of its own: its rows join those of the others, and maturity moves with the youngest. */
function lendBeside(state: AccountState, on: Day, amountMinor: bigint): void {
  const parts = planOf(state).map((row) => row.principalMinor);
  const { balanceMinor, instalmentMinor } = state;
  beginStretch(state, on);
  state.balanceMinor += dueWithPayout(state, on, amountMinor);
  const { schedule } = state;
  const left = state.dues.filter((due) => due.dueOn > on);
  const dues = left.length > 0 ? left : duesAfter(schedule, on, schedule.periods);
  state.dues = dues;
  openLot(state, { balanceMinor, instalmentMinor, parts });
  const missing = lastLotNo(state) - (dues.at(-1)?.no ?? 0);
  relayOver(state, lengthened(schedule, dues, Math.max(0, missing)), 'instalment');
}

/** A later payout joins the balance that is repaid over the rows that are left. */
function lendOver(state: AccountState, on: Day, amountMinor: bigint): void {
  beginStretch(state, on);
  state.balanceMinor += dueWithPayout(state, on, amountMinor);
  state.schedule = withBalloon(state, amountMinor);
  openDues(state, on);
  if (state.dues.length > 0) relayOver(state, state.dues, 'term');
  else billRest(state, on, 'acceleration', 0n);
}

/** The new balance bears interest from its day; where no period is running, nothing was earned before. */
function beginStretch(state: AccountState, on: Day): void {
  if (state.balanceMinor > 0n) {
    cutAccrual(state, on);
    return;
  }
  touchAtTurn(state, on);
  restartAccrual(state, on);
}

/** 气球贷: the part of the agreed balloon that belongs to what was paid out of the agreed amount. */
function balloonOf({ terms }: AccountState, lentMinor: bigint): bigint {
  const { method, principalMinor } = terms.schedule;
  return method.kind === 'balloon'
    ? divRound(method.balloonMinor * lentMinor, principalMinor, 'half-up')
    : 0n;
}

/** The balloon grows with each payout, so that it is the agreed one when all is drawn. */
function withBalloon(state: AccountState, amountMinor: bigint): ScheduleTerms {
  const { schedule, disbursedMinor } = state;
  if (schedule.method.kind !== 'balloon') return schedule;
  const more = balloonOf(state, disbursedMinor + amountMinor) - balloonOf(state, disbursedMinor);
  return { ...schedule, method: { ...schedule.method, balloonMinor: schedule.method.balloonMinor + more } };
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
    lendOver(state, on, body.amountMinor);
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
