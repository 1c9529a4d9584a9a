import { and, asc, eq, isNull } from 'drizzle-orm';
import { InboxBody } from '../../contracts/loan/inbox';
import type { InboxItem } from '../../contracts/loan/steps';
import { inbox } from '../../db/schema/messaging';
import { payouts } from '../../db/schema/money-moves';
import { confirmPayout, failPayout } from '../origination/payout-news';
import { bookBounce } from '../servicing/bounce';
import { settleDebit } from '../servicing/debit-news';
import { bookPayment } from '../servicing/payment';
import type { ActivityDeps } from './deps';
import type { Step } from './step';

type Row = typeof inbox.$inferSelect;

/** Takes a loan's unprocessed rows in order; the effect of each and its mark are one transaction. */
export async function absorbInbox(deps: ActivityDeps, step: Step): Promise<InboxItem[]> {
  const { tx, app, now } = step;
  const workflowId = `loan/${app.id}`;
  const rows = await tx
    .select()
    .from(inbox)
    .where(and(eq(inbox.workflowId, workflowId), isNull(inbox.processedAt)))
    .orderBy(asc(inbox.seq));
  for (const row of rows) {
    await absorb(deps, step, row);
    await tx.update(inbox).set({ processedAt: now }).where(eq(inbox.seq, row.seq));
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
    case 'bounce':
      return bookBounce(deps, step, InboxBody.bounce.parse(row.body));
    default:
      return undefined;
  }
}

async function absorbPayout(deps: ActivityDeps, step: Step, row: Row): Promise<void> {
  const word = InboxBody.payout.parse(row.body);
  const [order] = await step.tx.select({ id: payouts.id }).from(payouts).where(eq(payouts.key, word.orderNo));
  if (!order) return;
  if (word.status === 'confirmed') await confirmPayout(deps, step, order.id, word);
  else await failPayout(deps, step, order.id, { status: word.status, code: word.code ?? 'OTHER' });
}
