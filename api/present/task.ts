import type { z } from 'zod';
import type { Task } from '../../contracts/http/tasks';
import type { NamedTask } from '../reads/tasks';
import { instantOf } from './application';

/** A task as callers see it. */
export function presentTask({
  task,
  customerName,
  currency,
  assigneeName,
  asOf,
}: NamedTask): z.input<typeof Task> {
  const { key: _, amountMinor, details, ...plain } = task;
  return {
    ...plain,
    ...{ customerName, currency, assigneeName },
    asOf: asOf.toISOString(),
    amountMinor: amountMinor === null ? null : amountMinor.toString(),
    details: details as Record<string, unknown>,
    claimedAt: instantOf(task.claimedAt),
    openedAt: task.openedAt.toISOString(),
    dueAt: task.dueAt.toISOString(),
    escalatedAt: instantOf(task.escalatedAt),
    pausedAt: instantOf(task.pausedAt),
    closedAt: instantOf(task.closedAt),
  };
}
