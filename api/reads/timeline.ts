import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { TimelineEntry } from '../../contracts/http/timeline';
import type { Queryable } from '../../db/client';
import type { Actor } from '../auth/actor';
import type { Place } from '../cursor';

/** One row of the union below. */
export interface TimelineRow extends Record<string, unknown> {
  id: string;
  at: string;
  kind: 'audit' | 'message' | 'money';
  what: string;
  actor_id: string | null;
  data: Record<string, unknown>;
}

/**
 * One row more than a page of what happened to an application and its loan, oldest first. Needs no Temporal. Money counts
 * from a day, not from an hour: it stands when it was booked, else after everything else of its day.
 */
export async function timelineOf(
  db: Queryable,
  { applicationId, loanId }: { applicationId: string; loanId: string | null },
  limit: number,
  after: Place | undefined,
): Promise<TimelineRow[]> {
  const [at, id] = after ?? [];
  const beyond =
    after === undefined ? sql`true` : sql`(at, id) > (${String(at)}::timestamptz, ${String(id)})`;
  const { rows } = await db.execute<TimelineRow>(sql`
    select id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, kind, what, actor_id, data
    from (
      select id, at, 'audit' as kind, action as what, actor_id, data
        from audit_events where subject = ${applicationId}
      union all
      select id, created_at, 'message', template, null,
             jsonb_build_object('channel', channel, 'status', status, 'locale', locale)
        from messages where application_id = ${applicationId}
      union all
      select id, case when clock_id is null and effective_on = booked_on then created_at
                      else (effective_on + 1)::timestamp at time zone 'Asia/Shanghai' - interval '1 millisecond' end,
             'money', type, actor, body || jsonb_build_object('bookedOn', booked_on, 'effectiveOn', effective_on)
        from loan_events where loan_id = ${loanId}
    ) all_that_happened
    where ${beyond}
    order by all_that_happened.at, id
    limit ${limit + 1}`);
  return rows;
}

/** An entry for a reader: borrowers and partners do not learn which person decided, nor on what figures. */
export function presentEntry(actor: Actor, row: TimelineRow): z.input<typeof TimelineEntry> {
  const { id, at, kind, what, data } = row;
  const staff = actor.kind === 'staff';
  const own = row.actor_id === null || !/^usr_/.test(row.actor_id);
  return {
    ...{ id, at, kind, what },
    actorId: staff || own ? row.actor_id : 'lender',
    data: staff || kind !== 'audit' ? data : {},
  };
}
