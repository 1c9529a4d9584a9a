import type { Client } from '@temporalio/client';
import { billedActions } from '../../test/workflow/support/billed-actions';

/** What one workflow cost so far. */
export interface HistoryCost {
  events: number;
  actions: number;
  workflowTasks: number;
}

export async function historyCost(client: Client, workflowId: string): Promise<HistoryCost> {
  const history = await client.workflow.getHandle(workflowId).fetchHistory();
  const events = history.events ?? [];
  return {
    events: events.length,
    actions: billedActions(history),
    workflowTasks: events.filter((event) => event.workflowTaskCompletedEventAttributes).length,
  };
}
