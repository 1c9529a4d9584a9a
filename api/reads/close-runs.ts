import { and, asc, count, desc, eq, lt, max, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { ListCloseRuns } from '../../contracts/http/close-runs';
import type { Queryable } from '../../db/client';
import { closeFindings, closeRuns, closeSteps } from '../../db/schema/close';
import { loans } from '../../db/schema/loans';
import { clockFilter } from './clock-scope';

/** Sums over what hangs on a run. Named in full, since a select of one table names its columns without it. */
const COUNTED = {
  run: closeRuns,
  loans: sql<number>`coalesce((select max(loans) from (select sum(s.loans) as loans from close_steps s
    where s.run_id = close_runs.id group by s.step) of_step), 0)::int`,
  tookMs: sql<number>`coalesce((select sum(s.took_ms) from close_steps s where s.run_id = close_runs.id), 0)::int`,
  findings: sql<number>`(select count(*) from close_findings f where f.run_id = close_runs.id)::int`,
};

/** One row more than a page of runs, newest first. */
export async function listCloseRuns(
  db: Queryable,
  { clockId, status, limit }: z.output<typeof ListCloseRuns>,
  after: string | undefined,
) {
  return db
    .select(COUNTED)
    .from(closeRuns)
    .where(
      and(
        clockFilter(closeRuns.clockId, clockId),
        status === undefined ? undefined : eq(closeRuns.status, status),
        after === undefined ? undefined : lt(closeRuns.id, after),
      ),
    )
    .orderBy(desc(closeRuns.id))
    .limit(limit + 1);
}

/** A run with its steps summed over their parts, and its findings. */
export async function closeRunOf(db: Queryable, id: string) {
  const [found] = await db.select(COUNTED).from(closeRuns).where(eq(closeRuns.id, id));
  if (found === undefined) return null;
  const steps = await db
    .select({
      step: closeSteps.step,
      parts: count(),
      loans: sql<number>`sum(${closeSteps.loans})::int`,
      tookMs: sql<number>`sum(${closeSteps.tookMs})::int`,
      finishedAt: max(closeSteps.finishedAt),
    })
    .from(closeSteps)
    .where(eq(closeSteps.runId, id))
    .groupBy(closeSteps.step)
    .orderBy(asc(max(closeSteps.finishedAt)));
  // Figures are amounts of a loan, of a currency, or of the loans of a product at a branch in one; else they are counts.
  const currency = sql<
    string | null
  >`coalesce(${loans.currency}, substring(${closeFindings.subject} from '[A-Z]{3}$'))`;
  const { check, subject, figures } = closeFindings;
  const differences = await db
    .select({ check, subject, figures, currency })
    .from(closeFindings)
    .leftJoin(loans, eq(loans.id, subject))
    .where(eq(closeFindings.runId, id))
    .orderBy(asc(closeFindings.id))
    .limit(500);
  return { ...found, steps, differences };
}
