import { eq, sql } from 'drizzle-orm';
import { encodeAccountTerms } from '../../contracts/account-terms';
import { compiledRead, updateWhere } from '../../db/compiled';
import { createLoan } from '../../db/repositories/loans';
import { payouts } from '../../db/schema/money-moves';
import { reserve } from '../servicing/draw-standing';
import { asLoanStep, book, type LoanStep } from '../servicing/loan-step';
import type { ActivityDeps } from '../support/deps';
import { failure, missingRow } from '../support/failures';
import { notify } from '../support/notify';
import { policiesOf } from '../support/policies';
import { announce, audit } from '../support/record';
import type { Step } from '../support/step';
import { accountTermsFor, agreedTerms } from './agreed';

export type PayoutRow = typeof payouts.$inferSelect;

const heldPayout = compiledRead((from) =>
  from
    .select()
    .from(payouts)
    .where(eq(payouts.id, sql.placeholder('id')))
    .for('update'),
);
const changePayout = updateWhere(payouts, 'id');

const eventKeyOf = (payoutId: string): string => `disbursed/${payoutId}`;

/** The bank confirmed: the loan's account begins and the ledger is booked. A repeat or a late word changes nothing. */
export async function confirmPayout(
  deps: ActivityDeps,
  step: Step,
  payoutId: string,
  word: { bankRef: string; valueOn: string },
): Promise<void> {
  const { tx, now, today } = step;
  const order = await lockPayout(step, payoutId);
  if (order.status === 'confirmed' || order.status === 'returned') return;
  // The bank's value date may lag the night change; books never run ahead of their own date.
  const valueOn = word.valueOn > today ? today : word.valueOn;
  await changePayout(tx, payoutId, {
    status: 'confirmed',
    bankRef: word.bankRef,
    valueOn,
    confirmedAt: now,
    failureCode: null,
  });
  if (order.drawOf === null) await openAccount(deps, step, order, valueOn);
  const loanStep = await asLoanStep(deps, step);
  await must(loanStep, {
    body: {
      type: 'disbursed',
      payoutId,
      amountMinor: (order.amountMinor + order.withheldMinor).toString(),
      withheldMinor: order.withheldMinor.toString(),
    },
    effectiveOn: valueOn,
    idempotencyKey: eventKeyOf(payoutId),
    actor: 'system',
  });
  await reserve(loanStep, 'drawn');
  await tellPaidOut(deps, loanStep, order, valueOn);
}

/** The contract's account begins with the first payout. */
async function openAccount(deps: ActivityDeps, step: Step, order: PayoutRow, valueOn: string): Promise<void> {
  const { tx, app } = step;
  const set = await policiesOf(deps, step);
  await createLoan(tx, {
    id: order.loanId,
    applicationId: app.id,
    customerId: app.customerId,
    productCode: app.productCode,
    productVersion: app.productVersion,
    terms: encodeAccountTerms(accountTermsFor(set, agreedTerms(app), valueOn)),
    clockId: app.clockId,
  });
}

async function tellPaidOut(
  deps: ActivityDeps,
  step: LoanStep,
  order: PayoutRow,
  valueOn: string,
): Promise<void> {
  const { loan, app } = step;
  const amountMinor = order.amountMinor.toString();
  await notify(deps.vault, step, {
    key: `paid-out/${order.id}`,
    template: 'payout-made',
    channel: 'sms',
    params: {
      amount: amountMinor,
      accountTail: order.maskedAccount.slice(-4),
      firstDueOn: loan.nextDueOn ?? valueOn,
      firstDueAmount: loan.nextDueMinor.toString(),
    },
  });
  await audit(step, 'payout.confirmed', 'system', { payoutId: order.id, amountMinor, valueOn });
  const lentMinor = (order.amountMinor + order.withheldMinor).toString();
  await announce(step, 'loan.disbursed', { loanId: app.loanId ?? '', amountMinor: lentMinor, valueOn });
}

/**
 * The bank refused the payout, or took it back. What was booked is reversed; a return that is told before the
 * confirmation leaves nothing to book, and the late confirmation changes nothing any more.
 */
export async function failPayout(
  deps: ActivityDeps,
  step: Step,
  payoutId: string,
  { status, code, valueOn }: { status: 'failed' | 'returned'; code: string; valueOn: string },
): Promise<void> {
  const { tx, today } = step;
  const order = await lockPayout(step, payoutId);
  if (order.status === 'failed' || order.status === 'returned') return;
  const booked = order.status === 'confirmed';
  const became = booked ? 'returned' : status;
  const returnedOn = became === 'returned' ? (valueOn > today ? today : valueOn) : null;
  await tx
    .update(payouts)
    .set({ status: became, failureCode: code, returnedOn })
    .where(eq(payouts.id, payoutId));
  if (booked) {
    await must(await asLoanStep(deps, step), {
      body: { type: 'reversed', eventKey: eventKeyOf(payoutId), reason: code },
      effectiveOn: step.today,
      idempotencyKey: `returned/${payoutId}`,
      actor: 'system',
    });
  }
  await audit(step, `payout.${became}`, 'system', { payoutId, code });
  if (order.drawOf !== null) await endDraw(deps, await asLoanStep(deps, step), order);
}

/** A draw that was not paid: the loan goes on as it was, and what it took of the limit is free again. */
async function endDraw(deps: ActivityDeps, step: LoanStep, order: PayoutRow): Promise<void> {
  await reserve(step);
  await notify(deps.vault, step, {
    key: `draw-failed/${order.id}`,
    template: 'draw-failed',
    channel: 'sms',
    params: { amount: order.amountMinor.toString(), accountTail: order.maskedAccount.slice(-4) },
  });
}

async function must(step: LoanStep, event: Parameters<typeof book>[1]): Promise<void> {
  const outcome = await book(step, event);
  if (!outcome.ok) throw failure('BOOKING_REFUSED', outcome.code);
}

async function lockPayout({ tx }: Step, payoutId: string): Promise<PayoutRow> {
  const [order] = await heldPayout(tx, { id: payoutId });
  if (!order) throw missingRow('payout', payoutId);
  return order;
}
