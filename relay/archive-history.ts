import { gzipSync } from 'node:zlib';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import type { Db } from '../db/client';
import { historyArchives } from '../db/schema/messaging';

const { History } = temporal.api.history.v1;

/**
 * Keeps the histories of a closed run and of the runs that it continued for the years that Temporal does not: gzipped
 * JSON, as replay reads it. Stops at a run that is kept already, and at one that Temporal has forgotten.
 */
export async function archiveRuns(db: Db, client: Client, workflowId: string, last: string): Promise<void> {
  for (let runId: string | null = last; runId !== null; ) {
    const history = await historyOf(client, workflowId, runId);
    if (history === null) return;
    const plain = History.toObject(History.fromObject(history), {
      bytes: String,
      longs: String,
      enums: String,
    });
    const kept = await db
      .insert(historyArchives)
      .values({
        workflowId,
        runId,
        events: history.events?.length ?? 0,
        gzip: gzipSync(JSON.stringify(plain)),
        archivedAt: new Date(),
      })
      .onConflictDoNothing()
      .returning({ runId: historyArchives.runId });
    if (kept.length === 0) return;
    const [started] = history.events ?? [];
    runId = started?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || null;
  }
}

async function historyOf(client: Client, workflowId: string, runId: string) {
  try {
    return await client.workflow.getHandle(workflowId, runId).fetchHistory();
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  }
}
