import { eq } from 'drizzle-orm';
import type { Db, Tx } from '../../db/client';
import { appendAudit } from '../../db/repositories/audit';
import { payments } from '../../db/schema/money-moves';
import { ProblemError } from '../problem';
import { tellLoan } from './news';

type PaymentRow = typeof payments.$inferSelect;

/** Money that arrived for a loan. */
export interface ArrivedPayment {
  id: string;
  loan: { id: string; applicationId: string; currency: string; clockId: string | null };
  payerRef: string;
  source: PaymentRow['source'];
  intent: PaymentRow['intent'];
  amountMinor: bigint;
  valueOn: string;
  at: Date;
  actorId: string;
}

/** Stores a payment before anything is done with it, unique by the payer's reference, and tells the loan. */
export function receivePayment(db: Db, arrived: ArrivedPayment): Promise<PaymentRow> {
  return db.transaction((tx) => storePayment(tx, arrived));
}

/** The same in a running transaction. */
export async function storePayment(tx: Tx, arrived: ArrivedPayment): Promise<PaymentRow> {
  const { id, loan, payerRef, source, intent, amountMinor, valueOn, at, actorId } = arrived;
  const [made] = await tx
    .insert(payments)
    .values({
      ...{ id, payerRef, source, intent, amountMinor, valueOn },
      loanId: loan.id,
      currency: loan.currency,
      status: 'received',
      receivedAt: at,
      clockId: loan.clockId,
    })
    .onConflictDoNothing()
    .returning();
  if (made === undefined) return sameAsBefore(tx, arrived);
  const { applicationId, clockId } = loan;
  const data = { paymentId: id, loanId: loan.id, source, amountMinor: amountMinor.toString(), valueOn };
  await appendAudit(tx, { subject: applicationId, at, actorId, action: 'payment.received', data, clockId });
  await tellLoan(tx, { applicationId, kind: 'payment', ref: id, at, clockId });
  return made;
}

async function sameAsBefore(
  tx: Tx,
  { payerRef, loan, amountMinor, intent }: ArrivedPayment,
): Promise<PaymentRow> {
  const [known] = await tx.select().from(payments).where(eq(payments.payerRef, payerRef));
  const same = known?.loanId === loan.id && known.amountMinor === amountMinor && known.intent === intent;
  if (known === undefined || !same) throw new ProblemError('PAYMENT_REF_REUSED');
  return known;
}
