import type { Day } from '../calendar/civil-day';
import type { Account } from './account-of';
import type { LoanEvent } from './events';
import { type Item, items, sumOf } from './item';
import type { AccountTerms } from './terms';

/** Why an event cannot be booked; a refusal to the person who asks, never a bug. */
export type BookingRefusal =
  | { readonly code: 'EFFECTIVE_AFTER_BOOKING' }
  | { readonly code: 'BOOKING_DATE_PASSED' }
  | { readonly code: 'NOTHING_DISBURSED' }
  | { readonly code: 'DISBURSEMENT_EXCEEDS_PRINCIPAL' }
  | { readonly code: 'LOAN_CLOSED' }
  | { readonly code: 'NOTHING_OWED' }
  | { readonly code: 'ARREARS_FIRST' }
  | { readonly code: 'PAYOFF_TOO_SMALL'; readonly neededMinor: bigint }
  | { readonly code: 'WAIVER_EXCEEDS_DEBT' }
  | { readonly code: 'REFUND_EXCEEDS_SUSPENSE' }
  | { readonly code: 'BALLOON_TOO_LARGE' }
  | { readonly code: 'FLAT_RECALCULATED' }
  | { readonly code: 'LIMIT_NOT_REVOLVING' }
  | { readonly code: 'LIMIT_IN_USE' }
  | { readonly code: 'EVENT_NOT_FOUND' }
  | { readonly code: 'EVENT_ALREADY_REVERSED' };

/** What the books know when an event is about to be added to them. */
export interface BookingContext {
  readonly terms: AccountTerms;
  readonly events: readonly LoanEvent[];
  /** The account on the event's effective day, by what is known. */
  readonly account: Account;
  readonly on: Day;
}

function refusesReversal(events: readonly LoanEvent[], eventKey: string): BookingRefusal | null {
  if (!events.some((event) => event.key === eventKey)) return { code: 'EVENT_NOT_FOUND' };
  const reversals = events.filter(
    (event) => event.body.type === 'reversed' && event.body.eventKey === eventKey,
  );
  const standing = reversals.some(
    ({ key }) => !events.some(({ body }) => body.type === 'reversed' && body.eventKey === key),
  );
  return standing ? { code: 'EVENT_ALREADY_REVERSED' } : null;
}

function refusesWaiver(account: Account, waived: Readonly<Record<(typeof items)[number], bigint>>): boolean {
  const { arrears } = account.payoff;
  return sumOf(waived) === 0n || items.some((item) => waived[item] > arrears[item]);
}

/** Why a limit cannot be given up: there is none, or something is owed on it, be it only interest that is not due yet. */
export function againstEndingLimit(
  { schedule }: AccountTerms,
  { payoff }: Account,
): { readonly code: 'LIMIT_NOT_REVOLVING' | 'LIMIT_IN_USE' } | null {
  if (schedule.method.kind !== 'revolving') return { code: 'LIMIT_NOT_REVOLVING' };
  const owed = sumOf(payoff.arrears) + payoff.principalMinor + payoff.interestMinor;
  return owed > 0n ? { code: 'LIMIT_IN_USE' } : null;
}

/** What a restructured plan would repay: all principal, with the arrears that become principal. */
function restructuredPrincipal({ balances }: Account, capitalised: readonly Item[]): bigint {
  const arrears: Readonly<Record<Item, bigint>> = {
    principal: 0n,
    fee: balances.feeMinor,
    penalty: balances.penaltyMinor,
    compound: balances.compoundMinor,
    interest: balances.interestDueMinor + balances.interestAccruedMinor,
  };
  return capitalised.reduce((sum, item) => sum + arrears[item], balances.principalMinor);
}

/** Why a restructured plan cannot be: a balloon beyond what is repaid, or flat rows (等本等息) where interest is computed by day on what is owed. */
function againstNewPlan(
  { method, capitalised }: Extract<LoanEvent['body'], { type: 'restructured' }>,
  { account, terms }: BookingContext,
): BookingRefusal | null {
  if (method?.kind === 'flat' && terms.recalculation === 'daily') return { code: 'FLAT_RECALCULATED' };
  const tooLarge =
    method?.kind === 'balloon' && method.balloonMinor > restructuredPrincipal(account, capitalised);
  return tooLarge ? { code: 'BALLOON_TOO_LARGE' } : null;
}

/** Money in, fees and refunds are always taken; what changes a loan needs a loan that can be changed. */
export function refusalOf(event: LoanEvent, context: BookingContext): BookingRefusal | null {
  const { body } = event;
  const { account, events, on, terms } = context;
  if (event.effectiveOn > on) return { code: 'EFFECTIVE_AFTER_BOOKING' };
  if (body.type === 'reversed') return refusesReversal(events, body.eventKey);
  if (body.type === 'disbursed') {
    const revolving = terms.schedule.method.kind === 'revolving';
    const drawn = revolving ? account.balances.principalMinor : account.totals.disbursedMinor;
    if (drawn + body.amountMinor > terms.schedule.principalMinor || body.withheldMinor > body.amountMinor)
      return { code: 'DISBURSEMENT_EXCEEDS_PRINCIPAL' };
    return null;
  }
  if (account.status === 'pending') return { code: 'NOTHING_DISBURSED' };
  switch (body.type) {
    case 'repaid':
    case 'recovered':
    case 'collateral_realised':
      return null;
    case 'fee_charged':
      return account.status === 'written_off' || account.status === 'transferred'
        ? { code: 'LOAN_CLOSED' }
        : null;
    case 'refunded':
      return body.amountMinor > account.balances.suspenseMinor ? { code: 'REFUND_EXCEEDS_SUSPENSE' } : null;
    case 'waived':
      return refusesWaiver(account, body.amounts) ? { code: 'WAIVER_EXCEEDS_DEBT' } : null;
    default:
      break;
  }
  if (body.type === 'transferred' && account.status === 'written_off') return null;
  if (account.status !== 'active' && account.status !== 'overdue') return { code: 'LOAN_CLOSED' };
  if (body.type === 'limit_ended') return againstEndingLimit(terms, account);
  if (body.type === 'restructured') return againstNewPlan(body, context);
  if (body.type === 'prepaid' && body.way === 'full' && body.amountMinor < account.payoff.totalMinor)
    return { code: 'PAYOFF_TOO_SMALL', neededMinor: account.payoff.totalMinor };
  if (body.type === 'prepaid' && body.way !== 'full') {
    if (sumOf(account.payoff.arrears) >= body.amountMinor) return { code: 'ARREARS_FIRST' };
  }
  return null;
}
