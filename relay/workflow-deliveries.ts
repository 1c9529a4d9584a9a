import { type Client, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '../db/client';
import { findLoanStart } from '../db/repositories/loan-start';
import { inbox } from '../db/schema/messaging';
import { wake } from '../workflows/loan/messages';
import { loanStartOptions } from '../workflows/loan/start';
import { applicationOf } from '../workflows/names';
import type { Delivery } from './relay';

/** Starts the workflow of a new application, if nobody did yet; a worker on the client's own connection begins at once. */
export function startDelivery(db: Db, client: Client, historyLimit: number): Delivery {
  return async ({ ref: applicationId }) => {
    const found = await findLoanStart(db, applicationId);
    if (!found || found.closed) return 'done';
    try {
      const { workflowType, ...options } = loanStartOptions({ ...found.start, historyLimit });
      await client.workflow.start(workflowType, {
        ...options,
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
        requestEagerStart: true,
      });
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
    return 'done';
  };
}

/**
 * Tells a loan that its inbox has news. A loan whose workflow ended after payout is started again in servicing: a
 * payment for it goes to suspense, a bounced one reopens it. News for an application that ended unpaid are dropped.
 */
export function wakeDelivery(db: Db, client: Client, historyLimit: number): Delivery {
  return async ({ ref: workflowId }) => {
    try {
      await client.workflow.getHandle(workflowId).signal(wake);
      return 'done';
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
    const found = await findLoanStart(db, applicationOf(workflowId));
    if (!found) return 'done';
    if (found.closed && !found.start.paidOut) {
      await dropNews(db, workflowId);
      return 'done';
    }
    const { workflowType, ...options } = loanStartOptions({ ...found.start, historyLimit });
    await client.workflow.signalWithStart(workflowType, {
      ...options,
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      signal: wake,
      signalArgs: [],
    });
    return 'done';
  };
}

async function dropNews(db: Db, workflowId: string): Promise<void> {
  await db
    .update(inbox)
    .set({ processedAt: new Date() })
    .where(and(eq(inbox.workflowId, workflowId), isNull(inbox.processedAt)));
}
