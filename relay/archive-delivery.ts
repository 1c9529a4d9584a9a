import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { Db } from '../db/client';
import { archiveRuns } from './archive-history';
import type { Delivery } from './relay';

const AGAIN_SECONDS = 10;

/** Archives a workflow that has come to its end, as soon as it is closed. */
export function archiveDelivery(db: Db, client: Client): Delivery {
  return async ({ ref: workflowId }) => {
    try {
      const { runId, status } = await client.workflow.getHandle(workflowId).describe();
      if (status.name === 'RUNNING') return { laterSeconds: AGAIN_SECONDS };
      await archiveRuns(db, client, workflowId, runId);
      return 'done';
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return 'done';
      throw error;
    }
  };
}
