import { and, eq, inArray } from 'drizzle-orm';
import { newId } from '../../contracts/ids';
import type { Milestone, ServicingPlan } from '../../contracts/loan/plan';
import type { PaymentAnswer, PaymentQueryAnswer } from '../../contracts/sources/payment-order';
import { debits } from '../../db/schema/money-moves';
import { sumOf } from '../../domain/account/item';
import { toDay } from '../../domain/calendar/civil-day';
import { guarded } from '../origination/payout';
import type { ActivityDeps } from '../support/deps';
import { failure, missingRow } from '../support/failures';
import { accountFileOf } from '../support/open-file';
import { inStep, type Step } from '../support/step';
import { clockStampOf } from '../support/time-of';
import { settleDebit } from './debit-news';
import { asLoanStep, book, inLoanStep, type LoanStep, markDone } from './loan-step';
import { planOf } from './plan';

type DebitRow = typeof debits.$inferSelect;

/**
 * Debits what is due today and before. One debit per loan and day: its key is stored before the bank is called, and a
 * repetition first asks what became of it. Nothing due (paid early, or from suspense) means no debit.
 */
export async function collectInstalment(
  deps: ActivityDeps,
  { applicationId, milestone }: { applicationId: string; milestone: Milestone },
): Promise<ServicingPlan> {
  const begun = await inLoanStep(deps, applicationId, (step) => intend(step, milestone));
  if (!begun) return inLoanStep(deps, applicationId, (step) => planOf(deps, step));
  const { debit, fresh, sealed } = begun;
  if (debit.status === 'confirmed' || debit.status === 'failed') {
    return inLoanStep(deps, applicationId, (step) => planOf(deps, step));
  }
  const clock = await clockStampOf(deps.db, debit.clockId);
  const before: PaymentQueryAnswer = fresh
    ? { status: 'absent' }
    : await guarded(() => deps.payments.queryDebit(debit.key, { clock }));
  if (before.status !== 'absent') return settle(deps, applicationId, debit, before);
  const { cardNo, holderName } = accountFileOf(deps.vault, sealed);
  const order = {
    key: debit.key,
    amountMinor: debit.amountMinor.toString(),
    currency: debit.currency,
    account: { cardNo, holderName },
    mandateRef: sealed.contractId ?? sealed.id,
    memo: debit.loanId,
  };
  return settle(deps, applicationId, debit, await guarded(() => deps.payments.sendDebit(order, { clock })));
}

/** Asks the bank about a debit that it has not answered; one that never reached it is sent again under its key. */
export async function queryDebit(
  deps: ActivityDeps,
  { applicationId, milestone }: { applicationId: string; milestone: Milestone },
): Promise<ServicingPlan> {
  const debitId = milestone.key.split('/')[1] ?? '';
  const [debit] = await deps.db.select().from(debits).where(eq(debits.id, debitId));
  if (!debit) throw missingRow('debit', debitId);
  const clock = await clockStampOf(deps.db, debit.clockId);
  const answer = await guarded(() => deps.payments.queryDebit(debit.key, { clock }));
  if (answer.status !== 'absent') return settle(deps, applicationId, debit, answer);
  const collect: Milestone = { kind: 'collect', key: `collect/${debit.dueOn}`, at: milestone.at };
  return collectInstalment(deps, { applicationId, milestone: collect });
}

interface Begun {
  debit: DebitRow;
  fresh: boolean;
  sealed: Step['app'];
}

async function intend(step: LoanStep, milestone: Milestone): Promise<Begun | null> {
  const { tx, app, now, today, loan } = step;
  const dueOn = milestone.key.split('/')[1] ?? today;
  const key = `debit/${loan.id}/${dueOn}`;
  const [known] = await tx.select().from(debits).where(eq(debits.key, key));
  if (known) return { debit: known, fresh: false, sealed: app };
  const booked = await book(step);
  if (!booked.ok) throw failure('BOOKING_REFUSED', booked.code);
  const amountMinor = dueBy(step, today);
  await markDone(step, milestone.key, 'collect', amountMinor > 0n ? 'debit' : 'nothing_due');
  if (amountMinor <= 0n) return null;
  const [debit] = await tx
    .insert(debits)
    .values({
      id: newId('deb'),
      key,
      loanId: loan.id,
      dueOn,
      attempt: 1,
      amountMinor,
      currency: loan.currency,
      status: 'intent',
      intendedAt: now,
      clockId: app.clockId,
    })
    .returning();
  if (!debit) throw failure('CONFLICT', 'debit');
  return { debit, fresh: true, sealed: app };
}

/** What has fallen due and is open, less what already waits in suspense. */
function dueBy({ account }: LoanStep, today: string): bigint {
  const day = toDay(today);
  const due = account.rows.filter((row) => row.dueOn <= day).reduce((sum, row) => sum + sumOf(row.open), 0n);
  return due - account.balances.suspenseMinor;
}

async function settle(
  deps: ActivityDeps,
  applicationId: string,
  debit: DebitRow,
  answer: PaymentAnswer | Exclude<PaymentQueryAnswer, { status: 'absent' }>,
): Promise<ServicingPlan> {
  return inStep(deps, applicationId, async (step) => {
    if (answer.status === 'confirmed') {
      const { bankRef, valueOn } = answer;
      await settleDebit(deps, step, { orderNo: debit.key, status: 'confirmed', bankRef, valueOn });
    } else if (answer.status === 'failed' || answer.status === 'returned') {
      const bankRef = answer.bankRef ?? debit.key;
      const word = { orderNo: debit.key, status: 'failed' as const, bankRef, valueOn: step.today };
      await settleDebit(deps, step, { ...word, code: answer.code });
    } else {
      // Asked again from now on, so that a silent bank is not asked without pause.
      const open = and(eq(debits.id, debit.id), inArray(debits.status, ['intent', 'processing']));
      await step.tx.update(debits).set({ status: 'processing', intendedAt: step.now }).where(open);
    }
    return planOf(deps, await asLoanStep(deps, step));
  });
}
