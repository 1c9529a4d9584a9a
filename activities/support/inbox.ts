import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { InboxBody } from '../../contracts/loan/inbox';
import type { InboxItem } from '../../contracts/loan/steps';
import { compiledRead, updateWhere } from '../../db/compiled';
import { inbox } from '../../db/schema/messaging';
import { payouts, refunds } from '../../db/schema/money-moves';
import { confirmPayout, failPayout } from '../origination/payout-news';
import { bookBounce } from '../servicing/bounce';
import { settleDebit } from '../servicing/debit-news';
import { carryOut } from '../servicing/operation';
import { bookPayment } from '../servicing/payment';
import { confirmRefund, failRefund } from '../servicing/refund-news';
import type { ActivityDeps } from './deps';
import type { Step } from './step';

type Row = typeof inbox.$inferSelect;

const unprocessed = compiledRead((from) =>
  from
    .select()
    .from(inbox)
    .where(and(eq(inbox.workflowId, sql.placeholder('workflowId')), isNull(inbox.processedAt)))
    .orderBy(asc(inbox.seq)),
);
const markNews = updateWhere(inbox, 'seq');

/** Takes a loan's unprocessed rows in order; the effect of each and its mark are one transaction. */
export async function absorbInbox(deps: ActivityDeps, step: Step): Promise<InboxItem[]> {
  const { tx, app, now } = step;
  const workflowId = `loan/${app.id}`;
  const rows = await unprocessed(tx, { workflowId });
  for (const row of rows) {
    await absorb(deps, step, row);
    await markNews(tx, row.seq, { processedAt: now });
  }
  return rows.map(({ seq, kind, ref }) => ({ seq, kind: kind as InboxItem['kind'], ref }));
}

/** Money news are booked here; the rest (documents, consents, signatures) is for the workflow's own steps to read. */
async function absorb(deps: ActivityDeps, step: Step, row: Row): Promise<void> {
  switch (row.kind) {
    case 'payout':
      return absorbPayout(deps, step, row);
    case 'debit':
      return settleDebit(deps, step, InboxBody.debit.parse(row.body));
    case 'payment':
      return bookPayment(deps, step, row.ref);
    case 'operation':
      return carryOut(deps, step, row.ref);
    case 'bounce':
      return bookBounce(deps, step, InboxBody.bounce.parse(row.body));
    default:
      return undefined;
  }
}

async function absorbPayout(deps: ActivityDeps, step: Step, row: Row): Promise<void> {
  const word = InboxBody.payout.parse(row.body);
  const { tx } = step;
  const [order] = await tx.select({ id: payouts.id }).from(payouts).where(eq(payouts.key, word.orderNo));
  if (!order) return absorbRefund(deps, step, word);
  if (word.status === 'confirmed') await confirmPayout(deps, step, order.id, word);
  else {
    const { status, valueOn } = word;
    await failPayout(deps, step, order.id, { status, valueOn, code: word.code ?? 'OTHER' });
  }
}

async function absorbRefund(
  deps: ActivityDeps,
  step: Step,
  word: z.infer<typeof InboxBody.payout>,
): Promise<void> {
  const [refund] = await step.tx
    .select({ id: refunds.id })
    .from(refunds)
    .where(eq(refunds.key, word.orderNo));
  if (!refund) return;
  if (word.status === 'confirmed') await confirmRefund(step, refund.id, word);
  else {
    const { status, valueOn } = word;
    await failRefund(deps, step, refund.id, { status, valueOn, code: word.code ?? 'OTHER' });
  }
}
