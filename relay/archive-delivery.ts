import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '../db/client';
import { inbox, outbox } from '../db/schema/messaging';
import { archiveRuns } from './archive-history';
import type { Delivery } from './relay';

const AGAIN_SECONDS = 10;

/** Archives a workflow that has come to its end, as soon as it is closed, and wakes its loan for news that it missed. */
export function archiveDelivery(db: Db, client: Client): Delivery {
  return async ({ ref: workflowId, clockId }) => {
    try {
      const { runId, status } = await client.workflow.getHandle(workflowId).describe();
      if (status.name === 'RUNNING') return { laterSeconds: AGAIN_SECONDS };
      await archiveRuns(db, client, workflowId, runId);
      await wakeForMissedNews(db, workflowId, clockId);
      return 'done';
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return 'done';
      throw error;
    }
  };
}

/**
 * News that came between the last look of a run at its inbox and its end: its wake-up reached a run that was ending, and
 * nobody else would ever tell the loan of a payment, say, that it has.
 */
async function wakeForMissedNews(db: Db, workflowId: string, clockId: string | null): Promise<void> {
  const missed = and(eq(inbox.workflowId, workflowId), isNull(inbox.processedAt));
  const [news] = await db.select({ seq: inbox.seq }).from(inbox).where(missed).limit(1);
  if (news) await db.insert(outbox).values({ topic: 'workflow.wake', ref: workflowId, clockId });
}
