import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Page } from '../../../contracts/http/common';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import { EVENT_TYPES, WEBHOOK_EVENTS } from '../../../contracts/http/webhook-events';
import { Event, EventKind, ListEvents } from '../../../contracts/http/webhooks';
import { events as table } from '../../../db/schema/webhooks';
import { pageOf } from '../../cursor';
import { actorOf } from '../../plugins/authentication';
import { visibleTo } from '../../reads/scope';
import type { RouteDeps } from './deps';
import { listName, placeAfter } from './page';

const tags = ['Events'];
/** Rows younger than this may still be overtaken by a transaction that took its number earlier. */
const SETTLED = sql`${table.recordedAt} < now() - interval '2 seconds'`;

/** What happened, for those who missed their webhooks: page forward and keep the last cursor. */
export const events: FastifyPluginAsyncZod<RouteDeps> = async (app, { db, cursors }) => {
  app.get(
    '/events',
    {
      schema: {
        operationId: 'listEvents',
        summary: 'List events, oldest first',
        tags,
        querystring: ListEvents,
        response: { 200: Page(Event), ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Event'),
    },
    async (request) => {
      const { limit, cursor, type, applicationId } = request.query;
      const name = listName('events', request.query);
      const [after = 0] = placeAfter(cursors, name, cursor, 1) ?? [];
      const rows = await db
        .select()
        .from(table)
        .where(
          and(
            visibleTo(actorOf(request), 'Event', table),
            SETTLED,
            gt(table.seq, Number(after)),
            type === undefined ? undefined : eq(table.type, type),
            applicationId === undefined ? undefined : eq(table.applicationId, applicationId),
          ),
        )
        .orderBy(asc(table.seq))
        .limit(limit + 1);
      return pageOf(rows, limit, present, ({ seq }) => cursors.seal(name, [seq]));
    },
  );

  app.get(
    '/event-types',
    {
      schema: {
        operationId: 'listEventTypes',
        summary: 'List kinds of events with samples',
        tags,
        response: { 200: z.object({ data: z.array(EventKind) }), ...PROBLEM_RESPONSES },
      },
      config: { open: true },
    },
    async () => ({ data: EVENT_TYPES.map((type) => ({ type, ...WEBHOOK_EVENTS[type] })) }),
  );
};

function present(row: typeof table.$inferSelect) {
  const { id, type, subjectId, applicationId, clockId } = row;
  return {
    ...{ id, type, subjectId, applicationId, clockId },
    data: row.data as Record<string, unknown>,
    occurredAt: row.occurredAt.toISOString(),
  };
}
