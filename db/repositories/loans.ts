import { eq, sql } from 'drizzle-orm';
import { type AccountTermsJson, decodeAccountTerms } from '../../contracts/account-terms';
import { newId } from '../../contracts/ids';
import type { AccountSummary } from '../../domain/account/summary';
import type { AccountTerms } from '../../domain/account/terms';
import { InvariantError } from '../../domain/invariant';
import type { Queryable, Tx } from '../client';
import { compiledRead, compiledSql, insertIfNew } from '../compiled';
import { loans } from '../schema';
import { openAccrual } from './accruals';

export type LoanRow = typeof loans.$inferSelect;

export interface NewLoan {
  readonly id?: string;
  readonly applicationId: string;
  readonly customerId: string;
  readonly productCode: string;
  readonly productVersion: number;
  readonly branch?: string;
  readonly terms: AccountTermsJson;
  readonly clockId: string | null;
}

const putLoan = insertIfNew(loans);

/** Writes the contract's account; the same application always gets the same loan. */
export async function createLoan(tx: Tx, loan: NewLoan): Promise<LoanRow> {
  const terms = decodeAccountTerms(loan.terms);
  const made = await putLoan(tx, {
    id: loan.id ?? newId('loan'),
    applicationId: loan.applicationId,
    customerId: loan.customerId,
    productCode: loan.productCode,
    productVersion: loan.productVersion,
    branch: loan.branch ?? 'HQ',
    currency: terms.schedule.currency,
    terms: loan.terms,
    principalMinor: terms.schedule.principalMinor,
    status: 'pending',
    clockId: loan.clockId,
  });
  if (made !== undefined) {
    await openAccrual(tx, made, terms);
    return made;
  }
  const [row] = await tx.select().from(loans).where(eq(loans.applicationId, loan.applicationId));
  if (row === undefined) throw new InvariantError('a loan that was just written is not there');
  return row;
}

const loanById = compiledRead((from) =>
  from
    .select()
    .from(loans)
    .where(eq(loans.id, sql.placeholder('loanId'))),
);
const heldLoan = compiledRead((from) =>
  from
    .select()
    .from(loans)
    .where(eq(loans.id, sql.placeholder('loanId')))
    .for('no key update'),
);

export async function findLoan(db: Queryable, loanId: string): Promise<LoanRow | null> {
  const [row] = await loanById(db, { loanId });
  return row ?? null;
}

/** The loan, held until the transaction ends, so that two bookings follow each other; rows that refer to it may be added meanwhile. */
export async function lockLoan(tx: Tx, loanId: string): Promise<LoanRow | null> {
  const [row] = await heldLoan(tx, { loanId });
  return row ?? null;
}

export function termsOf(row: LoanRow): AccountTerms {
  return decodeAccountTerms(row.terms);
}

/** The figures of a loan after a booking, for its read model. */
export interface BookedFigures {
  readonly loan: Pick<LoanRow, 'id' | 'version'>;
  readonly summary: AccountSummary;
  readonly worstDaysOverdue: number;
}

function readModelRow({ loan, summary, worstDaysOverdue }: BookedFigures) {
  return {
    id: loan.id,
    version: loan.version,
    status: summary.status,
    booked_to: summary.asOf,
    disbursed_on: summary.disbursedOn,
    maturity_on: summary.maturityOn,
    outstanding_principal_minor: summary.outstandingPrincipalMinor,
    interest_due_minor: summary.interestDueMinor,
    interest_accrued_minor: summary.interestAccruedMinor,
    penalty_minor: summary.penaltyMinor,
    compound_minor: summary.compoundMinor,
    fees_due_minor: summary.feesDueMinor,
    overdue_minor: summary.daysOverdue > 0 ? summary.dueMinor : '0',
    suspense_minor: summary.suspenseMinor,
    paid_principal_minor: summary.paidPrincipalMinor,
    paid_interest_minor: summary.paidInterestMinor,
    paid_other_minor: summary.paidOtherMinor,
    next_due_on: summary.nextDueOn,
    next_due_minor: summary.nextDueMinor,
    oldest_unpaid_on: summary.oldestUnpaidOn,
    days_overdue: summary.daysOverdue,
    max_days_overdue: Math.max(worstDaysOverdue, summary.daysOverdue),
    bucket: summary.bucket,
    five_class: summary.fiveClass,
    closed_on: summary.closedOn,
  };
}

const changeReadModels = compiledSql(sql`
  update loans l set
    version = l.version + 1, status = b.status, booked_to = b.booked_to, disbursed_on = b.disbursed_on,
    maturity_on = b.maturity_on, outstanding_principal_minor = b.outstanding_principal_minor,
    interest_due_minor = b.interest_due_minor, interest_accrued_minor = b.interest_accrued_minor,
    penalty_minor = b.penalty_minor, compound_minor = b.compound_minor, fees_due_minor = b.fees_due_minor,
    overdue_minor = b.overdue_minor, suspense_minor = b.suspense_minor, paid_principal_minor = b.paid_principal_minor,
    paid_interest_minor = b.paid_interest_minor, paid_other_minor = b.paid_other_minor, next_due_on = b.next_due_on,
    next_due_minor = b.next_due_minor, oldest_unpaid_on = b.oldest_unpaid_on, days_overdue = b.days_overdue,
    max_days_overdue = greatest(l.max_days_overdue, b.max_days_overdue), bucket = b.bucket,
    five_class = b.five_class, closed_on = b.closed_on, updated_at = now()
  from jsonb_populate_recordset(null::loans, ${sql.placeholder('rows')}::jsonb) b
  where l.id = b.id and l.version = b.version`);

/** Writes the read models of bookings; refused when another booking of one of the loans came between. */
export async function updateReadModels(tx: Tx, booked: readonly BookedFigures[]): Promise<void> {
  const { rowCount } = await changeReadModels(tx, { rows: JSON.stringify(booked.map(readModelRow)) });
  if (rowCount !== booked.length) throw new InvariantError('a loan changed while its booking held it');
}
