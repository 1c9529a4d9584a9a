import { and, desc, eq, isNull, notInArray, sql } from 'drizzle-orm';
import { newId } from '../../contracts/ids';
import type { AccountFile } from '../../contracts/loan/customer-file';
import type { PayoutResult } from '../../contracts/loan/steps';
import type { PaymentAnswer } from '../../contracts/sources/payment-order';
import { compiledRead, insertInto } from '../../db/compiled';
import { payouts } from '../../db/schema/money-moves';
import { withheldFrom } from '../../domain/policy/withheld-fees';
import { firstDrawOf } from '../../domain/servicing/drawing';
import { ProviderError } from '../../providers/provider-error';
import { asLoanStep } from '../servicing/loan-step';
import { planOf } from '../servicing/plan';
import type { ActivityDeps } from '../support/deps';
import { failure, missingRow } from '../support/failures';
import { accountFileOf } from '../support/open-file';
import { policiesOf } from '../support/policies';
import { audit, moveTo } from '../support/record';
import { inStep, type Step } from '../support/step';
import { clockStampOf } from '../support/time-of';
import { agreedTerms } from './agreed';
import { confirmPayout, failPayout, type PayoutRow } from './payout-news';

/** How long the bank may take over a payout before it is asked. */
const ANSWER_MINUTES = 10;

/**
 * Sends the payout. The intent and its key are in Postgres before the bank hears of it; a repetition first asks the
 * bank what became of that key. What the bank answers is recorded by the same rules as its callbacks.
 */
export async function sendPayout(deps: ActivityDeps, applicationId: string): Promise<PayoutResult> {
  const intended = await inStep(deps, applicationId, (step) => intendPayout(deps, step));
  return carryOutPayout(deps, applicationId, intended);
}

/** A payout that is in Postgres, and the account that it goes to. */
export interface IntendedPayout {
  readonly order: PayoutRow;
  /** Whether the bank cannot have heard of it. */
  readonly fresh: boolean;
  readonly account: AccountFile;
}

/** Stores the intent in a step's transaction, unless one is under way. */
export async function intendPayout(deps: ActivityDeps, step: Step): Promise<IntendedPayout> {
  return { ...(await intend(deps, step)), account: accountFileOf(deps.vault, step.app) };
}

/** Whether a payout was ever intended. */
export async function payoutBegun({ tx, app }: Step): Promise<boolean> {
  const [payout] = await lastPayout(tx, { applicationId: app.id });
  return payout !== undefined;
}

/** Sends a stored payout, or asks what became of it. */
export async function carryOutPayout(
  deps: ActivityDeps,
  applicationId: string,
  { order, fresh, account }: IntendedPayout,
): Promise<PayoutResult> {
  if (order.status === 'confirmed' || order.status === 'failed' || order.status === 'returned')
    return resultOf(deps, applicationId, order.id);
  if (order.status === 'processing') return ask(deps, applicationId, order);
  const clock = await clockStampOf(deps.db, order.clockId);
  const before = fresh
    ? { status: 'absent' as const }
    : await guarded(() => deps.payments.queryPayout(order.key, { clock }));
  const answer =
    before.status === 'absent'
      ? await guarded(() =>
          deps.payments.sendPayout(
            {
              key: order.key,
              amountMinor: order.amountMinor.toString(),
              currency: order.currency,
              account: { cardNo: account.cardNo, holderName: account.holderName },
              memo: order.loanId,
            },
            { clock },
          ),
        )
      : before;
  return settle(deps, applicationId, order, answer);
}

/** Asks the bank about a payout that it has not answered. */
export async function queryPayout(
  deps: ActivityDeps,
  { applicationId, payoutId }: { applicationId: string; payoutId: string },
): Promise<PayoutResult> {
  const [order] = await deps.db.select().from(payouts).where(eq(payouts.id, payoutId));
  if (!order) throw missingRow('payout', payoutId);
  if (order.status !== 'processing' && order.status !== 'intent')
    return resultOf(deps, applicationId, payoutId);
  return ask(deps, applicationId, order);
}

async function ask(deps: ActivityDeps, applicationId: string, order: PayoutRow): Promise<PayoutResult> {
  const clock = await clockStampOf(deps.db, order.clockId);
  const answer = await guarded(() => deps.payments.queryPayout(order.key, { clock }));
  // The bank never saw it: the same key may be sent again, and only that one. An attempt that was taken for dead and
  // comes to itself finds what its successor did.
  if (answer.status === 'absent') {
    const unanswered = and(eq(payouts.id, order.id), eq(payouts.status, 'processing'));
    await deps.db.update(payouts).set({ status: 'intent' }).where(unanswered);
    return sendPayout(deps, applicationId);
  }
  return settle(deps, applicationId, order, answer);
}

