import { and, eq, inArray, notInArray, sql } from 'drizzle-orm';
import { compiledRead } from '../../db/compiled';
import { refunds } from '../../db/schema/money-moves';
import type { ActivityDeps } from '../support/deps';
import { failure, missingRow } from '../support/failures';
import { audit } from '../support/record';
import type { Step } from '../support/step';
import { asLoanStep, book, type LoanStep } from './loan-step';
import { openTask } from './task';

export type RefundRow = typeof refunds.$inferSelect;

/** Key under which the refund stands on the account. */
export const refundEventKey = (refundId: string): string => `refunded/${refundId}`;

const refundsUnderWay = compiledRead((from) =>
  from
    .select()
    .from(refunds)
    .where(
      and(eq(refunds.loanId, sql.placeholder('loanId')), inArray(refunds.status, ['intent', 'processing'])),
    )
    .orderBy(refunds.askedAt)
    .limit(1),
);

/** The refund that is to be paid, or that the bank has not answered; the one to ask about first. */
export async function openRefundOf({ tx, loan }: LoanStep): Promise<RefundRow | undefined> {
  const [row] = await refundsUnderWay(tx, { loanId: loan.id });
  return row;
}

/** The bank paid the refund out; it was booked when it was ordered. */
export async function confirmRefund(
  step: Step,
  refundId: string,
  word: { bankRef: string; valueOn: string },
): Promise<void> {
  const { tx, now, today } = step;
  const valueOn = word.valueOn > today ? today : word.valueOn;
  const rows = await tx
    .update(refunds)
    .set({ status: 'confirmed', bankRef: word.bankRef, valueOn, confirmedAt: now, failureCode: null })
    .where(and(eq(refunds.id, refundId), inArray(refunds.status, ['intent', 'processing'])))
    .returning({ id: refunds.id });
  if (rows.length > 0) await audit(step, 'refund.confirmed', 'system', { refundId, valueOn });
}

/** The bank did not pay the refund, or took it back: the money waits on the account again, and somebody is asked what to do. */
export async function failRefund(
  deps: ActivityDeps,
  step: Step,
  refundId: string,
  { status, code, valueOn }: { status: 'failed' | 'returned'; code: string; valueOn: string },
): Promise<void> {
  const { tx, today } = step;
  const [refund] = await tx
    .select()
    .from(refunds)
    .where(and(eq(refunds.id, refundId), notInArray(refunds.status, ['failed', 'returned'])))
    .for('update');
  if (!refund) return;
  const returned = refund.status === 'confirmed' || status === 'returned';
  const returnedOn = returned ? (valueOn > today ? today : valueOn) : null;
  await tx
    .update(refunds)
    .set({
      status: returned ? 'returned' : 'failed',
      failureCode: code,
      returnedOn,
      valueOn: refund.valueOn ?? returnedOn,
    })
    .where(eq(refunds.id, refundId));
  const loanStep = await asLoanStep(deps, step);
  const outcome = await book(loanStep, {
    body: { type: 'reversed', eventKey: refundEventKey(refundId), reason: code },
    effectiveOn: today,
    idempotencyKey: `refund-failed/${refundId}`,
    actor: 'system',
  });
  if (!outcome.ok) throw failure('BOOKING_REFUSED', outcome.code);
  await audit(step, 'refund.failed', 'system', { refundId, code });
  await openTask(loanStep, {
    key: `refund/${refund.loanId}/${refundId}`,
    kind: 'refund',
    requiredRole: 'operator',
    amountMinor: refund.amountMinor,
    dueHours: 72,
    priority: 2,
    details: { refundId, code },
  });
}

/** The refund of an id; a missing one is a bug. */
export async function refundOf(step: Pick<Step, 'tx'>, refundId: string): Promise<RefundRow> {
  const [row] = await step.tx.select().from(refunds).where(eq(refunds.id, refundId));
  if (!row) throw missingRow('refund', refundId);
  return row;
}
