import { Client, Connection } from '@temporalio/client';
import { z } from 'zod';
import { ParkedLoan } from '../../contracts/http/operations';
import type { TemporalPlace } from '../../stack/temporal/external';
import { loanWorkflowId } from '../../workflows/names';
import type { Ending } from '../ending';
import type { World } from '../world';
import type { Check } from './check';

const Parked = z.object({ data: z.array(ParkedLoan) });

/** Nothing waits for an operator. */
export async function checkParked(world: World): Promise<Check> {
  const operator = await world.user('operator', 'operator1');
  const path = `/v1/operations/parked?clockId=${world.clockId}`;
  const { data } = await operator.get(path, (answer) => Parked.parse(answer));
  const wrong = data.map(({ applicationId, step, reason }) => `${applicationId} at ${step}: ${reason}`);
  return { what: 'no loan is parked', wrong };
}

/** Each applicant is one workflow that Temporal lists: closed ones completed, the others running, none failed. */
export async function checkVisible(place: TemporalPlace, endings: readonly Ending[]): Promise<Check> {
  const connection = await Connection.connect({ address: place.address });
  try {
    const client = new Client({ connection, namespace: place.namespace });
    const statuses = new Map<string, string>();
    for await (const { workflowId, status } of client.workflow.list({ query: `WorkflowType = 'loan'` })) {
      // The latest run comes first; a loan that a late payment woke has several.
      if (!statuses.has(workflowId)) statuses.set(workflowId, status.name);
    }
    const wrong = endings.flatMap(({ application }) => {
      const status = statuses.get(loanWorkflowId(application.id)) ?? 'not listed';
      const expected = application.stage === 'CLOSED' ? 'COMPLETED' : 'RUNNING';
      return status === expected ? [] : [`${application.id}: ${status} instead of ${expected}`];
    });
    return { what: 'each loan is a workflow in Temporal, in the state it should be in', wrong };
  } finally {
    await connection.close();
  }
}
