import { eq } from 'drizzle-orm';
import type { LoanEventBodyJson } from '../../contracts/loan-events';
import { payments } from '../../db/schema/money-moves';
import type { ActivityDeps } from '../support/deps';
import { failure, missingRow } from '../support/failures';
import { notify } from '../support/notify';
import { announce, audit } from '../support/record';
import type { Step } from '../support/step';
import { asLoanStep, book, type LoanStep } from './loan-step';
import { openTask } from './task';

type PaymentRow = typeof payments.$inferSelect;

export const paymentEventKey = (paymentId: string): string => `payment/${paymentId}`;

/**
 * Books a payment that arrived, whatever state the loan is in: what was asked for if the account takes it, else as an
 * ordinary repayment; what nobody owes waits in suspense and somebody is asked to refund it.
 */
export async function bookPayment(deps: ActivityDeps, step: Step, paymentId: string): Promise<void> {
  const [payment] = await step.tx.select().from(payments).where(eq(payments.id, paymentId)).for('update');
  if (!payment) throw missingRow('payment', paymentId);
  if (payment.status !== 'received') return;
  const loanStep = await asLoanStep(deps, step);
  const wasOverdue = loanStep.account.status === 'overdue';
  const closed = loanStep.account.status === 'settled' || loanStep.account.status === 'transferred';
  await bookAs(loanStep, payment, wishOf(loanStep, payment));
  const { tx, now, account } = loanStep;
  await tx
    .update(payments)
    .set({ status: closed ? 'suspense' : 'booked', bookedAt: now })
    .where(eq(payments.id, paymentId));
  const amountMinor = payment.amountMinor.toString();
  await audit(step, 'payment.booked', 'system', { paymentId, amountMinor, intent: payment.intent });
  await announce(step, 'loan.payment_booked', { loanId: payment.loanId, paymentId, amountMinor });
  await notify(deps.vault, step, {
    key: `payment-received/${paymentId}`,
    template: 'payment-received',
    channel: 'sms',
    params: {
      amount: amountMinor,
      paidOn: payment.valueOn,
      outstanding: account.balances.principalMinor.toString(),
    },
  });
  await followUp(deps, loanStep, { closed, wasOverdue, paymentId });
}

/** What the payer asked for, in the account's words. */
function wishOf({ account }: LoanStep, { id, amountMinor, intent }: PaymentRow): LoanEventBodyJson {
  const paid = { paymentId: id, amountMinor: amountMinor.toString() };
  if (account.status === 'written_off') return { type: 'recovered', ...paid };
  if (intent === 'payoff') return { type: 'prepaid', way: 'full', ...paid };
  if (intent === 'shorter_term') return { type: 'prepaid', way: 'shorter-term', ...paid };
  if (intent === 'lower_instalment') return { type: 'prepaid', way: 'lower-instalment', ...paid };
  return { type: 'repaid', ...paid };
}

async function bookAs(step: LoanStep, payment: PaymentRow, body: LoanEventBodyJson): Promise<void> {
  const event = (as: LoanEventBodyJson) => ({
    body: as,
    effectiveOn: payment.valueOn > step.today ? step.today : payment.valueOn,
    idempotencyKey: paymentEventKey(payment.id),
    actor: 'system',
  });
  const asked = await book(step, event(body));
  if (asked.ok) return;
  const plain = await book(
    step,
    event({ type: 'repaid', paymentId: payment.id, amountMinor: payment.amountMinor.toString() }),
  );
  if (!plain.ok) throw failure('BOOKING_REFUSED', plain.code);
}

/** Cure, and money that nobody owes. */
async function followUp(
  deps: ActivityDeps,
  step: LoanStep,
  { closed, wasOverdue, paymentId }: { closed: boolean; wasOverdue: boolean; paymentId: string },
): Promise<void> {
  const { account, loan, today } = step;
  if (wasOverdue && account.status !== 'overdue') {
    await announce(step, 'loan.cured', { loanId: loan.id });
    const params = { paidOn: today };
    await notify(deps.vault, step, {
      key: `cured/${paymentId}`,
      template: 'overdue-cured',
      channel: 'sms',
      params,
    });
  }
  if (closed || account.status === 'settled') await askForRefund(step, paymentId, { paymentId });
}

/** Money that waits on a loan which has ended: somebody is asked to pay it back. */
export async function askForRefund(
  step: LoanStep,
  ref: string,
  details: Readonly<Record<string, string>>,
): Promise<void> {
  const { account, loan } = step;
  const { suspenseMinor } = account.balances;
  if (suspenseMinor === 0n) return;
  await openTask(step, {
    key: `refund/${loan.id}/${ref}`,
    kind: 'refund',
    requiredRole: 'operator',
    amountMinor: suspenseMinor,
    dueHours: 72,
    priority: 2,
    details,
  });
}
