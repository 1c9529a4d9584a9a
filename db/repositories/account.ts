import { encodeLoanEvent, type LoanEventBodyJson } from '../../contracts/loan-events';
import { type Account, accountOf } from '../../domain/account/account-of';
import { type AccountSummary, summaryOf } from '../../domain/account/summary';
import type { AccountTerms } from '../../domain/account/terms';
import { fromDay, toDay } from '../../domain/calendar/civil-day';
import type { Queryable } from '../client';
import { eventsOf, type StoredEvent } from './loan-events';
import { findLoan, type LoanRow, termsOf } from './loans';

export interface LoadedAccount {
  readonly loan: LoanRow;
  readonly terms: AccountTerms;
  readonly events: readonly StoredEvent[];
  readonly account: Account;
}

/** A loan's account folded from its events: as of a date, by what the books knew on another (the same, unless said). */
export async function loadAccount(
  db: Queryable,
  loanId: string,
  times: { readonly asOf: string; readonly knownOn?: string },
): Promise<LoadedAccount | null> {
  const loan = await findLoan(db, loanId);
  if (loan === null) return null;
  const events = await eventsOf(db, loanId);
  const terms = termsOf(loan);
  const account = accountOf(terms, events, {
    asOf: toDay(times.asOf),
    knownOn: toDay(times.knownOn ?? times.asOf),
  });
  return { loan, terms, events, account };
}

/** One event of a loan with what its money cleared; undone ones are kept and marked. */
export interface Transaction {
  readonly eventId: string;
  readonly seq: number;
  readonly effectiveOn: string;
  readonly bookedOn: string;
  readonly actor: string;
  readonly body: LoanEventBodyJson;
  readonly reversed: boolean;
  readonly allocated: {
    readonly feeMinor: string;
    readonly penaltyMinor: string;
    readonly compoundMinor: string;
    readonly interestMinor: string;
    readonly principalMinor: string;
  };
}

/** What happened to a loan, in booking order, as the account stands on a date. */
export function transactionsOf({
  events,
  account,
}: Pick<LoadedAccount, 'events' | 'account'>): Transaction[] {
  const undone = new Set(events.flatMap(({ body }) => (body.type === 'reversed' ? [body.eventKey] : [])));
  const cleared = new Map<string, bigint[]>();
  for (const { ref, amounts } of account.allocations) {
    const sums = cleared.get(ref) ?? [0n, 0n, 0n, 0n, 0n];
    const parts = [amounts.fee, amounts.penalty, amounts.compound, amounts.interest, amounts.principal];
    cleared.set(
      ref,
      sums.map((sum, index) => sum + (parts[index] ?? 0n)),
    );
  }
  return events.map((event) => {
    const { body } = event;
    const ref = 'paymentId' in body ? body.paymentId : body.type === 'disbursed' ? body.payoutId : '';
    const sums = (cleared.get(ref) ?? []).map(String);
    const [
      feeMinor = '0',
      penaltyMinor = '0',
      compoundMinor = '0',
      interestMinor = '0',
      principalMinor = '0',
    ] = sums;
    return {
      eventId: event.id,
      seq: event.seq,
      effectiveOn: fromDay(event.effectiveOn),
      bookedOn: fromDay(event.bookedOn),
      actor: event.actor,
      body: encodeLoanEvent(body),
      reversed: undone.has(event.key),
      allocated: { feeMinor, penaltyMinor, compoundMinor, interestMinor, principalMinor },
    };
  });
}

/** 对账单: where a loan stood before a stretch of booking dates, what was booked in it, and where it stands after. */
export interface LoanStatement {
  readonly from: string;
  readonly to: string;
  readonly opening: AccountSummary;
  readonly transactions: readonly Transaction[];
  readonly closing: AccountSummary;
}

/** A loan's statement by the books: nothing booked later is in it, whatever its effective date. */
export async function statementOf(
  db: Queryable,
  loanId: string,
  period: { readonly from: string; readonly to: string },
): Promise<LoanStatement | null> {
  const loaded = await loadAccount(db, loanId, { asOf: period.to });
  if (loaded === null) return null;
  const { terms, events, account } = loaded;
  const dayBefore = toDay(period.from) - 1;
  const opening = accountOf(terms, events, { asOf: dayBefore, knownOn: dayBefore });
  const known = events.filter((event) => fromDay(event.bookedOn) <= period.to);
  return {
    ...period,
    opening: summaryOf(opening),
    transactions: transactionsOf({ events: known, account }).filter((each) => each.bookedOn >= period.from),
    closing: summaryOf(account),
  };
}
