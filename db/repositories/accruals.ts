import { eq, sql } from 'drizzle-orm';
import type { Account } from '../../domain/account/account-of';
import type { AccountSummary } from '../../domain/account/summary';
import type { AccountTerms } from '../../domain/account/terms';
import { fromDay, toDay } from '../../domain/calendar/civil-day';
import { InvariantError } from '../../domain/invariant';
import { accrualAccounts, accrualStates, accruesEvenly } from '../../domain/ledger/accrual-state';
import type { Queryable, Tx } from '../client';
import { compiledRead, compiledSql, insertInto } from '../compiled';
import { accrualBooks, accrualSegments, loanAccruals } from '../schema';
import { UNAWAITED } from '../together';

const putBook = insertInto(accrualBooks, 'ignore');

const of = sql.placeholder;
const putAccrual = compiledSql(sql`${sql.raw(UNAWAITED)}
  insert into loan_accruals (loan_id, clock_id, book_id, status)
  select ${of('loanId')}, ${of('clockId')}, b.id, 'pending' from accrual_books b
  where b.product_code = ${of('productCode')} and b.branch = ${of('branch')} and b.currency = ${of('currency')}
    and b.clock_id is not distinct from ${of('clockId')}
    and (b.interest_code, b.interest_income_code, b.penalty_code, b.penalty_income_code, b.compound_code,
      b.compound_income_code, b.vat_code, b.vat_units, b.ledger)
    = (${of('interestCode')}, ${of('interestIncomeCode')}, ${of('penaltyCode')}, ${of('penaltyIncomeCode')},
      ${of('compoundCode')}, ${of('compoundIncomeCode')}, ${of('vatCode')}, ${of('vatUnits')}::bigint,
      ${of('ledger')}::jsonb)
  on conflict do nothing`);

/** The row of a new loan, and the book that it shares with the loans that accrue into the same accounts. */
export async function openAccrual(
  tx: Tx,
  loan: {
    readonly id: string;
    readonly productCode: string;
    readonly branch: string;
    readonly currency: string;
    readonly clockId: string | null;
  },
  terms: AccountTerms,
): Promise<void> {
  const { id: loanId, productCode, branch, currency, clockId } = loan;
  const book = { clockId, productCode, branch, currency, ...accrualAccounts(terms), ledger: terms.ledger };
  await putBook(tx, book);
  await putAccrual(tx, { ...book, loanId, ledger: JSON.stringify(book.ledger) });
}

/** The date up to which the ledger holds what time brought to a loan; null before its first booking. */
export async function accruedTo(db: Queryable, loanId: string): Promise<string | null> {
  const [row] = await db
    .select({ accruedTo: loanAccruals.accruedTo })
    .from(loanAccruals)
    .where(eq(loanAccruals.loanId, loanId));
  return row?.accruedTo ?? null;
}

const heldAccrual = compiledRead((from) =>
  from
    .select({ accruedTo: loanAccruals.accruedTo })
    .from(loanAccruals)
    .where(eq(loanAccruals.loanId, sql.placeholder('loanId')))
    .for('no key update'),
);

/** The same, held until the transaction ends: close of business passes the loan by and comes back to it. */
export async function lockAccrual(tx: Tx, loanId: string): Promise<string | null> {
  const [row] = await heldAccrual(tx, { loanId });
  if (row === undefined) throw new InvariantError(`loan ${loanId} has no row to accrue in`);
  return row.accruedTo;
}

/**
 * Dates between the one a ledger stands on and that of a booking which are still to be closed: time is booked on each of
 * them, so that its close finds in the ledger what the account asks for on it. None where no date is ever closed.
 */
export async function datesStillOpen(
  tx: Queryable,
  booking: { readonly on: string; readonly clockId: string | null },
  from: string | null,
): Promise<string[]> {
  if (from === null || toDay(booking.on) - toDay(from) < 2) return [];
  const { rows } = await tx.execute<{ on: string }>(sql`
    select day::date::text as on
    from (select coalesce(max(closed_on) filter (where status <> 'open'), min(closed_on) - 1) as closed_on
      from close_runs where clock_id is not distinct from ${booking.clockId}) last,
      generate_series(greatest(last.closed_on, ${from}::date) + 1, ${booking.on}::date - 1, '1 day') as day
    where last.closed_on is not null order by day`);
  return rows.map((row) => row.on);
}

/** An account as it stands after a booking. */
export interface BookedAccount {
  readonly loanId: string;
  readonly terms: AccountTerms;
  readonly account: Account;
  readonly summary: AccountSummary;
}

function segmentRows({ loanId, terms, account }: BookedAccount) {
  const { penalty, compound } = accrualStates(terms, account);
  const kinds = [
    ['penalty', penalty],
    ['compound', compound],
  ] as const;
  return kinds
    .flatMap(([kind, { segments }]) => segments.map((segment) => ({ kind, segment })))
    .map(({ kind, segment }, index) => ({
      loanId,
      no: index + 1,
      kind,
      fromOn: fromDay(segment.from),
      untilOn: fromDay(segment.until),
      balanceMinor: segment.balanceMinor,
      rateUnits: segment.rateUnits,
      basisDays: segment.basisDays,
      sumBefore: segment.sumBefore.toString(),
      carriedMinor: segment.carriedMinor,
      capMinor: segment.capMinor,
    }));
}

