import { and, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import { newId } from '../../contracts/ids';
import type { InboxBody } from '../../contracts/loan/inbox';
import { debits, payments } from '../../db/schema/money-moves';
import type { ActivityDeps } from '../support/deps';
import { notify } from '../support/notify';
import { audit } from '../support/record';
import type { Step } from '../support/step';
import { bookPayment } from './payment';

type DebitWord = Omit<z.infer<typeof InboxBody.debit>, 'orderNo'> & { orderNo: string };

/** The bank's word on a debit, by callback or query; the first word counts, repeats change nothing. */
export async function settleDebit(deps: ActivityDeps, step: Step, word: DebitWord): Promise<void> {
  const { tx, now, app } = step;
  const [debit] = await tx
    .update(debits)
    .set({
      status: word.status,
      bankRef: word.bankRef,
      failureCode: word.status === 'failed' ? (word.code ?? 'OTHER') : null,
      settledAt: now,
    })
    .where(and(eq(debits.key, word.orderNo), inArray(debits.status, ['intent', 'processing'])))
    .returning();
  if (!debit) return;
  await audit(step, `debit.${word.status}`, 'system', {
    debitId: debit.id,
    amountMinor: debit.amountMinor.toString(),
  });
  if (word.status === 'failed') {
    await notify(deps.vault, step, {
      key: `debit-failed/${debit.id}`,
      template: 'debit-failed',
      channel: 'sms',
      params: {
        amount: debit.amountMinor.toString(),
        dueOn: debit.dueOn,
        accountTail: (app.maskedAccount ?? '—').slice(-4),
      },
    });
    return;
  }
  const [payment] = await tx
    .insert(payments)
    .values({
      id: newId('pay'),
      loanId: debit.loanId,
      payerRef: debit.key,
      source: 'debit',
      intent: debit.intent,
      amountMinor: debit.amountMinor,
      currency: debit.currency,
      valueOn: word.valueOn,
      status: 'received',
      receivedAt: now,
      clockId: app.clockId,
    })
    .onConflictDoNothing({ target: payments.payerRef })
    .returning({ id: payments.id });
  if (payment) await bookPayment(deps, step, payment.id);
}
