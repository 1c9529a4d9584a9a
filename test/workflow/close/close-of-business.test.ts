import { randomUUID } from 'node:crypto';
import { ScheduleOverlapPolicy } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { CLOSE_SCHEDULE, scheduleClose } from '../../../activities/close/schedule';
import type { CloseSteps } from '../../../contracts/close/steps';
import type { closeOfBusiness } from '../../../workflows/close-of-business';
import { devServerEnv, freshQueue, workflowBundle } from '../../support/temporal';

/** Goal: one night closes all dates that were missed, in order, and a bank that is away holds up none of them. */
describe('the nightly close', () => {
  let env: TestWorkflowEnvironment;
  beforeAll(async () => {
    env = await devServerEnv();
  });
  afterAll(() => env.teardown());

  async function night(steps: CloseSteps) {
    const taskQueue = freshQueue();
    const worker = await Worker.create({
      connection: env.nativeConnection,
      taskQueue,
      workflowBundle: await workflowBundle(),
      activities: { ...steps },
    });
    const options = { taskQueue, workflowId: randomUUID() };
    return worker.runUntil(
      env.client.workflow.execute<typeof closeOfBusiness>('closeOfBusiness', { ...options, args: [] }),
    );
  }

  it('closes missed dates first, reconciles what the bank can show, and ends', async () => {
    const pages = [['2026-03-01', '2026-03-02'], ['2026-03-03'], []];
    const log: string[] = [];
    const result = await night({
      datesToClose: async () => pages.shift() ?? [],
      closeDate: async ({ on }) => {
        log.push(`close ${on}`);
        return { on, replayed: false, findings: on === '2026-03-02' ? 2 : 0 };
      },
      datesToReconcile: async () => ['2026-03-01', '2026-03-02', '2026-03-03'],
      reconcileDate: async ({ on }) => {
        log.push(`reconcile ${on}`);
        if (on === '2026-03-02') throw ApplicationFailure.nonRetryable('the bank is away');
        return { differences: 3 };
      },
    });
    expect(log).toEqual([
      'close 2026-03-01',
      'close 2026-03-02',
      'close 2026-03-03',
      'reconcile 2026-03-01',
      'reconcile 2026-03-02',
    ]);
    expect(result).toEqual({
      closed: ['2026-03-01', '2026-03-02', '2026-03-03'],
      findings: 2,
      reconciled: ['2026-03-01'],
      differences: 3,
    });
  });

  it('is scheduled once, daily at ten past midnight in Shanghai, never two at a time', async () => {
    await scheduleClose(env.client, freshQueue());
    await scheduleClose(env.client, freshQueue());
    const { spec, policies } = await env.client.schedule.getHandle(CLOSE_SCHEDULE).describe();
    expect(spec.timezone).toBe('Asia/Shanghai');
    expect(spec.calendars?.[0]).toMatchObject({ hour: [{ start: 0 }], minute: [{ start: 10 }] });
    expect(policies.overlap).toBe(ScheduleOverlapPolicy.SKIP);
  });
});
