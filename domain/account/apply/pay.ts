import { least } from '../../money/least';
import { allocateSuspense, receive, skipCleared } from '../allocation';
import { bill } from '../billing';
import type { EventOf } from '../events';
import { type Item, items } from '../item';
import { bearsWithPeriod, chargeMore, touchAll } from '../late';
import { dropDues } from '../line';
import { payoffOf } from '../payoff';
import { relieve } from '../relief';
import { cutAccrual } from '../running';
import type { AccountState } from '../state';
import { billRest, repayEarly } from './prepay';

/** Money against a loan that was written off or sold clears the claim, principal first; what is beyond it waits. */
function recoverClaim(state: AccountState, ref: string, amountMinor: bigint): void {
  let left = amountMinor;
  const order: readonly Item[] = ['principal', 'interest', 'compound', 'penalty', 'fee'];
  for (const item of order) {
    const part = least(state.claims[item], left);
    state.claims[item] -= part;
    state.recovered[item] += part;
    left -= part;
  }
  state.receivedMinor += amountMinor;
  if (left > 0n) state.suspense.push({ ref, leftMinor: left });
}

/** A payment without instruction: what is due, in order; the rest waits or repays early, as the product says. */
export function repay(state: AccountState, event: EventOf<'repaid'> | EventOf<'recovered'>): void {
  const { effectiveOn: on, body } = event;
  if (state.writtenOffOn !== null) {
    recoverClaim(state, body.paymentId, body.amountMinor);
    return;
  }
  receive(state, body.paymentId, body.amountMinor);
  allocateSuspense(state, on);
  if (state.terms.excess !== 'suspense') repayEarly(state, on, state.terms.excess);
}

/** 提前还款: arrears first, then the running interest, the fee and principal. Too little for all of it repays a part. */
export function prepay(state: AccountState, event: EventOf<'prepaid'>): void {
  const { effectiveOn: on, body } = event;
  if (state.writtenOffOn !== null) {
    recoverClaim(state, body.paymentId, body.amountMinor);
    return;
  }
  receive(state, body.paymentId, body.amountMinor);
  touchAll(state, on);
  if (body.way === 'full') {
    const quote = payoffOf(state, on);
    if (quote.totalMinor === 0n) {
      billRest(state, on, 'prepayment', quote.feeMinor);
      allocateSuspense(state, on);
      // Who pays off a revolving loan gives up drawing it again; who only repays all of it keeps it open.
      dropDues(state);
      return;
    }
  }
  allocateSuspense(state, on);
  repayEarly(state, on, body.way === 'full' ? 'shorter-term' : body.way);
}

/** 抵押物处置: costs of enforcement are charged and come first, then what is due. */
export function realiseCollateral(state: AccountState, event: EventOf<'collateral_realised'>): void {
  const { effectiveOn: on, body } = event;
  if (state.writtenOffOn !== null) {
    recoverClaim(state, body.paymentId, body.amountMinor);
    return;
  }
  if (body.costsMinor > 0n) chargeFee(state, on, body.costsMinor);
  receive(state, body.paymentId, body.amountMinor);
  allocateSuspense(state, on);
}

/** A fee belongs to the instalment that fell due last, so that it is cleared in one go with it; before any, it is due by itself. */
export function chargeFee(state: AccountState, on: number, amountMinor: bigint): void {
  const last = state.rows.length - 1;
  const row = state.rows[last];
  if (row === undefined) {
    bill(
      state,
      'charge',
      { from: on, dueOn: on, onTimeUntil: on },
      { principal: 0n, interest: 0n, fee: amountMinor },
    );
    return;
  }
  chargeMore(row, 'fee', amountMinor);
  state.firstOpen = Math.min(state.firstOpen, last);
}

/** 减免: oldest first; more than is owed has no effect. */
export function waive(state: AccountState, event: EventOf<'waived'>): void {
  const { effectiveOn: on, body } = event;
  touchAll(state, on);
  // Principal given up bore contract interest within the period until today.
  if (bearsWithPeriod(state)) cutAccrual(state, on);
  for (const item of items) {
    let left = body.amounts[item];
    for (let index = state.firstOpen; index < state.rows.length && left > 0n; index++) {
      const row = state.rows[index];
      if (row === undefined) continue;
      const part = least(row.open[item], left);
      relieve(state, row, item, part, 'waived');
      left -= part;
    }
  }
  skipCleared(state);
}

/** 退还溢缴款. What is no longer there, because its payment bounced, is owed back as a fee. */
export function refund(state: AccountState, event: EventOf<'refunded'>): void {
  const { effectiveOn: on, body } = event;
  let left = body.amountMinor;
  while (left > 0n && state.suspense.length > 0) {
    const lot = state.suspense[0];
    if (lot === undefined) break;
    const part = least(lot.leftMinor, left);
    lot.leftMinor -= part;
    left -= part;
    if (lot.leftMinor === 0n) state.suspense.shift();
  }
  state.refundedMinor += body.amountMinor;
  if (left > 0n) {
    state.refundShortMinor += left;
    chargeFee(state, on, left);
  }
}