/** A row of `loan_accruals` as JSON: amounts as text, named as the columns are. */
function accrualRow({ loanId, terms, account, summary }: BookedAccount) {
  const { interest, penalty, compound } = accrualStates(terms, account);
  const { balances } = account;
  const [segment] = interest.segments;
  if (interest.segments.length > 1) throw new InvariantError(`${loanId} accrues interest in two segments`);
  const segments = interest.nowMinor + penalty.nowMinor + compound.nowMinor;
  const owed =
    balances.principalMinor +
    balances.interestDueMinor +
    balances.interestAccruedMinor +
    balances.penaltyMinor +
    balances.compoundMinor +
    balances.feeMinor;
  const arrears =
    summary.daysOverdue > 0 ? BigInt(summary.dueMinor) - penalty.nowMinor - compound.nowMinor : 0n;
  const text = (amount: bigint | undefined) => (amount ?? 0n).toString();
  return {
    loan_id: loanId,
    accrued_to: summary.asOf,
    even_until: accruesEvenly(terms, account) ? fromDay(account.stableUntil) : null,
    status: summary.status,
    principal_minor: summary.outstandingPrincipalMinor,
    fixed_minor: text(owed - segments),
    overdue_fixed_minor: text(arrears),
    interest_apart_minor: text(balances.interestDueMinor + balances.interestAccruedMinor - interest.nowMinor),
    penalty_apart_minor: text(
      balances.penaltyMinor + balances.compoundMinor - penalty.nowMinor - compound.nowMinor,
    ),
    next_due_on: summary.nextDueOn,
    oldest_unpaid_on: summary.oldestUnpaidOn,
    maturity_on: summary.maturityOn,
    late: summary.bucket !== 'M0',
    from_on: segment === undefined ? null : fromDay(segment.from),
    until_on: segment === undefined ? null : fromDay(segment.until),
    balance_minor: text(segment?.balanceMinor),
    rate_units: text(segment?.rateUnits),
    basis_days: segment?.basisDays ?? 1,
    sum_before: text(segment?.sumBefore),
    carried_minor: text(segment?.carriedMinor),
    cap_minor: segment?.capMinor?.toString() ?? null,
    interest_now_minor: text(interest.nowMinor),
    penalty_now_minor: text(penalty.nowMinor),
    compound_now_minor: text(compound.nowMinor),
    interest_base_minor: text(interest.baseMinor),
    penalty_base_minor: text(penalty.baseMinor),
    compound_base_minor: text(compound.baseMinor),
  };
}

const clearSegments = compiledSql(
  sql`${sql.raw(UNAWAITED)}delete from accrual_segments where loan_id = any(${of('ids')}::text[])`,
);
const changeAccruals = compiledSql(sql`
  update loan_accruals a set
    in_close = b.status in ('active', 'overdue') or a.in_close or a.accrued_to is null,
    accrued_to = b.accrued_to, even_until = b.even_until, status = b.status, principal_minor = b.principal_minor,
    fixed_minor = b.fixed_minor, overdue_fixed_minor = b.overdue_fixed_minor,
    interest_apart_minor = b.interest_apart_minor, penalty_apart_minor = b.penalty_apart_minor, next_due_on = b.next_due_on,
    oldest_unpaid_on = b.oldest_unpaid_on, maturity_on = b.maturity_on, late = b.late,
    from_on = b.from_on, until_on = b.until_on, balance_minor = b.balance_minor, rate_units = b.rate_units,
    basis_days = b.basis_days, sum_before = b.sum_before, carried_minor = b.carried_minor, cap_minor = b.cap_minor,
    interest_now_minor = b.interest_now_minor, penalty_now_minor = b.penalty_now_minor,
    compound_now_minor = b.compound_now_minor, interest_base_minor = b.interest_base_minor,
    penalty_base_minor = b.penalty_base_minor, compound_base_minor = b.compound_base_minor
  from jsonb_populate_recordset(null::loan_accruals, ${of('rows')}::jsonb) b
  where a.loan_id = b.loan_id`);

/** Keeps what loans accrue from their booking on, so that close of business needs neither their events nor their terms. */
export async function storeAccruals(tx: Tx, booked: readonly BookedAccount[]): Promise<void> {
  const ids = booked.map(({ loanId }) => loanId);
  await clearSegments(tx, { ids });
  const segments = booked.flatMap(segmentRows);
  if (segments.length > 0) await tx.insert(accrualSegments).values(segments);
  const { rowCount } = await changeAccruals(tx, { rows: JSON.stringify(booked.map(accrualRow)) });
  if (rowCount !== booked.length) throw new InvariantError('a booked loan has no row to accrue in');
}
