import type { components } from '../../api/generated';

export type SnapshotRow = components['schemas']['PortfolioSnapshot']['rows'][number];
export type RollRow = components['schemas']['PortfolioRolls']['rows'][number];

/** What a cut of the portfolio comes to; amounts in minor units of one currency. */
export interface Sum {
  loans: number;
  principal: bigint;
  exposure: bigint;
  overdue: bigint;
  loss: bigint;
}

export const NOTHING: Sum = { loans: 0, principal: 0n, exposure: 0n, overdue: 0n, loss: 0n };

const plus = (sum: Sum, row: SnapshotRow): Sum => ({
  loans: sum.loans + row.loans,
  principal: sum.principal + BigInt(row.principalMinor),
  exposure: sum.exposure + BigInt(row.exposureMinor),
  overdue: sum.overdue + BigInt(row.overdueMinor),
  loss: sum.loss + BigInt(row.lossMinor),
});

export const sumOf = (rows: readonly SnapshotRow[]): Sum => rows.reduce(plus, NOTHING);

/** Sums by what each row is cut by. */
export function sumsBy(rows: readonly SnapshotRow[], keyOf: (row: SnapshotRow) => string): Map<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const row of rows) sums.set(keyOf(row), plus(sums.get(keyOf(row)) ?? NOTHING, row));
  return sums;
}

/** A share of what is not negative in hundredths of a percent, half up; null of nothing. */
export const shareBps = (part: bigint, whole: bigint): number | null =>
  whole === 0n ? null : Number((part * 20_000n + whole) / (2n * whole));

/** The last day of the month before a day. */
export function formerMonthEnd(on: string): string {
  const day = new Date(`${on.slice(0, 7)}-01T00:00:00Z`);
  day.setUTCDate(0);
  return day.toISOString().slice(0, 10);
}
