import { eq } from 'drizzle-orm';
import type { OutsideCallback } from '../../contracts/sources/bank-callback';
import type { Db, Tx } from '../../db/client';
import { appendAudit } from '../../db/repositories/audit';
import { applications } from '../../db/schema/applications';
import { loans } from '../../db/schema/loans';
import { debits, payments, payouts, refunds } from '../../db/schema/money-moves';
import type { IdMaker } from '../seeded-id';
import { tellLoan } from './news';
import { storePayment } from './payment';

/** Whose callback it is. */
interface Owner {
  applicationId: string;
  clockId: string | null;
}

/** Keeps what the bank or a source says, once, and tells the loan concerned. What nobody knows is noted for people. */
export function takeCallback(db: Db, event: OutsideCallback, makeId: IdMaker, at: Date): Promise<void> {
  return db.transaction(async (tx) => {
    if (!(await routed(tx, event, makeId, at))) await noteUnmatched(tx, event, at);
  });
}

async function routed(tx: Tx, event: OutsideCallback, makeId: IdMaker, at: Date): Promise<boolean> {
  switch (event.type) {
    case 'payout.confirmed':
    case 'payout.failed':
    case 'payout.returned':
      return tellOrder(tx, await payoutOwner(tx, event.orderNo), 'payout', event, at);
    case 'debit.confirmed':
    case 'debit.failed':
      return tellOrder(tx, await debitOwner(tx, event.orderNo), 'debit', event, at);
    case 'transfer.received':
      return transferIn(tx, event, makeId, at);
    case 'transfer.bounced': {
      const owner = await paymentOwner(tx, event.bankRef);
      if (owner === undefined) return false;
      const body = { payerRef: event.bankRef, valueOn: event.valueOn, code: event.code };
      await tellLoan(tx, { ...owner, kind: 'bounce', ref: event.id, body, at });
      return true;
    }
    case 'source.ready': {
      const owner = await applicationOwner(tx, /(app_[0-9a-z]{26})/.exec(event.requestKey)?.[1] ?? '');
      if (owner === undefined) return false;
      await tellLoan(tx, { ...owner, kind: 'alert', ref: event.id, body: { source: event.sourceCode }, at });
      return true;
    }
  }
}

type OrderEvent = Extract<OutsideCallback, { orderNo: string }>;

async function tellOrder(
  tx: Tx,
  owner: Owner | undefined,
  kind: 'payout' | 'debit',
  event: OrderEvent,
  at: Date,
): Promise<boolean> {
  if (owner === undefined) return false;
  const body = {
    orderNo: event.orderNo,
    status: event.type.slice(kind.length + 1),
    bankRef: event.bankRef,
    valueOn: event.valueOn,
    ...('code' in event && { code: event.code }),
  };
  await tellLoan(tx, { ...owner, kind, ref: event.id, body, at });
  return true;
}

/** A transfer names the loan in its reference; the bank's own reference makes it unique. */
async function transferIn(
  tx: Tx,
  event: Extract<OutsideCallback, { type: 'transfer.received' }>,
  makeId: IdMaker,
  at: Date,
): Promise<boolean> {
  const loanId = /(loan_[0-9a-z]{26})/.exec(event.reference)?.[1] ?? '';
  const [loan] = await tx.select().from(loans).where(eq(loans.id, loanId));
  if (loan === undefined || loan.currency !== event.currency) return false;
  await storePayment(tx, {
    id: makeId('pay'),
    loan,
    payerRef: event.bankRef,
    source: 'transfer',
    intent: 'due',
    amountMinor: BigInt(event.amountMinor),
    valueOn: event.valueOn,
    at,
    actorId: 'bank',
  });
  return true;
}

/** Whose money out it is: a payout of a loan, or a refund. */
async function payoutOwner(tx: Tx, key: string): Promise<Owner | undefined> {
  const [row] = await tx
    .select({ applicationId: payouts.applicationId, clockId: payouts.clockId })
    .from(payouts)
    .where(eq(payouts.key, key));
  if (row !== undefined) return row;
  const [refund] = await tx
    .select({ applicationId: refunds.applicationId, clockId: refunds.clockId })
    .from(refunds)
    .where(eq(refunds.key, key));
  return refund;
}

async function debitOwner(tx: Tx, key: string): Promise<Owner | undefined> {
  const [row] = await tx
    .select({ applicationId: loans.applicationId, clockId: debits.clockId })
    .from(debits)
    .innerJoin(loans, eq(loans.id, debits.loanId))
    .where(eq(debits.key, key));
  return row;
}

async function paymentOwner(tx: Tx, payerRef: string): Promise<Owner | undefined> {
  const [row] = await tx
    .select({ applicationId: loans.applicationId, clockId: payments.clockId })
    .from(payments)
    .innerJoin(loans, eq(loans.id, payments.loanId))
    .where(eq(payments.payerRef, payerRef));
  return row;
}

async function applicationOwner(tx: Tx, id: string): Promise<Owner | undefined> {
  const [row] = await tx
    .select({ applicationId: applications.id, clockId: applications.clockId })
    .from(applications)
    .where(eq(applications.id, id));
  return row;
}

/** Subject of the audit chain of callbacks that fit nothing known. */
export const UNMATCHED = 'unmatched-callbacks';

async function noteUnmatched(tx: Tx, event: OutsideCallback, at: Date): Promise<void> {
  const money =
    'amountMinor' in event ? { amountMinor: event.amountMinor, bankRef: event.bankRef } : undefined;
  const data = { type: event.type, id: event.id, amountMinor: money?.amountMinor, bankRef: money?.bankRef };
  const action = 'callback.unmatched';
  await appendAudit(tx, { subject: UNMATCHED, at, actorId: 'bank', action, data, clockId: event.clockId });
}
