import { and, eq, inArray } from 'drizzle-orm';
import type { Milestone, ServicingPlan } from '../../contracts/loan/plan';
import type { PaymentQueryAnswer } from '../../contracts/sources/payment-order';
import type { PayoutRow } from '../../db/repositories/draws';
import { payouts } from '../../db/schema/money-moves';
import { performs } from '../../domain/servicing/drawing';
import { guarded } from '../origination/payout';
import { confirmPayout, failPayout } from '../origination/payout-news';
import type { ActivityDeps } from '../support/deps';
import { missingRow } from '../support/failures';
import { accountFileOf } from '../support/open-file';
import { clockStampOf } from '../support/time-of';
import { inLoanStep, type LoanStep } from './loan-step';
import { planOf } from './plan';

/** How long the bank may take over a draw before it is asked again. */
const ANSWER_MINUTES = 10;

type Account = ReturnType<typeof accountFileOf>;

/**
 * Pays a draw that was ordered. Its key is in Postgres before the bank hears of it; the bank is always asked first what
 * became of that key, and only what it never saw is sent. What it answers is recorded by the same rules as its callbacks.
 */
export async function payDraw(
  deps: ActivityDeps,
  { applicationId, milestone }: { applicationId: string; milestone: Milestone },
): Promise<ServicingPlan> {
  const payoutId = milestone.key.split('/')[1] ?? '';
  const begun = await inLoanStep(deps, applicationId, (step) => begin(deps, step, payoutId));
  if ('plan' in begun) return begun.plan;
  const { order, account } = begun;
  const clock = await clockStampOf(deps.db, order.clockId);
  const known = await guarded(() => deps.payments.queryPayout(order.key, { clock }));
  if (known.status !== 'absent') return settle(deps, applicationId, order, known);
  const payment = {
    key: order.key,
    amountMinor: order.amountMinor.toString(),
    currency: order.currency,
    account: { cardNo: account.cardNo, holderName: account.holderName },
    memo: order.loanId,
  };
  return settle(
    deps,
    applicationId,
    order,
    await guarded(() => deps.payments.sendPayout(payment, { clock })),
  );
}

/**
 * A draw that no one has spoken of to the bank is judged for the last time: the loan may have fallen overdue since it was
 * ordered. From here on it counts as sent, whatever happens to the process before the bank is reached.
 */
async function begin(
  deps: ActivityDeps,
  step: LoanStep,
  payoutId: string,
): Promise<{ plan: ServicingPlan } | { order: PayoutRow; account: Account }> {
  const { tx, app, today } = step;
  const [order] = await tx.select().from(payouts).where(eq(payouts.id, payoutId)).for('update');
  if (!order) throw missingRow('payout', payoutId);
  if (order.status !== 'intent' && order.status !== 'processing') return { plan: await planOf(deps, step) };
  const code = order.status === 'intent' ? performs(step.account) : null;
  if (code !== null) {
    await failPayout(deps, step, payoutId, { status: 'failed', code, valueOn: today });
    return { plan: await planOf(deps, step) };
  }
  await asked(step, payoutId);
  return { order, account: accountFileOf(deps.vault, app) };
}

/** Notes that the bank has the word, and when it is asked for its answer. */
async function asked({ tx, now }: LoanStep, payoutId: string): Promise<void> {
  const askAt = new Date(now.getTime() + ANSWER_MINUTES * 60_000);
  await tx
    .update(payouts)
    .set({ status: 'processing', askAt })
    .where(and(eq(payouts.id, payoutId), inArray(payouts.status, ['intent', 'processing'])));
}

function settle(
  deps: ActivityDeps,
  applicationId: string,
  order: PayoutRow,
  answer: Exclude<PaymentQueryAnswer, { status: 'absent' }>,
): Promise<ServicingPlan> {
  return inLoanStep(deps, applicationId, async (step) => {
    if (answer.status === 'confirmed') await confirmPayout(deps, step, order.id, answer);
    else if (answer.status === 'failed' || answer.status === 'returned') {
      const valueOn = answer.status === 'returned' ? answer.returnedOn : step.today;
      await failPayout(deps, step, order.id, { status: answer.status, code: answer.code, valueOn });
    } else await asked(step, order.id);
    return planOf(deps, step);
  });
}
