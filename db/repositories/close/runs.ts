import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { newId } from '../../../contracts/ids';
import type { CloseScope, PartScope } from '../../../domain/close/scope';
import { InvariantError } from '../../../domain/invariant';
import type { Db, Queryable } from '../../client';
import { closedPeriods, closeParts, closeRuns, closeSteps } from '../../schema';
import { onClock } from './part';

export type CloseRunRow = typeof closeRuns.$inferSelect;

/** Loans per part: what one transaction takes on, and what is done again when it is broken off. */
const PART_LOANS = 5_000;

const sameClock = (clockId: string | null) =>
  clockId === null ? isNull(closeRuns.clockId) : eq(closeRuns.clockId, clockId);

/** Dates that are still to be closed, oldest first, up to and with `until`; none while the clock has no loan. */
export async function datesToClose(db: Queryable, clockId: string | null, until: string): Promise<string[]> {
  const { rows } = await db.execute<{ on: string }>(sql`
    select day::date::text as on from generate_series(
      coalesce(
        (select min(closed_on) filter (where status = 'open') from close_runs where clock_id is not distinct from ${clockId}),
        (select max(closed_on) + 1 from close_runs where clock_id is not distinct from ${clockId}),
        (select min(disbursed_on) from loans where clock_id is not distinct from ${clockId})),
      ${until}::date, '1 day') as day order by day`);
  return rows.map((row) => row.on);
}

/** The run of a date, its loans cut into parts; opening it twice finds the first. */
export async function openRun(
  db: Db,
  { on, clockId }: CloseScope,
  now: Date,
  partLoans = PART_LOANS,
): Promise<CloseRunRow> {
  await db.transaction(async (tx) => {
    const [opened] = await tx
      .insert(closeRuns)
      .values({ id: newId('run'), closedOn: on, clockId, partitions: 1, status: 'open', openedAt: now })
      .onConflictDoNothing()
      .returning({ id: closeRuns.id });
    if (opened === undefined) return;
    await tx.execute(sql`
      insert into close_parts (run_id, partition, from_loan, to_loan)
      select ${opened.id}, row_number() over (order by from_loan) - 1, from_loan, lead(from_loan) over (order by from_loan)
      from (
        select '' as from_loan
        union
        select loan_id from (
          select loan_id, row_number() over (order by loan_id) as no from loan_accruals a
          where ${onClock(sql`a.clock_id`, clockId)} and a.in_close
        ) numbered where no > 1 and no % ${partLoans} = 1
      ) starts`);
    await tx
      .update(closeRuns)
      .set({ partitions: sql`(select count(*) from close_parts where run_id = ${opened.id})` })
      .where(eq(closeRuns.id, opened.id));
  });
  const [run] = await db
    .select()
    .from(closeRuns)
    .where(and(sameClock(clockId), eq(closeRuns.closedOn, on)));
  if (run === undefined) throw new InvariantError('a close run that was just opened is not there');
  return run;
}

/** The parts that the loans of a run were cut into. */
export async function partsOf(db: Queryable, run: CloseRunRow): Promise<PartScope[]> {
  const rows = await db
    .select({ partition: closeParts.partition, fromLoan: closeParts.fromLoan, toLoan: closeParts.toLoan })
    .from(closeParts)
    .where(eq(closeParts.runId, run.id))
    .orderBy(asc(closeParts.partition));
  return rows.map((row) => ({ on: run.closedOn, clockId: run.clockId, ...row }));
}

/** Steps of a run that are done, as `step/partition`. */
export async function stepsDone(db: Queryable, runId: string): Promise<Set<string>> {
  const rows = await db
    .select({ step: closeSteps.step, partition: closeSteps.partition })
    .from(closeSteps)
    .where(eq(closeSteps.runId, runId));
  return new Set(rows.map(({ step, partition }) => `${step}/${partition}`));
}

export async function noteStep(db: Db, step: typeof closeSteps.$inferInsert): Promise<void> {
  await db.insert(closeSteps).values(step).onConflictDoNothing();
}

/** Ends a run and shuts its date: what comes later is posted on a later date. */
export async function finishRun(db: Db, run: CloseRunRow, agrees: boolean, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const ended = await tx
      .update(closeRuns)
      .set({ status: agrees ? 'agrees' : 'differs', finishedAt: now })
      .where(and(eq(closeRuns.id, run.id), eq(closeRuns.status, 'open')))
      .returning({ id: closeRuns.id });
    if (ended.length === 0) return;
    await tx.insert(closedPeriods).values({
      id: run.id,
      fromOn: run.closedOn,
      toOn: run.closedOn,
      closedBy: 'close-of-business',
      clockId: run.clockId,
      closedAt: now,
    });
  });
}

/** Currencies whose accounts at the bank are set against our books: ours, and those that loans of the clock are in. */
export async function currenciesToReconcile(db: Queryable, clockId: string | null): Promise<string[]> {
  const { rows } = await db.execute<{ currency: string }>(sql`
    select 'CNY' as currency union select currency from accrual_books
    where clock_id is not distinct from ${clockId} order by currency`);
  return rows.map((row) => row.currency);
}

/** Dates that are closed and whose bank statement has not been set against our books, oldest first. */
export async function datesToReconcile(db: Queryable, clockId: string | null): Promise<string[]> {
  const { rows } = await db.execute<{ on: string }>(sql`
    select r.closed_on::text as on from close_runs r
    where r.clock_id is not distinct from ${clockId} and r.status <> 'open' and not exists (select 1
      from reconciliations c where c.statement_on = r.closed_on and c.clock_id is not distinct from ${clockId})
    order by r.closed_on`);
  return rows.map((row) => row.on);
}
