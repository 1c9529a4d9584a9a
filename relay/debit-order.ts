import { and, eq, inArray } from 'drizzle-orm';
import { AccountFile } from '../contracts/loan/customer-file';
import type { PaymentAnswer, PaymentQueryAnswer } from '../contracts/sources/payment-order';
import type { Db } from '../db/client';
import type { Vault } from '../db/crypto/vault';
import { applications } from '../db/schema/applications';
import { testClocks } from '../db/schema/clocks';
import { inbox, outbox } from '../db/schema/messaging';
import { debits } from '../db/schema/money-moves';
import { businessDate } from '../domain/calendar/business-date';
import type { PaymentClient } from '../providers/payments/port';
import { ProviderError } from '../providers/provider-error';
import { loanWorkflowId } from '../workflows/names';
import type { Delivery } from './relay';
import type { OutboxRow } from './take';

interface DebitOrderDeps {
  db: Db;
  vault: Vault;
  payments: PaymentClient;
}

/** Pauses before the bank is asked again about a debit that it has not answered. */
const ASK_AGAIN_SECONDS = 30;

/**
 * Sends a debit that a borrower asked for. Its key was stored first: a repetition asks what became of it and sends it
 * again only when the bank never saw it. The bank's word goes to the loan's inbox, where the workflow books it.
 */
export function debitOrder({ db, vault, payments }: DebitOrderDeps): Delivery {
  return async (row) => {
    const [found] = await db
      .select({ debit: debits, application: applications, clockNow: testClocks.now })
      .from(debits)
      .innerJoin(applications, eq(applications.loanId, debits.loanId))
      .leftJoin(testClocks, eq(testClocks.id, debits.clockId))
      .where(eq(debits.id, row.ref));
    if (found === undefined) throw new Error('a debit order without its loan');
    const { debit, application, clockNow } = found;
    if (debit.status !== 'intent' && debit.status !== 'processing') return 'done';
    const clock = debit.clockId && clockNow ? { id: debit.clockId, now: clockNow.toISOString() } : undefined;
    const answer = await firstAsk(
      row,
      () => payments.queryDebit(debit.key, { clock }),
      () => {
        const place = { table: 'applications', column: 'sealed_account', rowId: application.id };
        if (application.sealedAccount === null) throw new Error('a debit order without an account');
        const { cardNo, holderName } = AccountFile.parse(
          JSON.parse(vault.openText(place, application.sealedAccount)),
        );
        const order = {
          ...{ key: debit.key, amountMinor: debit.amountMinor.toString(), currency: debit.currency },
          ...{ account: { cardNo, holderName }, memo: debit.loanId },
          mandateRef: application.contractId ?? application.id,
        };
        return payments.sendDebit(order, { clock });
      },
    );
    const word = wordOf(answer, businessDate((clockNow ?? new Date()).getTime()));
    if (word === null) {
      // Its callback may have settled it while the bank still answered.
      const open = and(eq(debits.id, debit.id), inArray(debits.status, ['intent', 'processing']));
      await db.update(debits).set({ status: 'processing' }).where(open);
      return { laterSeconds: ASK_AGAIN_SECONDS };
    }
    await tell(db, application.id, { ...word, orderNo: debit.key }, debit);
    return 'done';
  };
}

/** A first attempt sends; a later one asks first, since the one before may have reached the bank. */
async function firstAsk(
  { attempts }: OutboxRow,
  query: () => Promise<PaymentQueryAnswer>,
  send: () => Promise<PaymentAnswer>,
): Promise<PaymentQueryAnswer> {
  try {
    const before = attempts > 1 ? await query() : { status: 'absent' as const };
    return before.status === 'absent' ? await send() : before;
  } catch (error) {
    if (error instanceof ProviderError) return { status: 'unknown' };
    throw error;
  }
}

type Word = { status: 'confirmed' | 'failed'; bankRef: string; valueOn: string; code?: string };

function wordOf(answer: PaymentQueryAnswer, today: string): Word | null {
  switch (answer.status) {
    case 'confirmed':
      return { status: 'confirmed', bankRef: answer.bankRef, valueOn: answer.valueOn };
    case 'failed':
    case 'returned':
      return { status: 'failed', bankRef: answer.bankRef ?? 'none', valueOn: today, code: answer.code };
    default:
      return null;
  }
}

function tell(
  db: Db,
  applicationId: string,
  body: Word & { orderNo: string },
  { id, clockId }: typeof debits.$inferSelect,
): Promise<void> {
  const workflowId = loanWorkflowId(applicationId);
  return db.transaction(async (tx) => {
    const put = await tx
      .insert(inbox)
      .values({ ...{ workflowId, kind: 'debit', ref: id, body }, receivedAt: new Date(), clockId })
      .onConflictDoNothing()
      .returning({ seq: inbox.seq });
    if (put.length > 0) await tx.insert(outbox).values({ topic: 'workflow.wake', ref: workflowId, clockId });
  });
}
