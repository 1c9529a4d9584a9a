import { and, eq, inArray, like } from 'drizzle-orm';
import type { z } from 'zod';
import type { PayNow } from '../../../contracts/http/my-payments';
import type { Db, Queryable } from '../../../db/client';
import { appendAudit } from '../../../db/repositories/audit';
import { type LoanRow, lockLoan } from '../../../db/repositories/loans';
import { outbox } from '../../../db/schema/messaging';
import { debits } from '../../../db/schema/money-moves';
import { ProblemError } from '../../problem';

export type DebitRow = typeof debits.$inferSelect;

/** Keys of debits that borrowers asked for; those of due dates begin otherwise. */
export const PAY_NOW = 'paynow/';

/** A wish to pay, with who has it. */
export interface WishToPay {
  id: string;
  loan: LoanRow;
  body: z.output<typeof PayNow>;
  actorId: string;
  today: string;
  now: Date;
}

/** The debit that a wish led to, if it was stored. */
export async function wishOf(db: Queryable, id: string): Promise<DebitRow | null> {
  const [row] = await db.select().from(debits).where(eq(debits.id, id));
  return row ?? null;
}

/**
 * Stores the intent and its key before the bank is called; the relay calls it. One at a time per loan: a second wish
 * while the first is unanswered would debit the card twice for one debt.
 */
export function payNow(db: Db, { id, loan, body, actorId, today, now }: WishToPay): Promise<DebitRow> {
  return db.transaction(async (tx) => {
    await lockLoan(tx, loan.id);
    const ofLoan = and(eq(debits.loanId, loan.id), like(debits.key, `${PAY_NOW}%`));
    const made = await wishOf(tx, id);
    if (made !== null) return made;
    const [open] = await tx
      .select({ id: debits.id })
      .from(debits)
      .where(and(ofLoan, inArray(debits.status, ['intent', 'processing'])));
    if (open !== undefined) throw new ProblemError('PAYMENT_IN_PROGRESS');
    const { clockId, currency, applicationId } = loan;
    const [row] = await tx
      .insert(debits)
      .values({
        ...{ id, key: `${PAY_NOW}${id}`, loanId: loan.id, dueOn: today, attempt: 1, currency, clockId },
        intent: body.way,
        amountMinor: BigInt(body.amountMinor),
        status: 'intent',
        intendedAt: now,
      })
      .returning();
    if (row === undefined) throw new ProblemError('PAYMENT_IN_PROGRESS');
    const data = { debitId: id, amountMinor: body.amountMinor, way: body.way };
    await appendAudit(tx, {
      ...{ subject: applicationId, at: now, actorId, action: 'payment.asked', data, clockId },
    });
    await tx.insert(outbox).values({ topic: 'debit.send', ref: id, clockId });
    return row;
  });
}
