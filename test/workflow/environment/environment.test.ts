import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { SEARCH_ATTRIBUTES } from '../../../stack/temporal/search-attributes';
import { devServerEnv, freshQueue, timeSkippingEnv, workflowBundle } from '../../support/temporal';
import type { showStage, waitAYear } from './workflows';

const entry = resolve(__dirname, 'workflows.ts');

async function runWith<T>(env: TestWorkflowEnvironment, body: (taskQueue: string) => Promise<T>): Promise<T> {
  const taskQueue = freshQueue();
  const workflowCode = await workflowBundle(entry);
  const worker = await Worker.create({
    connection: env.nativeConnection,
    taskQueue,
    workflowBundle: workflowCode,
  });
  return worker.runUntil(body(taskQueue));
}

describe('time-skipping server', () => {
  let env: TestWorkflowEnvironment;
  beforeAll(async () => {
    env = await timeSkippingEnv();
  });
  afterAll(() => env.teardown());

  it('runs a year in a moment', async () => {
    const startedAt = performance.now();
    const days = await runWith(env, (taskQueue) =>
      env.client.workflow.execute<typeof waitAYear>('waitAYear', { taskQueue, workflowId: randomUUID() }),
    );
    expect(days).toBe('365');
    expect(performance.now() - startedAt).toBeLessThan(30_000);
  });

  it('knows the search attributes of loans', async () => {
    const workflowId = randomUUID();
    await runWith(env, (taskQueue) =>
      env.client.workflow.execute<typeof showStage>('showStage', { taskQueue, workflowId, args: ['REVIEW'] }),
    );
    const { typedSearchAttributes } = await env.client.workflow.getHandle(workflowId).describe();
    expect(typedSearchAttributes.getAll().map(({ value }) => value)).toEqual(['REVIEW']);
  });
});

describe('ordinary server', () => {
  let env: TestWorkflowEnvironment;
  beforeAll(async () => {
    env = await devServerEnv();
  });
  afterAll(() => env.teardown());

  it('counts workflows by search attribute', async () => {
    await runWith(env, async (taskQueue) => {
      const args: [string] = ['REPAYING'];
      await env.client.workflow.execute<typeof showStage>('showStage', {
        taskQueue,
        workflowId: randomUUID(),
        args,
      });
      const deadline = Date.now() + 10_000;
      let count = 0;
      while (count === 0 && Date.now() < deadline) {
        count = (await env.client.workflow.count(`LoanStage = 'REPAYING'`)).count;
      }
      expect(count).toBe(1);
    });
  });

  it('has every search attribute of loans', async () => {
    const { customAttributes } = await env.connection.operatorService.listSearchAttributes({
      namespace: 'default',
    });
    expect(Object.keys(customAttributes)).toEqual(
      expect.arrayContaining(SEARCH_ATTRIBUTES.map(({ name }) => name)),
    );
  });
});
