import { and, eq, inArray } from 'drizzle-orm';
import type { Milestone, ServicingPlan } from '../../contracts/loan/plan';
import type { PaymentQueryAnswer } from '../../contracts/sources/payment-order';
import { refunds } from '../../db/schema/money-moves';
import { guarded } from '../origination/payout';
import type { ActivityDeps } from '../support/deps';
import { accountFileOf } from '../support/open-file';
import { inStep } from '../support/step';
import { clockStampOf } from '../support/time-of';
import { asLoanStep, inLoanStep } from './loan-step';
import { planOf } from './plan';
import { confirmRefund, failRefund, type RefundRow, refundOf } from './refund-news';

/** How long the bank may take over a refund before it is asked again. */
const ANSWER_MINUTES = 30;

/**
 * Pays a booked refund to the borrower's account. Its key is in Postgres before the bank hears of it; the bank is always
 * asked first what became of that key, and only what it never saw is sent.
 */
export async function payRefund(
  deps: ActivityDeps,
  { applicationId, milestone }: { applicationId: string; milestone: Milestone },
): Promise<ServicingPlan> {
  const refundId = milestone.key.split('/')[1] ?? '';
  const { refund, account } = await inStep(deps, applicationId, async (step) => ({
    refund: await refundOf(step, refundId),
    account: accountFileOf(deps.vault, step.app),
  }));
  if (refund.status !== 'intent' && refund.status !== 'processing')
    return inLoanStep(deps, applicationId, (step) => planOf(deps, step));
  const clock = await clockStampOf(deps.db, refund.clockId);
  const known = await guarded(() => deps.payments.queryPayout(refund.key, { clock }));
  if (known.status !== 'absent') return settle(deps, applicationId, refund, known);
  const order = {
    key: refund.key,
    amountMinor: refund.amountMinor.toString(),
    currency: refund.currency,
    account: { cardNo: account.cardNo, holderName: account.holderName },
    memo: refund.loanId,
  };
  return settle(deps, applicationId, refund, await guarded(() => deps.payments.sendPayout(order, { clock })));
}

function settle(
  deps: ActivityDeps,
  applicationId: string,
  refund: RefundRow,
  answer: Exclude<PaymentQueryAnswer, { status: 'absent' }>,
): Promise<ServicingPlan> {
  return inStep(deps, applicationId, async (step) => {
    if (answer.status === 'confirmed') await confirmRefund(step, refund.id, answer);
    else if (answer.status === 'failed' || answer.status === 'returned') {
      const valueOn = answer.status === 'returned' ? answer.returnedOn : step.today;
      await failRefund(deps, step, refund.id, { status: answer.status, code: answer.code, valueOn });
    } else {
      await step.tx
        .update(refunds)
        .set({ status: 'processing', askedAt: new Date(step.now.getTime() + ANSWER_MINUTES * 60_000) })
        .where(and(eq(refunds.id, refund.id), inArray(refunds.status, ['intent', 'processing'])));
    }
    return planOf(deps, await asLoanStep(deps, step));
  });
}
