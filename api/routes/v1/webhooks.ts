import { and, desc, eq, isNull } from 'drizzle-orm';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Id } from '../../../contracts/http/common';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import {
  ChangeWebhook,
  CreateWebhook,
  Event,
  RotateSecret,
  Webhook,
  WebhookWithSecret,
} from '../../../contracts/http/webhooks';
import type { Vault } from '../../../db/crypto/vault';
import { contactOf } from '../../../db/repositories/webhook-contact';
import { webhookEndpoints as table } from '../../../db/schema/webhooks';
import {
  changeEndpoint,
  checkReceiver,
  createEndpoint,
  type EndpointRow,
  endpointOf,
  ownerOf,
  pingEndpoint,
  rotateSecret,
} from '../../intake/webhook-endpoint';
import { actorOf } from '../../plugins/authentication';
import { instantOf } from '../../present/application';
import { requireSeen, withVersion } from '../../versions';
import type { RouteDeps } from './deps';

const tags = ['Webhooks'];
const params = z.strictObject({ id: Id('whk') });

/** Endpoints that are told of events (Standard Webhooks). A partner manages its own, staff the lender's. */
export const webhooks: FastifyPluginAsyncZod<RouteDeps> = async (app, { db, vault, settings }) => {
  const preHandler = app.can('manage', 'Webhook');
  const response = { 200: Webhook, ...PROBLEM_RESPONSES };
  const present = (row: EndpointRow) => presented(vault, row);

  app.post(
    '/webhooks',
    {
      schema: {
        operationId: 'createWebhook',
        summary: 'Create an endpoint; its secret is shown this once',
        tags,
        body: CreateWebhook,
        response: { 201: WebhookWithSecret, ...PROBLEM_RESPONSES },
      },
      config: { once: true },
      preHandler,
    },
    async (request, reply) => {
      checkReceiver(request.body.url, settings.webhooksToPrivateAddresses);
      const ownerId = ownerOf(actorOf(request));
      const made = await createEndpoint(db, vault, { ...request.body, ownerId, id: request.makeId('whk') });
      return reply
        .code(201)
        .header('location', `/v1/webhooks/${made.row.id}`)
        .send({ ...present(made.row), secret: made.secret });
    },
  );

  app.get(
    '/webhooks',
    {
      schema: {
        operationId: 'listWebhooks',
        summary: 'List endpoints',
        tags,
        response: { 200: z.object({ data: z.array(Webhook) }), ...PROBLEM_RESPONSES },
      },
      preHandler,
    },
    async (request) => {
      const mine = and(eq(table.ownerId, ownerOf(actorOf(request))), isNull(table.deletedAt));
      const rows = await db.select().from(table).where(mine).orderBy(desc(table.id));
      return { data: rows.map(present) };
    },
  );

  app.get(
    '/webhooks/:id',
    {
      schema: { operationId: 'getWebhook', summary: 'Read an endpoint', tags, params, response },
      preHandler,
    },
    async (request, reply) => {
      const row = await endpointOf(db, ownerOf(actorOf(request)), request.params.id);
      return withVersion(reply, row.version).send(present(row));
    },
  );

  app.patch(
    '/webhooks/:id',
    {
      schema: {
        operationId: 'changeWebhook',
        summary: 'Change an endpoint, or switch it on again',
        tags,
        params,
        body: ChangeWebhook,
        response,
      },
      config: { versioned: true },
      preHandler,
    },
    async (request, reply) => {
      const row = await endpointOf(db, ownerOf(actorOf(request)), request.params.id);
      requireSeen(request, row.version);
      const { url } = request.body;
      if (url !== undefined) checkReceiver(url, settings.webhooksToPrivateAddresses);
      const changed = await changeEndpoint(db, vault, row, request.body);
      return withVersion(reply, changed.version).send(present(changed));
    },
  );

  app.delete(
    '/webhooks/:id',
    {
      schema: {
        operationId: 'deleteWebhook',
        summary: 'Delete an endpoint; what is on its way is dropped',
        tags,
        params,
        response: { 204: z.undefined().meta({ description: 'Deleted' }), ...PROBLEM_RESPONSES },
      },
      preHandler,
    },
    async (request, reply) => {
      const row = await endpointOf(db, ownerOf(actorOf(request)), request.params.id);
      await db.update(table).set({ deletedAt: new Date(), enabled: false }).where(eq(table.id, row.id));
      return reply.code(204).send();
    },
  );

  app.post(
    '/webhooks/:id/rotate-secret',
    {
      schema: {
        operationId: 'rotateWebhookSecret',
        summary: 'Make a new secret; the former one signs too for a while',
        tags,
        params,
        body: RotateSecret,
        response: { 200: WebhookWithSecret, ...PROBLEM_RESPONSES },
      },
      config: { once: true },
      preHandler,
    },
    async (request, reply) => {
      const row = await endpointOf(db, ownerOf(actorOf(request)), request.params.id);
      const rotation = request.makeId('whk', 'rotation');
      const { graceHours } = request.body;
      const rotated = await rotateSecret(db, vault, row, { graceHours, rotation });
      return reply
        .header('cache-control', 'no-store')
        .send({ ...present(rotated.row), secret: rotated.secret });
    },
  );

  app.post(
    '/webhooks/:id/ping',
    {
      schema: {
        operationId: 'pingWebhook',
        summary: 'Send a test event to an endpoint',
        tags,
        params,
        response: { 202: Event, ...PROBLEM_RESPONSES },
      },
      config: { once: true },
      preHandler,
    },
    async (request, reply) => {
      const row = await endpointOf(db, ownerOf(actorOf(request)), request.params.id);
      const ping = await pingEndpoint(db, row, { id: request.makeId('evt'), at: new Date() });
      return reply.code(202).send({
        ...{ id: ping.id, type: 'webhook.ping', subjectId: row.id, data: { endpointId: row.id } },
        ...{ applicationId: null, clockId: null, occurredAt: ping.occurredAt.toISOString() },
      });
    },
  );
};

function presented(vault: Vault, row: EndpointRow) {
  const { id, ownerId, url, description, eventTypes, enabled, disabledReason, version } = row;
  return {
    ...{ id, ownerId, url, description, eventTypes, enabled, disabledReason, version },
    disabledAt: instantOf(row.disabledAt),
    contact: contactOf(vault, row),
    failingSince: instantOf(row.failingSince),
    formerSecretExpiresAt: instantOf(row.formerSecretExpiresAt),
    createdAt: row.createdAt.toISOString(),
  };
}
