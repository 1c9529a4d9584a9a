import { and, count, eq, inArray, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Queryable } from '../../../db/client';
import { loanAccruals } from '../../../db/schema/accruals';
import { loans } from '../../../db/schema/loans';
import { onClock } from '../clock-scope';
import type { View } from './view';

/**
 * Loans that are being repaid: what is owed, by how late it is. What accrues is read where close of business moves it on
 * each night, since a loan's own row is written by its bookings only.
 */
export async function portfolio(db: Queryable, { clockId, branch, currency }: View) {
  const rows = await db
    .select({
      bucket: loans.bucket,
      loans: count(),
      principalMinor: total(loans.outstandingPrincipalMinor),
      interestMinor: total(sql`${loanAccruals.interestApartMinor} + ${loanAccruals.interestNowMinor}`),
      penaltyMinor: total(
        sql`${loanAccruals.penaltyApartMinor} + ${loanAccruals.penaltyNowMinor} + ${loanAccruals.compoundNowMinor}`,
      ),
      feesMinor: total(loans.feesDueMinor),
      overdueMinor: total(loans.overdueMinor),
      suspenseMinor: total(loans.suspenseMinor),
    })
    .from(loans)
    .leftJoin(loanAccruals, eq(loanAccruals.loanId, loans.id))
    .where(
      and(
        onClock(loans.clockId, clockId),
        inArray(loans.status, ['active', 'overdue']),
        eq(loans.currency, currency),
        branch === null ? undefined : eq(loans.branch, branch),
      ),
    )
    .groupBy(loans.bucket)
    .orderBy(loans.bucket);
  const sum = (pick: (row: (typeof rows)[number]) => string) =>
    rows.reduce((whole, row) => whole + BigInt(pick(row)), 0n).toString();
  return {
    overdue: rows.map((row) => ({
      bucket: row.bucket,
      loans: row.loans,
      principalMinor: row.principalMinor,
      overdueMinor: row.overdueMinor,
    })),
    balances: {
      loans: rows.reduce((whole, row) => whole + row.loans, 0),
      principalMinor: sum((row) => row.principalMinor),
      interestMinor: sum((row) => row.interestMinor),
      penaltyMinor: sum((row) => row.penaltyMinor),
      feesMinor: sum((row) => row.feesMinor),
      overdueMinor: sum((row) => row.overdueMinor),
      suspenseMinor: sum((row) => row.suspenseMinor),
    },
  };
}

const total = (amount: SQLWrapper): SQL<string> => sql`coalesce(sum(${amount}), 0)::text`;
