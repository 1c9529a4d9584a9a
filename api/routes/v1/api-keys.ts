import { subject } from '@casl/ability';
import { desc, eq } from 'drizzle-orm';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { ApiKey, ApiKeyWithKey, CreateApiKey } from '../../../contracts/http/api-keys';
import { Id } from '../../../contracts/http/common';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import type { Action, Scope, SubjectName } from '../../../contracts/http/roles';
import { type ApiKeyRow, createApiKey, revokeApiKey } from '../../../db/repositories/access';
import { appendAudit } from '../../../db/repositories/audit';
import { partners, apiKeys as table } from '../../../db/schema/access';
import type { Actor } from '../../auth/actor';
import { actorOf } from '../../plugins/authentication';
import { instantOf } from '../../present/application';
import { fieldProblem, ProblemError } from '../../problem';
import type { RouteDeps } from './deps';

const tags = ['API keys'];

/** Keys of partners: made once, kept as a hash, revoked for good. */
export const apiKeys: FastifyPluginAsyncZod<RouteDeps> = async (app, { db }) => {
  const preHandler = app.can('manage', 'ApiKey');

  app.post(
    '/api-keys',
    {
      schema: {
        operationId: 'createApiKey',
        summary: 'Make a key; it is shown this once',
        tags,
        body: CreateApiKey,
        response: { 201: ApiKeyWithKey, ...PROBLEM_RESPONSES },
      },
      config: { once: true },
      preHandler,
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const partnerId = actor.partnerId ?? request.body.partnerId;
      if (partnerId === undefined || !mayManage(actor, partnerId))
        throw fieldProblem('NOT_FOUND', ['partnerId']);
      const [partner] = await db.select().from(partners).where(eq(partners.id, partnerId));
      if (partner === undefined) throw fieldProblem('NOT_FOUND', ['partnerId']);
      const { label, scopes } = request.body;
      if (actor.kind === 'partner' && !scopes.every((scope) => has(actor, scope)))
        throw new ProblemError('FORBIDDEN');
      const made = await db.transaction(async (tx) => {
        const { row, key } = await createApiKey(tx, {
          ...{ id: request.makeId('key'), partnerId, label, scopes },
          createdBy: actor.id,
        });
        const data = { keyId: row.id, prefix: row.prefix, scopes: [...scopes] };
        const event = {
          subject: partnerId,
          at: row.createdAt,
          actorId: actor.id,
          action: 'api_key.created',
          data,
        };
        await appendAudit(tx, event);
        return { row, key };
      });
      return reply
        .code(201)
        .header('cache-control', 'no-store')
        .send({ ...present(made.row), key: made.key });
    },
  );

  app.get(
    '/api-keys',
    {
      schema: {
        operationId: 'listApiKeys',
        summary: 'List keys, newest first',
        tags,
        response: { 200: z.object({ data: z.array(ApiKey) }), ...PROBLEM_RESPONSES },
      },
      preHandler,
    },
    async (request) => {
      const actor = actorOf(request);
      const mine = actor.partnerId === null ? undefined : eq(table.partnerId, actor.partnerId);
      const rows = await db.select().from(table).where(mine).orderBy(desc(table.id)).limit(500);
      return { data: rows.map(present) };
    },
  );

  app.delete(
    '/api-keys/:id',
    {
      schema: {
        operationId: 'revokeApiKey',
        summary: 'Revoke a key at once and for good',
        tags,
        params: z.strictObject({ id: Id('key') }),
        response: { 200: ApiKey, ...PROBLEM_RESPONSES },
      },
      preHandler,
    },
    async (request) => {
      const actor = actorOf(request);
      const { id } = request.params;
      const revoked = await db.transaction(async (tx) => {
        const [row] = await tx.select().from(table).where(eq(table.id, id));
        if (row === undefined || !mayManage(actor, row.partnerId)) throw new ProblemError('NOT_FOUND');
        const after = await revokeApiKey(tx, id);
        if (after === undefined) throw new ProblemError('NOT_FOUND');
        const data = { keyId: id, prefix: row.prefix };
        const event = {
          subject: row.partnerId,
          at: new Date(),
          actorId: actor.id,
          action: 'api_key.revoked',
          data,
        };
        if (row.revokedAt === null) await appendAudit(tx, event);
        return after;
      });
      return present(revoked);
    },
  );
};

/** A key makes no key that may do more than it may itself. */
function has(actor: Actor, scope: Scope): boolean {
  const [action, subjectName] = scope.split(':');
  return actor.ability.can(action as Action, subjectName as SubjectName);
}

function mayManage(actor: Actor, partnerId: string): boolean {
  return actor.ability.can('manage', subject('ApiKey', { partnerId }));
}

function present(row: ApiKeyRow) {
  const { id, partnerId, label, prefix, scopes } = row;
  return {
    ...{ id, partnerId, label, prefix, scopes },
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: instantOf(row.lastUsedAt),
    revokedAt: instantOf(row.revokedAt),
  };
}
