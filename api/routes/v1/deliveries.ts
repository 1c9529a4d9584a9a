import { and, asc, desc, eq, lt, max } from 'drizzle-orm';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Id, Page } from '../../../contracts/http/common';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import { Delivery, DeliveryDetail, ListDeliveries } from '../../../contracts/http/webhooks';
import { addDelivery } from '../../../db/repositories/webhooks';
import { outbox } from '../../../db/schema/messaging';
import { events, webhookDeliveries as table, webhookAttempts } from '../../../db/schema/webhooks';
import { pageOf } from '../../cursor';
import { endpointOf, ownerOf } from '../../intake/webhook-endpoint';
import { actorOf } from '../../plugins/authentication';
import { instantOf } from '../../present/application';
import { ProblemError } from '../../problem';
import type { RouteDeps } from './deps';
import { idAfter, listName } from './page';

const tags = ['Webhooks'];
const params = z.strictObject({ id: Id('whk') });
const oneOf = z.strictObject({ id: Id('whk'), deliveryId: Id('whd') });
const COLUMNS = { delivery: table, eventType: events.type };

/** The delivery log of an endpoint, and sending again. */
export const deliveries: FastifyPluginAsyncZod<RouteDeps> = async (app, { db, cursors }) => {
  const preHandler = app.can('manage', 'Webhook');

  app.get(
    '/webhooks/:id/deliveries',
    {
      schema: {
        operationId: 'listDeliveries',
        summary: 'List what was sent to an endpoint, newest first',
        tags,
        params,
        querystring: ListDeliveries,
        response: { 200: Page(Delivery), ...PROBLEM_RESPONSES },
      },
      preHandler,
    },
    async (request) => {
      const endpoint = await endpointOf(db, ownerOf(actorOf(request)), request.params.id);
      const { limit, cursor, status } = request.query;
      const name = listName(`deliveries/${endpoint.id}`, request.query);
      const after = idAfter(cursors, name, cursor);
      const rows = await db
        .select(COLUMNS)
        .from(table)
        .innerJoin(events, eq(events.id, table.eventId))
        .where(
          and(
            eq(table.endpointId, endpoint.id),
            status === undefined ? undefined : eq(table.status, status),
            after === undefined ? undefined : lt(table.id, after),
          ),
        )
        .orderBy(desc(table.id))
        .limit(limit + 1);
      return pageOf(rows, limit, present, ({ delivery }) => cursors.seal(name, [delivery.id]));
    },
  );

  const deliveryOf = async (endpointId: string, deliveryId: string) => {
    const [row] = await db
      .select(COLUMNS)
      .from(table)
      .innerJoin(events, eq(events.id, table.eventId))
      .where(and(eq(table.id, deliveryId), eq(table.endpointId, endpointId)));
    if (row === undefined) throw new ProblemError('NOT_FOUND');
    return row;
  };

  app.get(
    '/webhooks/:id/deliveries/:deliveryId',
    {
      schema: {
        operationId: 'getDelivery',
        summary: 'Read a delivery with each try',
        tags,
        params: oneOf,
        response: { 200: DeliveryDetail, ...PROBLEM_RESPONSES },
      },
      preHandler,
    },
    async (request) => {
      const endpoint = await endpointOf(db, ownerOf(actorOf(request)), request.params.id);
      const row = await deliveryOf(endpoint.id, request.params.deliveryId);
      const tries = await db
        .select()
        .from(webhookAttempts)
        .where(eq(webhookAttempts.deliveryId, row.delivery.id))
        .orderBy(asc(webhookAttempts.attempt));
      const shown = tries.map(({ deliveryId: _, at, ...rest }) => ({ ...rest, at: at.toISOString() }));
      return { ...present(row), tries: shown };
    },
  );

  app.post(
    '/webhooks/:id/deliveries/:deliveryId/resend',
    {
      schema: {
        operationId: 'resendDelivery',
        summary: 'Send an event to an endpoint again',
        tags,
        params: oneOf,
        response: { 202: Delivery, ...PROBLEM_RESPONSES },
      },
      config: { once: true },
      preHandler,
    },
    async (request, reply) => {
      const endpoint = await endpointOf(db, ownerOf(actorOf(request)), request.params.id);
      const { delivery, eventType } = await deliveryOf(endpoint.id, request.params.deliveryId);
      const sameEvent = and(eq(table.endpointId, endpoint.id), eq(table.eventId, delivery.eventId));
      const again = await db.transaction(async (tx) => {
        const [last] = await tx
          .select({ round: max(table.round) })
          .from(table)
          .where(sameEvent);
        const round = (last?.round ?? 0) + 1;
        await addDelivery(tx, endpoint.id, { id: delivery.eventId, clockId: delivery.clockId }, round);
        await tx
          .insert(outbox)
          .values({ topic: 'event.publish', ref: delivery.eventId, clockId: delivery.clockId });
        const [made] = await tx
          .select()
          .from(table)
          .where(and(sameEvent, eq(table.round, round)));
        return made;
      });
      if (again === undefined) throw new ProblemError('ALREADY_EXISTS');
      return reply.code(202).send(present({ delivery: again, eventType }));
    },
  );
};

function present({ delivery, eventType }: { delivery: typeof table.$inferSelect; eventType: string }) {
  const { id, endpointId, eventId, status, attempts } = delivery;
  return {
    ...{ id, endpointId, eventId, eventType, status, attempts },
    createdAt: delivery.createdAt.toISOString(),
    settledAt: instantOf(delivery.settledAt),
  };
}
