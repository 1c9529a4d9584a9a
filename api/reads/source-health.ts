import { asc, gte } from 'drizzle-orm';
import type { SourceHealth } from '../../contracts/http/source-health';
import type { Queryable } from '../../db/client';
import { sourceBreakers, sourceMinutes } from '../../db/schema/source-health';

type Minute = typeof sourceMinutes.$inferSelect;
type BreakerRow = typeof sourceBreakers.$inferSelect;

/** A worker that has not told of its breakers for this long is gone. */
const GONE_MS = 180_000;
const CLASSES = [
  [100, 'within100'],
  [300, 'within300'],
  [1_000, 'within1000'],
  [3_000, 'within3000'],
] as const;
const WORST = ['open', 'half_open', 'closed'] as const;

/** Every party that was called or has a breaker, with the troubled ones first. */
export async function sourceHealth(db: Queryable, minutes: number, now: Date): Promise<SourceHealth[]> {
  const since = new Date(now.getTime() - minutes * 60_000);
  const rows = await db
    .select()
    .from(sourceMinutes)
    .where(gte(sourceMinutes.minute, since))
    .orderBy(asc(sourceMinutes.minute));
  const breakers = await db
    .select()
    .from(sourceBreakers)
    .where(gte(sourceBreakers.updatedAt, new Date(now.getTime() - GONE_MS)));
  const parties = [...new Set([...rows, ...breakers].map(({ party }) => party))].sort();
  return parties
    .map((party) =>
      healthOf(
        party,
        rows.filter((row) => row.party === party),
        breakers.filter((row) => row.party === party),
      ),
    )
    .sort((a, b) => troubleOf(b) - troubleOf(a));
}

function healthOf(party: string, minutes: readonly Minute[], breakers: readonly BreakerRow[]): SourceHealth {
  const sum = (pick: (row: Minute) => number) => minutes.reduce((whole, row) => whole + pick(row), 0);
  const calls = sum((row) => row.calls);
  const failures = sum((row) => row.failures);
  const maxLatencyMs = Math.max(0, ...minutes.map((row) => row.latencyMaxMs));
  const open = breakers.filter(({ state }) => state === 'open');
  const newest = [...breakers].sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime());
  const p95 = CLASSES.find(([, column]) => sum((row) => row[column]) >= calls * 0.95);
  return {
    party,
    calls,
    failures,
    timeouts: sum((row) => row.timeouts),
    withheld: sum((row) => row.withheld),
    errorRateBps: calls === 0 ? null : Math.round((failures * 10_000) / calls),
    meanLatencyMs: calls === 0 ? null : Math.round(sum((row) => row.latencySumMs) / calls),
    maxLatencyMs,
    p95WithinMs: calls === 0 ? null : (p95?.[0] ?? maxLatencyMs),
    breaker: WORST.find((state) => breakers.some((row) => row.state === state)) ?? 'unknown',
    openWorkers: open.length,
    workers: breakers.length,
    openedAt: open[0]?.openedAt?.toISOString() ?? null,
    lastFailure: newest.find(({ lastFailure }) => lastFailure !== null)?.lastFailure ?? null,
    lastCallAt: minutes.findLast((row) => row.calls > 0)?.minute.toISOString() ?? null,
    series: minutes.map((row) => ({
      at: row.minute.toISOString(),
      calls: row.calls,
      failures: row.failures,
      meanLatencyMs: row.calls === 0 ? null : Math.round(row.latencySumMs / row.calls),
    })),
  };
}

const troubleOf = ({ breaker, errorRateBps }: SourceHealth): number =>
  (breaker === 'open' ? 20_000 : breaker === 'half_open' ? 15_000 : 0) + (errorRateBps ?? 0);
