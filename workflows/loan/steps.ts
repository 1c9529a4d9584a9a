import {
  ActivityFailure,
  type ActivityOptions,
  ApplicationFailure,
  isCancellation,
  proxyActivities,
  proxyLocalActivities,
  sleep,
  uuid4,
} from '@temporalio/workflow';
import type { OutsideSteps, RecordSteps } from '../../contracts/loan/steps';

/** A worker that dies is noticed by its missing heartbeats, long before the time of the step is over. */
const ALIVE = '15s';

/**
 * A database step normally takes milliseconds; it is tried within the workflow task first. The number of tries ends
 * them: a schedule-to-close time alone does not, and each further try would prolong the workflow task.
 */
const quick = proxyLocalActivities<RecordSteps>({
  startToCloseTimeout: '2s',
  scheduleToCloseTimeout: '6s',
  retry: { initialInterval: '50ms', backoffCoefficient: 3, maximumInterval: '1s', maximumAttempts: 3 },
});

/** The same step as an ordinary activity: an outage of the database is waited out, however long. */
const patient = proxyActivities<RecordSteps>({
  startToCloseTimeout: '30s',
  heartbeatTimeout: ALIVE,
  retry: { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '1m' },
});

const OUTSIDE = {
  startToCloseTimeout: '1m',
  heartbeatTimeout: ALIVE,
  retry: { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '1m', maximumAttempts: 12 },
} satisfies ActivityOptions;

/**
 * Calls to outside parties, PDF and signatures. The activity itself decides when to stop asking and what follows (each
 * source has its stated fallback); what still fails after these attempts is for an operator.
 */
export const outside = proxyActivities<OutsideSteps>(OUTSIDE);

/** As above with a line for the reader of the history. */
export const outsideWith = (summary: string): OutsideSteps =>
  proxyActivities<OutsideSteps>({ ...OUTSIDE, summary });

export type RecordStep = keyof RecordSteps;
export type StepArgs<N extends RecordStep> = Parameters<RecordSteps[N]>;
export type StepResult<N extends RecordStep> = Awaited<ReturnType<RecordSteps[N]>>;

/**
 * Runs a database step: quickly if it can, patiently if it must. Throws only what repeating cannot help. The key is the
 * same whenever this step runs again (a lost workflow task, the patient way), so that its transaction takes effect once.
 */
export async function record<N extends RecordStep>(name: N, ...[input]: StepArgs<N>): Promise<StepResult<N>> {
  type Step = (input: StepArgs<N>[0], key: string) => Promise<StepResult<N>>;
  const key = uuid4();
  try {
    return await (quick[name] as Step)(input, key);
  } catch (error) {
    if (isCancellation(error) || isFinal(error)) throw error;
    return await (patient[name] as Step)(input, key);
  }
}

/** Runs a bookkeeping step that parking itself depends on: it is repeated every minute until it succeeds. */
export async function stubborn<N extends RecordStep>(name: N, ...args: StepArgs<N>): Promise<StepResult<N>> {
  for (;;) {
    try {
      return await record(name, ...args);
    } catch (error) {
      if (isCancellation(error)) throw error;
      await sleep('1m', { summary: `${name} failed, trying again` });
    }
  }
}

/** Whether repeating cannot help: the step said so by a failure marked non-retryable. */
function isFinal(error: unknown): boolean {
  const cause = error instanceof ActivityFailure ? error.cause : error;
  return cause instanceof ApplicationFailure && cause.nonRetryable === true;
}

/** The taxonomy type of a failure, for the parked reason; never its text. */
export function failureType(error: unknown): string {
  const cause = error instanceof ActivityFailure ? error.cause : error;
  if (cause instanceof ApplicationFailure) return cause.type ?? 'UNEXPECTED';
  return cause instanceof Error ? cause.name : 'UNEXPECTED';
}
