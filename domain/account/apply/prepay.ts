import type { Day } from '../../calendar/civil-day';
import { least } from '../../money/least';
import { allocateSuspense, suspenseOf } from '../allocation';
import { bill, closePlan } from '../billing';
import { rowsNeeded } from '../custom-plan';
import { hasOpenRows, touchAtTurn } from '../late';
import { planOf, relay } from '../plan';
import { prepaymentFee, principalWithin } from '../prepayment-fee';
import { accruedInterest, cutAccrual, restartAccrual } from '../running';
import type { AccountState } from '../state';
import { repayLots } from '../term-lots';

/** What remains of the loan falls due on a day, with the interest earned until then. */
export function billRest(
  state: AccountState,
  on: Day,
  cause: 'prepayment' | 'acceleration',
  fee: bigint,
): void {
  const interest = accruedInterest(state, on);
  const principal = state.balanceMinor;
  touchAtTurn(state, on);
  if (principal + interest + fee > 0n) {
    const from = state.dues[0]?.from ?? on;
    bill(state, cause, { from, dueOn: on, onTimeUntil: on }, { principal, interest, fee });
  }
  state.balanceMinor = 0n;
  restartAccrual(state, on);
  closePlan(state);
}

/** Repays principal before it is due with the money that waits. The whole rest ends the loan; a part shortens the term or lowers the instalment. */
export function repayEarly(state: AccountState, on: Day, way: 'shorter-term' | 'lower-instalment'): void {
  const money = suspenseOf(state);
  if (money === 0n || state.balanceMinor === 0n || hasOpenRows(state)) return;
  const interest = accruedInterest(state, on);
  const wholeFee = prepaymentFee(state, state.balanceMinor, on);
  if (money >= state.balanceMinor + interest + wholeFee) {
    billRest(state, on, 'prepayment', wholeFee);
    allocateSuspense(state, on);
    return;
  }
  const collected =
    state.terms.prepayment.runningInterest === 'collected' || money >= state.balanceMinor + wholeFee;
  repayPart(state, on, way, collected ? interest : 0n, money, collected);
}

function repayPart(
  state: AccountState,
  on: Day,
  way: 'shorter-term' | 'lower-instalment',
  interest: bigint,
  money: bigint,
  collected: boolean,
): void {
  const paidInterest = least(interest, money);
  const principal = least(principalWithin(state, money - paidInterest, on), state.balanceMinor);
  const fee = prepaymentFee(state, principal, on);
  if (principal === 0n) return;
  cutAccrual(state, on);
  const share = way === 'shorter-term' ? principalShare(state) : 0n;
  const parts = customParts(state, way);
  relay(state, keepFor(way));
  const from = state.dues[0]?.from ?? on;
  bill(
    state,
    'prepayment',
    { from, dueOn: on, onTimeUntil: on },
    { principal, interest: collected ? paidInterest : 0n, fee },
  );
  if (collected) restartAccrual(state, on);
  state.balanceMinor -= principal;
  if (state.lots.length > 0) repayLots(state, way);
  else if (share > 0n) state.dues = state.dues.slice(0, Number((state.balanceMinor + share - 1n) / share));
  else if (parts.length > 0) state.dues = state.dues.slice(0, rowsNeeded(parts, state.balanceMinor));
  relay(state, keepFor(way));
  allocateSuspense(state, on);
}

/** What the rows of a table repay as they are laid, when the last of them are to fall away. */
function customParts(state: AccountState, way: 'shorter-term' | 'lower-instalment'): readonly bigint[] {
  if (way !== 'shorter-term' || state.schedule.method.kind !== 'custom') return [];
  return planOf(state).map(({ principalMinor }) => principalMinor);
}

/** Equal parts of principal have no instalment to keep: the part is kept, and the last due dates fall away. */
function principalShare(state: AccountState): bigint {
  const { kind } = state.schedule.method;
  if (kind !== 'equal-principal' && kind !== 'flat') return 0n;
  return planOf(state)[0]?.principalMinor ?? 0n;
}

function keepFor(way: 'shorter-term' | 'lower-instalment'): AccountState['keep'] {
  return way === 'shorter-term' ? 'instalment' : 'term';
}
