import { and, eq, sql } from 'drizzle-orm';
import { type AccountTermsJson, decodeAccountTerms } from '../../contracts/account-terms';
import { newId } from '../../contracts/ids';
import type { AccountSummary } from '../../domain/account/summary';
import type { AccountTerms } from '../../domain/account/terms';
import { InvariantError } from '../../domain/invariant';
import type { Queryable, Tx } from '../client';
import { loans } from '../schema';

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

/** Writes the contract's account; the same application always gets the same loan. */
export async function createLoan(tx: Tx, loan: NewLoan): Promise<LoanRow> {
  const terms = decodeAccountTerms(loan.terms);
  const [made] = await tx
    .insert(loans)
    .values({
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
    })
    .onConflictDoNothing({ target: loans.applicationId })
    .returning();
  if (made !== undefined) return made;
  const [row] = await tx.select().from(loans).where(eq(loans.applicationId, loan.applicationId));
  if (row === undefined) throw new InvariantError('a loan that was just written is not there');
  return row;
}

export async function findLoan(db: Queryable, loanId: string): Promise<LoanRow | null> {
  const [row] = await db.select().from(loans).where(eq(loans.id, loanId));
  return row ?? null;
}

/** The loan, held until the transaction ends, so that two bookings follow each other; rows that refer to it may be added meanwhile. */
export async function lockLoan(tx: Tx, loanId: string): Promise<LoanRow | null> {
  const [row] = await tx.select().from(loans).where(eq(loans.id, loanId)).for('no key update');
  return row ?? null;
}

export function termsOf(row: LoanRow): AccountTerms {
  return decodeAccountTerms(row.terms);
}

/** Writes the read model of a booking; refused when another booking came between. */
export async function updateReadModel(
  tx: Tx,
  row: LoanRow,
  booked: {
    readonly on: string;
    readonly accruesUntil: string | null;
    readonly summary: AccountSummary;
    readonly worstDaysOverdue: number;
  },
): Promise<LoanRow> {
  const { summary } = booked;
  const updated = await tx
    .update(loans)
    .set({
      status: summary.status,
      version: row.version + 1,
      bookedTo: booked.on,
      accruesUntil: booked.accruesUntil,
      disbursedOn: summary.disbursedOn,
      maturityOn: summary.maturityOn,
      outstandingPrincipalMinor: BigInt(summary.outstandingPrincipalMinor),
      interestDueMinor: BigInt(summary.interestDueMinor),
      interestAccruedMinor: BigInt(summary.interestAccruedMinor),
      penaltyMinor: BigInt(summary.penaltyMinor),
      compoundMinor: BigInt(summary.compoundMinor),
      feesDueMinor: BigInt(summary.feesDueMinor),
      overdueMinor: summary.daysOverdue > 0 ? BigInt(summary.dueMinor) : 0n,
      suspenseMinor: BigInt(summary.suspenseMinor),
      paidPrincipalMinor: BigInt(summary.paidPrincipalMinor),
      paidInterestMinor: BigInt(summary.paidInterestMinor),
      paidOtherMinor: BigInt(summary.paidOtherMinor),
      nextDueOn: summary.nextDueOn,
      nextDueMinor: BigInt(summary.nextDueMinor),
      oldestUnpaidOn: summary.oldestUnpaidOn,
      daysOverdue: summary.daysOverdue,
      maxDaysOverdue: Math.max(row.maxDaysOverdue, booked.worstDaysOverdue, summary.daysOverdue),
      bucket: summary.bucket,
      fiveClass: summary.fiveClass,
      closedOn: summary.closedOn,
      updatedAt: sql`now()`,
    })
    .where(and(eq(loans.id, row.id), eq(loans.version, row.version)))
    .returning();
  const [written] = updated;
  if (written === undefined) throw new InvariantError('a loan changed while its booking held it');
  return written;
}
