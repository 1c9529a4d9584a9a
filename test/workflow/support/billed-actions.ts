import type { History } from '@temporalio/common/lib/proto-utils';

type HistoryEvent = NonNullable<History['events']>[number];

/** What a run costs on Temporal Cloud, by kind of event; self-hosted the same list stands for the load on the server. */
export interface Bill {
  start: number;
  timers: number;
  signals: number;
  updates: number;
  activities: number;
  retries: number;
  /** Workflow tasks in which local activities ran: all of one task are one action. */
  localActivityTasks: number;
  /** Workflow tasks prolonged by a heartbeat while a local activity ran. */
  heartbeats: number;
  upserts: number;
}

const LOCAL_ACTIVITY = 'core_local_activity';

/**
 * Counts the billed actions of one run from its history. Not in a history, and so not here: queries, rejected updates
 * and heartbeats of activities. A run that continues another is a start of its own.
 */
export function billOf({ events }: History): Bill {
  const all = events ?? [];
  const count = (is: (event: HistoryEvent) => unknown): number => all.filter((event) => is(event)).length;
  const localTasks = all
    .map(({ markerRecordedEventAttributes: marker }) => marker)
    .filter((marker) => marker?.markerName === LOCAL_ACTIVITY)
    .map((marker) => String(marker?.workflowTaskCompletedEventId));
  return {
    start: count((event) => event.workflowExecutionStartedEventAttributes),
    timers: count((event) => event.timerStartedEventAttributes),
    signals: count((event) => event.workflowExecutionSignaledEventAttributes),
    updates: count((event) => event.workflowExecutionUpdateAcceptedEventAttributes),
    activities: count((event) => event.activityTaskScheduledEventAttributes),
    retries: all.reduce(
      (sum, event) => sum + Math.max(0, (event.activityTaskStartedEventAttributes?.attempt ?? 1) - 1),
      0,
    ),
    localActivityTasks: new Set(localTasks).size,
    heartbeats: all.filter(
      (event, index) =>
        event.workflowTaskScheduledEventAttributes && all[index - 1]?.workflowTaskCompletedEventAttributes,
    ).length,
    upserts: count((event) => event.upsertWorkflowSearchAttributesEventAttributes),
  };
}

/** Billed actions of one run. */
export function billedActions(history: History): number {
  return Object.values(billOf(history)).reduce((sum: number, actions: number) => sum + actions, 0);
}
