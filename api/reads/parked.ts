import { and, asc, eq, inArray, isNotNull, min, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { ListParkedGroups, ParkedGroup, ParkedLoan } from '../../contracts/http/operations';
import type { Queryable } from '../../db/client';
import type { Vault } from '../../db/crypto/vault';
import { staffUsers } from '../../db/schema/access';
import { applications } from '../../db/schema/applications';
import { commands } from '../../db/schema/messaging';
import { comments } from '../../db/schema/tasks';
import { applicationOf, loanWorkflowId } from '../../workflows/names';
import { instantOf } from '../present/application';
import { textOf } from './comments';

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

type FirstWord = NonNullable<z.input<typeof ParkedLoan>['firstWord']>;

/** What a first person said of parked loans that two people resume, by application. */
export async function firstWords(
  db: Queryable,
  vault: Vault,
  applicationIds: readonly string[],
): Promise<ReadonlyMap<string, FirstWord>> {
  if (applicationIds.length === 0) return new Map();
  const rows = await db
    .select({ command: commands, name: staffUsers.displayName, comment: comments })
    .from(commands)
    .leftJoin(staffUsers, eq(staffUsers.id, commands.actorId))
    .leftJoin(comments, eq(comments.id, sql`${commands.payload}->>'commentId'`))
    .where(
      and(
        inArray(commands.workflowId, applicationIds.map(loanWorkflowId)),
        eq(commands.kind, 'resume'),
        eq(commands.status, 'proposed'),
      ),
    );
  return new Map(
    rows.map(({ command, name, comment }) => [
      applicationOf(command.workflowId),
      {
        by: { id: command.actorId, name },
        at: command.createdAt.toISOString(),
        comment: comment === null ? '' : textOf(vault, comment),
      },
    ]),
  );
}