/** Of the payout that begins the loan; draws on a running one are paid by its servicing. */
const lastPayout = compiledRead((from) =>
  from
    .select()
    .from(payouts)
    .where(and(eq(payouts.applicationId, sql.placeholder('applicationId')), isNull(payouts.drawOf)))
    .orderBy(desc(payouts.attempt))
    .limit(1),
);
const payoutById = compiledRead((from) =>
  from
    .select()
    .from(payouts)
    .where(eq(payouts.id, sql.placeholder('id'))),
);

const putPayout = insertInto(payouts);

/** The payout under way, or a new attempt with the next number; each attempt has a key of its own. */
async function intend(deps: ActivityDeps, step: Step): Promise<{ order: PayoutRow; fresh: boolean }> {
  const { tx, app, now } = step;
  const [last] = await lastPayout(tx, { applicationId: app.id });
  if (last && (last.status === 'intent' || last.status === 'processing' || last.status === 'confirmed')) {
    return { order: last, fresh: false };
  }
  const attempt = (last?.attempt ?? 0) + 1;
  const lentMinor = firstDrawOf(agreedTerms(app).amountMinor, app.firstDrawMinor);
  const withheldMinor = await withheldOf(deps, step, lentMinor);
  const loanId = app.loanId ?? newId('loan');
  await moveTo(step, 'DISBURSEMENT', { on: 'BANK', until: null }, { loanId });
  const order: PayoutRow = {
    id: newId('out'),
    key: `payout/${app.id}/${attempt}`,
    applicationId: app.id,
    loanId,
    attempt,
    amountMinor: lentMinor - withheldMinor,
    withheldMinor,
    currency: app.currency,
    maskedAccount: app.maskedAccount ?? '—',
    drawOf: null,
    status: 'intent',
    failureCode: null,
    bankRef: null,
    intendedAt: now,
    askAt: null,
    confirmedAt: null,
    valueOn: null,
    returnedOn: null,
    clockId: app.clockId,
  };
  await putPayout(tx, order);
  await audit(step, 'payout.intended', 'system', {
    payoutId: order.id,
    attempt,
    amountMinor: order.amountMinor.toString(),
    ...(withheldMinor > 0n && { withheldMinor: withheldMinor.toString() }),
  });
  return { order, fresh: true };
}

/** What is kept back for fees; in CNY nothing, whatever a product says (民法典 670), so that its policies need not be read. */
async function withheldOf(deps: ActivityDeps, step: Step, lentMinor: bigint): Promise<bigint> {
  if (step.app.currency === 'CNY') return 0n;
  return withheldFrom((await policiesOf(deps, step)).product.body, lentMinor);
}

type Answer = PaymentAnswer | Awaited<ReturnType<ActivityDeps['payments']['queryPayout']>>;

async function settle(
  deps: ActivityDeps,
  applicationId: string,
  order: PayoutRow,
  answer: Answer,
): Promise<PayoutResult> {
  return inStep(deps, applicationId, async (step) => {
    if (answer.status === 'confirmed') {
      await confirmPayout(deps, step, order.id, { bankRef: answer.bankRef, valueOn: answer.valueOn });
    } else if (answer.status === 'failed' || answer.status === 'returned') {
      const valueOn = answer.status === 'returned' ? answer.returnedOn : step.today;
      await failPayout(deps, step, order.id, { status: answer.status, code: answer.code, valueOn });
    } else {
      const open = and(
        eq(payouts.id, order.id),
        notInArray(payouts.status, ['confirmed', 'failed', 'returned']),
      );
      await step.tx.update(payouts).set({ status: 'processing' }).where(open);
    }
    return payoutResult(deps, step, order.id);
  });
}

/** How a payout stands, with the servicing plan when the money is out. */
export async function payoutResult(deps: ActivityDeps, step: Step, payoutId: string): Promise<PayoutResult> {
  const [order] = await payoutById(step.tx, { id: payoutId });
  if (!order) throw missingRow('payout', payoutId);
  const base = { payoutId, failureCode: order.failureCode };
  if (order.status === 'confirmed') {
    return {
      ...base,
      status: 'confirmed',
      askAgainAt: null,
      plan: await planOf(deps, await asLoanStep(deps, step)),
    };
  }
  if (order.status === 'failed' || order.status === 'returned')
    return { ...base, status: 'failed', askAgainAt: null, plan: null };
  const askAgainAt = new Date(step.now.getTime() + ANSWER_MINUTES * 60_000).toISOString();
  return { ...base, status: 'processing', askAgainAt, plan: null };
}

const resultOf = (deps: ActivityDeps, applicationId: string, payoutId: string): Promise<PayoutResult> =>
  inStep(deps, applicationId, (step) => payoutResult(deps, step, payoutId));

/** The bank's own failures become ours: retried, with nothing of its text. */
export async function guarded<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof ProviderError)
      throw failure(error.retryable ? 'BANK_UNAVAILABLE' : 'BANK_REFUSED', error.code);
    throw error;
  }
}
