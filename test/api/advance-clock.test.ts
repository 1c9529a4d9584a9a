import { setTimeout as pause } from 'node:timers/promises';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { TemporalGateway } from '../../api/gateway/temporal-gateway';
import { clockWorkflowId, LOAN_QUEUE, WORKFLOW_TYPES } from '../../workflows/names';
import { devServerEnv } from '../support/temporal';

let env: TestWorkflowEnvironment;
let clocks = 0;
beforeAll(async () => {
  env = await devServerEnv();
});
afterAll(() => env?.teardown());

/** A former advance of a clock, still open: no worker is there to end it. */
async function formerAdvance() {
  clocks += 1;
  const clockId = `clk_${clocks}`;
  const former = await env.client.workflow.start(WORKFLOW_TYPES.advanceClock, {
    workflowId: clockWorkflowId(clockId),
    taskQueue: LOAN_QUEUE,
    args: [clockId],
  });
  const now = () => env.client.workflow.getHandle(clockWorkflowId(clockId)).describe();
  return { clockId, former, now };
}

describe('an advance of a test clock', () => {
  it('right after another one gets a run of its own once that one is closed', async () => {
    const { clockId, former, now } = await formerAdvance();
    const asked = new TemporalGateway(env.client).advanceClock(clockId);
    await pause(300);
    expect((await now()).runId).toBe(former.firstExecutionRunId);
    await env.client.workflow.getHandle(former.workflowId, former.firstExecutionRunId).terminate('closing');
    await asked;
    const after = await now();
    expect(after.runId).not.toBe(former.firstExecutionRunId);
    expect(after.status.name).toBe('RUNNING');
  });

  it('leaves an advance that is still at work alone', async () => {
    const { clockId, former, now } = await formerAdvance();
    await new TemporalGateway(env.client).advanceClock(clockId);
    expect(await now()).toMatchObject({ runId: former.firstExecutionRunId, status: { name: 'RUNNING' } });
  });
});
