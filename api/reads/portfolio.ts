import { and, desc, eq, lte, max, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type {
  LoanStanding,
  PortfolioQuery,
  PortfolioRolls,
  PortfolioSnapshot,
  RollsQuery,
} from '../../contracts/http/portfolio';
import type { Queryable } from '../../db/client';
import { bucketRolls, loanDays, portfolioSnapshots, repaymentStrings } from '../../db/schema/close';
import { FIVE_CLASSES, type FiveClass } from '../../domain/delinquency/five-class';
import { InvariantError } from '../../domain/invariant';
import { onClock } from './clock-scope';

function classOf(index: number): FiveClass {
  const found = FIVE_CLASSES[index];
  if (found === undefined) throw new InvariantError(`class ${index}`);
  return found;
}

/** The snapshot of the last date that was closed by a day. */
export async function snapshotOf(
  db: Queryable,
  { asOf, clockId = null }: { asOf?: z.output<typeof PortfolioQuery>['asOf']; clockId?: string | null },
): Promise<z.input<typeof PortfolioSnapshot>> {
  const mine = onClock(portfolioSnapshots.clockId, clockId);
  const by = asOf === undefined ? undefined : lte(portfolioSnapshots.closedOn, asOf);
  const [last] = await db
    .select({ on: max(portfolioSnapshots.closedOn) })
    .from(portfolioSnapshots)
    .where(and(mine, by));
  const closedOn = last?.on ?? null;
  if (closedOn === null) return { closedOn, clockId, rows: [] };
  const { productCode, branch, currency, bucket, fiveClass, stage } = portfolioSnapshots;
  const rows = await db
    .select()
    .from(portfolioSnapshots)
    .where(and(mine, eq(portfolioSnapshots.closedOn, closedOn)))
    .orderBy(productCode, branch, currency, bucket, fiveClass, stage);
  return {
    closedOn,
    clockId,
    rows: rows.map((row) => ({
      ...{ productCode: row.productCode, branch: row.branch, currency: row.currency, bucket: row.bucket },
      ...{ fiveClass: classOf(row.fiveClass), stage: row.stage, loans: row.loans },
      principalMinor: row.principalMinor.toString(),
      exposureMinor: row.exposureMinor.toString(),
      overdueMinor: row.overdueMinor.toString(),
      lossMinor: row.lossMinor.toString(),
    })),
  };
}

/** What moved between buckets up to the last month end that was closed by a day. */
export async function rollsOf(
  db: Queryable,
  {
    monthEnd: until,
    clockId = null,
  }: { monthEnd?: z.output<typeof RollsQuery>['monthEnd']; clockId?: string | null },
): Promise<z.input<typeof PortfolioRolls>> {
  const mine = onClock(bucketRolls.clockId, clockId);
  const by = until === undefined ? undefined : lte(bucketRolls.monthEnd, until);
  const [last] = await db
    .select({ on: max(bucketRolls.monthEnd) })
    .from(bucketRolls)
    .where(and(mine, by));
  const monthEnd = last?.on ?? null;
  if (monthEnd === null) return { monthEnd, clockId, rows: [] };
  const { productCode, currency, fromBucket, toBucket, beforeMinor } = bucketRolls;
  const bucketTotal = sql`sum(${beforeMinor}) over (partition by ${productCode}, ${currency}, ${fromBucket})`;
  const rows = await db
    .select({
      row: bucketRolls,
      rate: sql<string>`round(coalesce(100 * ${beforeMinor} / nullif(${bucketTotal}, 0), 0), 4)::text`,
    })
    .from(bucketRolls)
    .where(and(mine, eq(bucketRolls.monthEnd, monthEnd)))
    .orderBy(productCode, currency, fromBucket, toBucket);
  return {
    monthEnd,
    clockId,
    rows: rows.map(({ row, rate }) => ({
      ...{ productCode: row.productCode, currency: row.currency, loans: row.loans, ratePercent: rate },
      ...{ fromBucket: row.fromBucket, toBucket: row.toBucket },
      beforeMinor: row.beforeMinor.toString(),
      afterMinor: row.afterMinor.toString(),
    })),
  };
}

/** The class that the last close by a day came to, with the day of that close; null when none has seen the loan. */
export async function closedClassOf(
  db: Queryable,
  loanId: string,
  by: string,
): Promise<{ closedOn: string; fiveClass: FiveClass } | null> {
  const { closedOn, fiveClass } = loanDays;
  const [day] = await db
    .select({ closedOn, fiveClass })
    .from(loanDays)
    .where(and(eq(loanDays.loanId, loanId), lte(closedOn, by)))
    .orderBy(desc(closedOn))
    .limit(1);
  return day === undefined ? null : { closedOn: day.closedOn, fiveClass: classOf(day.fiveClass) };
}

/** How the last close by a day judged a loan; null when none has seen it. */
export async function standingOf(
  db: Queryable,
  loanId: string,
  asOf: string | undefined,
): Promise<z.input<typeof LoanStanding> | null> {
  const [day] = await db
    .select()
    .from(loanDays)
    .where(and(eq(loanDays.loanId, loanId), asOf === undefined ? undefined : lte(loanDays.closedOn, asOf)))
    .orderBy(desc(loanDays.closedOn))
    .limit(1);
  if (day === undefined) return null;
  const [months] = await db
    .select({ months24: repaymentStrings.months24, monthEnd: repaymentStrings.monthEnd })
    .from(repaymentStrings)
    .where(and(eq(repaymentStrings.loanId, loanId), lte(repaymentStrings.monthEnd, day.closedOn)))
    .orderBy(desc(repaymentStrings.monthEnd))
    .limit(1);
  const { closedOn, status, daysOverdue, bucket, stage, observedUntil, clearedOn } = day;
  return {
    ...{ loanId, closedOn, status, daysOverdue, bucket, stage, observedUntil, clearedOn },
    ownClass: classOf(day.ownClass),
    fiveClass: classOf(day.fiveClass),
    principalMinor: day.principalMinor.toString(),
    exposureMinor: day.exposureMinor.toString(),
    overdueMinor: day.overdueMinor.toString(),
    lossMinor: day.lossMinor.toString(),
    months24: months?.months24 ?? null,
    months24Until: months?.monthEnd ?? null,
  };
}
