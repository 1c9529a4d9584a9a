import { and, asc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { BELIEVED } from '../../contracts/http/decisions';
import { staffUsers } from '../../db/schema/access';
import { auditEvents } from '../../db/schema/audit';
import { comments } from '../../db/schema/tasks';
import type { ApiDeps } from '../deps';
import { FACT_SETTLED } from '../intake/settle-fact';
import { factKey, type Settled } from '../present/settled';
import { textOf } from './comments';

const Data = z.object({ field: z.string(), source: z.string(), believed: z.enum(BELIEVED) });

/** What people said of the contradictions of an application; of several on one, the latest. */
export async function settledFacts(
  { db, vault }: Pick<ApiDeps, 'db' | 'vault'>,
  applicationId: string,
): Promise<Settled> {
  const { at, actorId, data, seq, subject, action } = auditEvents;
  const rows = await db
    .select({ at, actorId, data, actorName: staffUsers.displayName, comment: comments })
    .from(auditEvents)
    .innerJoin(comments, eq(comments.id, sql`${data} ->> 'commentId'`))
    .leftJoin(staffUsers, eq(staffUsers.id, actorId))
    .where(and(eq(subject, applicationId), eq(action, FACT_SETTLED)))
    .orderBy(asc(seq));
  return new Map(
    rows.map((row) => {
      const { field, source, believed } = Data.parse(row.data);
      const comment = textOf(vault, row.comment);
      const { actorId: by, actorName } = row;
      return [
        factKey(field, source),
        { believed, comment, actorId: by, actorName, settledAt: row.at.toISOString() },
      ];
    }),
  );
}
