import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Db } from '../db/client';
import { WORKFLOW_TYPES } from '../workflows/names';
import { archiveRuns } from './archive-history';

const HOUR_MS = 3_600_000;
/** How far back a round looks: longer than a worker may be away, far shorter than Temporal keeps closed runs. */
const LOOK_BACK_MS = 72 * HOUR_MS;

/**
 * Archives the runs that continued as new lately. Their loans go on for years, and Temporal forgets the closed runs long
 * before those come to their end.
 */
export async function archiveContinued(db: Db, client: Client, now: Date): Promise<void> {
  const since = new Date(now.getTime() - LOOK_BACK_MS).toISOString();
  const query = `WorkflowType = '${WORKFLOW_TYPES.loan}' AND ExecutionStatus = 'ContinuedAsNew' AND CloseTime > '${since}'`;
  for await (const { workflowId, runId } of client.workflow.list({ query }))
    await archiveRuns(db, client, workflowId, runId);
}

/** Does so at the start and every hour; returns what ends it. A round that fails is made up for by the next. */
export function startArchiving(db: Db, client: Client, log: Logger): () => void {
  const round = () => {
    archiveContinued(db, client, new Date()).catch(() => log.warn('archiving failed, again in an hour'));
  };
  round();
  const timer = setInterval(round, HOUR_MS);
  return () => clearInterval(timer);
}
