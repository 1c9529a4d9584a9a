import type { Day } from '../calendar/civil-day';
import { changeRate, defer, extend, pauseInterest, reamortise, restructure } from './apply/change-terms';
import { disburse } from './apply/disburse';
import { accelerate, endLimit, transfer, writeOff } from './apply/end';
import { chargeFee, prepay, realiseCollateral, refund, repay, waive } from './apply/pay';
import { advanceTo, settle } from './billing';
import type { EventOf, LoanEvent, LoanEventType } from './events';
import { touchAll } from './late';
import type { AccountState } from './state';

type Handlers = { readonly [T in LoanEventType]: (state: AccountState, event: EventOf<T>) => void };

const handlers: Handlers = {
  disbursed: disburse,
  repaid: repay,
  recovered: repay,
  prepaid: prepay,
  collateral_realised: realiseCollateral,
  fee_charged: (state, { effectiveOn, body }) => chargeFee(state, effectiveOn, body.amountMinor),
  waived: waive,
  rate_changed: changeRate,
  interest_paused: pauseInterest,
  limit_ended: endLimit,
  deferred: defer,
  extended: extend,
  reamortised: reamortise,
  restructured: restructure,
  accelerated: (state, { effectiveOn }) => accelerate(state, effectiveOn),
  written_off: (state, { effectiveOn }) => writeOff(state, effectiveOn),
  transferred: transfer,
  refunded: refund,
  reversed: () => undefined,
};

/** Applies events in the order given, each on its effective day. Start from an open account or from a copy of an earlier state. */
export function foldEvents(state: AccountState, timeline: readonly LoanEvent[]): AccountState {
  for (const event of timeline) {
    advanceTo(state, event.effectiveOn);
    const handle = handlers[event.body.type] as (to: AccountState, what: LoanEvent) => void;
    handle(state, event);
    const { nextDueOn } = state;
    const duesToday = nextDueOn === null ? state.dues.length > 0 : nextDueOn <= event.effectiveOn;
    if (duesToday) advanceTo(state, event.effectiveOn);
    settle(state, event.effectiveOn);
  }
  return state;
}

/** Brings a folded account to a day and counts what grows by the day. */
export function closeDay(state: AccountState, on: Day): AccountState {
  advanceTo(state, on);
  touchAll(state, on);
  settle(state, on);
  return state;
}
