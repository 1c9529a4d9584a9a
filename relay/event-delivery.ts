import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { Db } from '../db/client';
import { fanOutEvent } from '../db/repositories/webhooks';
import { LOAN_QUEUE, WORKFLOW_TYPES, webhookWorkflowId } from '../workflows/names';
import type { Delivery } from './relay';

/** Tells an event to every endpoint that asked for it: one delivery workflow each. */
export function eventDelivery(db: Db, client: Client): Delivery {
  return async ({ ref: eventId }) => {
    for (const deliveryId of await fanOutEvent(db, eventId)) await startDelivery(client, deliveryId);
    return 'done';
  };
}

async function startDelivery(client: Client, deliveryId: string): Promise<void> {
  try {
    await client.workflow.start(WORKFLOW_TYPES.webhookDelivery, {
      workflowId: webhookWorkflowId(deliveryId),
      taskQueue: LOAN_QUEUE,
      args: [deliveryId],
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
