import { gzipSync } from 'node:zlib';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import type { Db } from '../db/client';
import { historyArchives } from '../db/schema/messaging';
import type { Delivery } from './relay';

const AGAIN_SECONDS = 10;
const { History } = temporal.api.history.v1;

/** Keeps the history of a closed run for the years that Temporal does not: gzipped JSON, as replay reads it. */
export function archiveDelivery(db: Db, client: Client): Delivery {
  return async ({ ref: workflowId }) => {
    try {
      const handle = client.workflow.getHandle(workflowId);
      const { runId, status } = await handle.describe();
      if (status.name === 'RUNNING') return { laterSeconds: AGAIN_SECONDS };
      const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
      const plain = History.toObject(History.fromObject(history), {
        bytes: String,
        longs: String,
        enums: String,
      });
      await db
        .insert(historyArchives)
        .values({
          workflowId,
          runId,
          events: history.events?.length ?? 0,
          gzip: gzipSync(JSON.stringify(plain)),
          archivedAt: new Date(),
        })
        .onConflictDoNothing();
      return 'done';
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return 'done';
      throw error;
    }
  };
}
