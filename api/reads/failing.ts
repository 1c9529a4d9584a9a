import { and, asc, count, desc, eq, getTableColumns, max, min, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { FailingGroup, FailingStep, ListFailing, ListFailingGroups } from '../../contracts/http/failing';
import type { Queryable } from '../../db/client';
import { stillFailing } from '../../db/repositories/failing-steps';
import { applications } from '../../db/schema/applications';
import { failingSteps } from '../../db/schema/failing-steps';
import { loanWorkflowId } from '../../workflows/names';
import { instantOf } from '../present/application';

type Filters = Pick<z.output<typeof ListFailing>, 'error' | 'step' | 'applicationId' | 'clockId'>;

/** The failing steps that these filters leave. */
export const failingWhere = ({ error, step, applicationId, clockId }: Filters) =>
  and(
    stillFailing(),
    error === undefined ? undefined : eq(failingSteps.error, error),
    step === undefined ? undefined : eq(failingSteps.step, step),
    applicationId === undefined ? undefined : eq(failingSteps.applicationId, applicationId),
    clockId === undefined ? undefined : eq(failingSteps.clockId, clockId),
  );

/** Failing steps by error and step, the most loans first. */
export async function failingGroups(
  db: Queryable,
  filters: z.output<typeof ListFailingGroups>,
): Promise<z.input<typeof FailingGroup>[]> {
  const rows = await db
    .select({
      error: failingSteps.error,
      step: failingSteps.step,
      count: count(),
      since: min(failingSteps.since),
      highestAttempts: max(failingSteps.attempts),
      nextAttemptAt: min(failingSteps.nextAttemptAt),
    })
    .from(failingSteps)
    .where(failingWhere(filters))
    .groupBy(failingSteps.error, failingSteps.step)
    .orderBy(desc(count()), asc(failingSteps.error), asc(failingSteps.step));
  return rows.map((row) => ({
    ...row,
    since: instantOf(row.since) ?? '',
    highestAttempts: row.highestAttempts ?? 0,
    nextAttemptAt: instantOf(row.nextAttemptAt),
  }));
}

/** One row more than a page of failing steps holds, those that fail longest first. */
export function failingRows(
  db: Queryable,
  { limit, ...filters }: Filters & { limit: number },
  after?: Place,
) {
  return db
    .select({
      ...getTableColumns(failingSteps),
      loanId: applications.loanId,
      stage: applications.stage,
    })
    .from(failingSteps)
    .innerJoin(applications, eq(applications.id, failingSteps.applicationId))
    .where(
      and(
        failingWhere(filters),
        after &&
          sql`(${failingSteps.since}, ${failingSteps.applicationId}, ${failingSteps.activityId}) > (${String(after[0])}::timestamptz, ${String(after[1])}, ${String(after[2])})`,
      ),
    )
    .orderBy(asc(failingSteps.since), asc(failingSteps.applicationId), asc(failingSteps.activityId))
    .limit(limit + 1);
}

type Place = readonly (string | number)[];
type Row = Awaited<ReturnType<typeof failingRows>>[number];

/** Where the list goes on after a row. */
export const placeOf = (row: Row): Place => [row.since.toISOString(), row.applicationId, row.activityId];

/** A failing step as operators see it. */
export function presentFailing(row: Row): z.input<typeof FailingStep> {
  const { applicationId, loanId, stage, step, error, attempts, clockId } = row;
  return {
    ...{ applicationId, loanId, stage, step, error, attempts, clockId },
    since: row.since.toISOString(),
    lastFailedAt: row.lastFailedAt.toISOString(),
    nextAttemptAt: instantOf(row.nextAttemptAt),
    retriedAt: instantOf(row.retriedAt),
    workflowId: loanWorkflowId(applicationId),
  };
}
