import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { InboxBody } from '../../contracts/loan/inbox';
import { payments } from '../../db/schema/money-moves';
import type { ActivityDeps } from '../support/deps';
import { failure } from '../support/failures';
import { audit } from '../support/record';
import type { Step } from '../support/step';
import { asLoanStep, book } from './loan-step';
import { paymentEventKey } from './payment';

/** The bank took a payment back: its booking is reversed from its own day on, as if it had never come. */
export async function bookBounce(
  deps: ActivityDeps,
  step: Step,
  word: z.infer<typeof InboxBody.bounce>,
): Promise<void> {
  const [payment] = await step.tx
    .select()
    .from(payments)
    .where(eq(payments.payerRef, word.payerRef))
    .for('update');
  if (!payment || payment.status === 'bounced') return;
  const loanStep = await asLoanStep(deps, step);
  const outcome = await book(loanStep, {
    body: { type: 'reversed', eventKey: paymentEventKey(payment.id), reason: word.code },
    effectiveOn: step.today,
    idempotencyKey: `bounced/${payment.id}`,
    actor: 'system',
  });
  if (!outcome.ok) throw failure('BOOKING_REFUSED', outcome.code);
  const bouncedOn = word.valueOn > step.today ? step.today : word.valueOn;
  await step.tx.update(payments).set({ status: 'bounced', bouncedOn }).where(eq(payments.id, payment.id));
  await audit(step, 'payment.bounced', 'system', { paymentId: payment.id, code: word.code });
}
