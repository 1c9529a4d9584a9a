import type { WorkflowExecutionDescription } from '@temporalio/client';
import { optionalTsToDate } from '@temporalio/common/lib/time';
import { temporal } from '@temporalio/proto';
import type { RunState } from '../../contracts/http/process';
import type { PendingStep, RunStanding } from './loan-gateway';

type PendingActivity = temporal.api.workflow.v1.IPendingActivityInfo;
const { PendingActivityState } = temporal.api.enums.v1;

const RUN_STATE: Readonly<Record<string, RunState>> = {
  RUNNING: 'running',
  PAUSED: 'paused',
  COMPLETED: 'completed',
  FAILED: 'failed',
  CANCELLED: 'cancelled',
  TERMINATED: 'terminated',
  CONTINUED_AS_NEW: 'continued',
  TIMED_OUT: 'timed_out',
};

/** What Temporal's description of a loan's workflow says of its run and its pending steps. */
export function standingOf(described: WorkflowExecutionDescription): RunStanding {
  const { runId, status, startTime, closeTime, historyLength, raw } = described;
  return {
    runId,
    state: RUN_STATE[status.name] ?? 'unknown',
    startedAt: startTime,
    closedAt: closeTime ?? null,
    events: historyLength,
    steps: (raw.pendingActivities ?? []).map(pendingStep),
  };
}

function pendingStep(activity: PendingActivity): PendingStep {
  const { activityType, state, attempt, lastAttemptCompleteTime, nextAttemptScheduleTime } = activity;
  return {
    step: activityType?.name ?? '',
    state: stateOf(state),
    attempt: attempt ?? 1,
    error: errorOf(activity),
    lastFailedAt: optionalTsToDate(lastAttemptCompleteTime) ?? null,
    nextAttemptAt: optionalTsToDate(nextAttemptScheduleTime) ?? null,
  };
}

function stateOf(state: PendingActivity['state']): PendingStep['state'] {
  if (state === PendingActivityState.PENDING_ACTIVITY_STATE_STARTED) return 'working';
  return state === PendingActivityState.PENDING_ACTIVITY_STATE_PAUSED ? 'paused' : 'waiting';
}

/** Types as the table of failures has them; a failure's own text may quote what nobody is to read. */
function errorOf({ lastFailure }: PendingActivity): string | null {
  if (!lastFailure) return null;
  if (lastFailure.timeoutFailureInfo) return 'TimeoutFailure';
  return lastFailure.applicationFailureInfo?.type || 'UNEXPECTED';
}
