import { and, asc, eq, isNotNull, min, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { ListParkedGroups, ParkedGroup } from '../../contracts/http/operations';
import type { Queryable } from '../../db/client';
import { applications } from '../../db/schema/applications';
import { instantOf } from '../present/application';

type Shown = z.input<typeof ParkedGroup>;

/** Parked loans by the failure that stopped them, the most loans first; each with its steps and since when. */
export async function parkedGroups(
  db: Queryable,
  { clockId }: z.output<typeof ListParkedGroups>,
): Promise<Shown[]> {
  const rows = await db
    .select({
      reason: applications.parkedReason,
      step: applications.parkedStep,
      count: sql<number>`count(*)::int`,
      since: min(applications.parkedAt),
    })
    .from(applications)
    .where(
      and(
        isNotNull(applications.parkedAt),
        clockId === undefined ? undefined : eq(applications.clockId, clockId),
      ),
    )
    .groupBy(applications.parkedReason, applications.parkedStep)
    .orderBy(asc(applications.parkedStep));
  const groups = new Map<string | null, Shown>();
  for (const { reason, step, count, since } of rows) {
    const at = instantOf(since) ?? '';
    const before = groups.get(reason) ?? { reason, count: 0, since: at, steps: [] };
    groups.set(reason, {
      reason,
      count: before.count + count,
      since: before.since < at ? before.since : at,
      steps: [...before.steps, { step: step ?? '', count }],
    });
  }
  return [...groups.values()].sort((a, b) => b.count - a.count);
}
