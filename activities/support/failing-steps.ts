import { setTimeout as pause } from 'node:timers/promises';
import type { Context, Info } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { msToNumber } from '@temporalio/common/lib/time';
import type {
  ActivityExecuteInput,
  ActivityInboundCallsInterceptor,
  ActivityInterceptorsFactory,
  Next,
} from '@temporalio/worker';
import type { Logger } from 'pino';
import type { Db } from '../../db/client';
import { forgetFailing, noteFailedAttempt, type StepPlace } from '../../db/repositories/failing-steps';

/** The list waits for nobody: what cannot be noted within this time is not noted. */
const NOTE_MS = 2_000;

/**
 * Sits outside the error reducer and keeps the list of steps that failed and will be tried again: a row after a failed
 * attempt, gone when the step succeeds or fails for good. A first attempt that succeeds costs nothing. The list is for
 * operators alone, so failing to keep it never changes what becomes of the step.
 */
export function failingSteps(db: Db, log: Logger): ActivityInterceptorsFactory {
  const quietly = async (write: Promise<void>) => {
    const done = write.catch(() => log.warn('the list of failing steps could not be kept'));
    await Promise.race([done, pause(NOTE_MS, undefined, { ref: false })]);
  };
  return ({ info }: Context) => {
    const place = placeOf(info);
    const inbound: ActivityInboundCallsInterceptor = {
      async execute(input: ActivityExecuteInput, next: Next<ActivityInboundCallsInterceptor, 'execute'>) {
        if (place === null) return next(input);
        try {
          const result = await next(input);
          if (isRepeat(info)) await quietly(forgetFailing(db, place));
          return result;
        } catch (error) {
          if (error instanceof ApplicationFailure && isTriedAgain(info, error)) {
            await quietly(noteFailedAttempt(db, { ...place, ...told(info, error) }));
          } else if (isRepeat(info)) {
            await quietly(forgetFailing(db, place));
          }
          throw error;
        }
      },
    };
    return { inbound };
  };
}

/** A loan's ordinary activity; a local one is tried within its workflow task and then falls over to an ordinary one. */
function placeOf({ isLocal, workflowType, workflowExecution, activityId }: Info): StepPlace | null {
  if (isLocal || workflowType !== 'loan' || workflowExecution === undefined) return null;
  const { workflowId, runId } = workflowExecution;
  return { applicationId: workflowId.slice('loan/'.length), activityId, runId };
}

/** A step told to try at once counts its attempts from one again, but was scheduled long before. */
const isRepeat = (info: Info): boolean =>
  info.attempt > 1 || info.currentAttemptScheduledTimestampMs > info.scheduledTimestampMs;

const isTriedAgain = ({ attempt, retryPolicy }: Info, { nonRetryable }: ApplicationFailure): boolean =>
  !nonRetryable && attempt < (retryPolicy?.maximumAttempts || Number.POSITIVE_INFINITY);

function told(
  { activityType, attempt, retryPolicy, scheduledTimestampMs }: Info,
  failure: ApplicationFailure,
) {
  const { initialInterval = 1_000, backoffCoefficient = 2, maximumInterval = '1m' } = retryPolicy ?? {};
  const backoffMs = Math.min(
    msToNumber(initialInterval) * backoffCoefficient ** (attempt - 1),
    msToNumber(maximumInterval),
  );
  return {
    step: activityType,
    error: failure.type ?? 'UNEXPECTED',
    attempts: attempt,
    since: new Date(scheduledTimestampMs),
    backoffMs,
  };
}
