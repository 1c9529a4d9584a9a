import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import type { Stack } from '../../stack/stack';
import { cachedWorkflowBundle } from '../../stack/workflow-bundle';
import { loanStartOptions } from '../../workflows/loan/start';
import { loanWorkflowId } from '../../workflows/names';
import { noPaperWorker, yardstickWorker } from './no-paper-worker';
import { environmentOf, startProgram, stopProgram } from './processes';
import { type Round, race } from './race';
import { applicant, straightThrough, terms, type Watcher } from './real-loans';

/** One of the things that are compared. */
export interface Contender {
  name: string;
  /** Gets its worker ready; a round never includes this. */
  prepare(): Promise<void>;
  round(count: number, inFlight: number): Promise<Round>;
  workerPid(): number;
  /** Puts the stack back as it was. */
  dismiss(): Promise<void>;
  workflowId(id: string): string;
}

const QUEUE = 'bench-yardstick';

/** Real loans through the stack: with its own worker, or with one that makes tiny papers. */
function realLoans(name: string, stack: Stack, watcher: Watcher, program: string | null): Contender {
  let other: Awaited<ReturnType<typeof startProgram>> | undefined;
  let environment: Record<string, string> = {};
  const places = { api: stack.urls.api, sandbox: stack.urls.sandbox };
  return {
    name,
    workflowId: loanWorkflowId,
    async prepare() {
      if (program === null) return;
      environment = environmentOf(stack.pids().worker ?? 0);
      await stack.kill('worker', 'SIGTERM');
      other = await startProgram(program, environment);
    },
    async round(count, inFlight) {
      const consents = await terms(places);
      const applicants = await Promise.all(Array.from({ length: count }, () => applicant(places)));
      const round = await race(count, inFlight, async (n) => {
        const one = applicants[n];
        if (!one) throw new Error('too few applicants');
        return straightThrough(places, watcher, consents, one);
      });
      return round;
    },
    workerPid: () => other?.pid ?? stack.pids().worker ?? 0,
    async dismiss() {
      if (!other) return;
      await stopProgram(other);
      other = undefined;
      await stack.restart('worker');
    },
  };
}

/** Workflows on a worker of their own that does nothing else; it stays up and idle between rounds. */
async function yardsticks(
  stack: Stack,
  client: Client,
): Promise<[Contender, Contender, () => Promise<void>]> {
  const env = {
    ...environmentOf(stack.pids().worker ?? 0),
    YARDSTICK_QUEUE: QUEUE,
    YARDSTICK_BUNDLE: await cachedWorkflowBundle(`${__dirname}/bare-workflow.ts`),
  };
  const worker = await startProgram(await yardstickWorker(), env);
  const contender = (name: string, start: (id: string) => Promise<unknown>): Contender => ({
    name,
    workflowId: (id) => id,
    prepare: async () => undefined,
    dismiss: async () => undefined,
    workerPid: () => worker.pid ?? 0,
    round: (count, inFlight) =>
      race(count, inFlight, async () => {
        const applicationId = `app_${randomUUID()}`;
        await start(applicationId);
        return name === 'bare' ? applicationId : loanWorkflowId(applicationId);
      }),
  });
  const bare = contender('bare', (workflowId) =>
    client.workflow.execute('bare', { workflowId, taskQueue: QUEUE }),
  );
  const alone = contender('workflow alone', (applicationId) => {
    const { workflowType, ...options } = loanStartOptions({
      applicationId,
      customerId: 'cus_bench',
      productCode: 'instant_small',
      channel: 'api',
      summary: 'benchmark',
      clock: null,
      paidOut: false,
      historyLimit: 1_000,
    });
    return client.workflow.execute(workflowType, { ...options, taskQueue: QUEUE });
  });
  return [bare, alone, () => stopProgram(worker)];
}

/** All contenders of a stack, the yardstick first. */
export async function contendersOf(stack: Stack, client: Client, watcher: Watcher) {
  const [bare, alone, close] = await yardsticks(stack, client);
  const whole = realLoans('whole loan', stack, watcher, null);
  const unpapered = realLoans('without the PDF', stack, watcher, await noPaperWorker());
  return { all: [bare, whole, alone, unpapered], close };
}
