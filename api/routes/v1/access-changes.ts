import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { AccessChange, DecideAccessChange, ListAccessChanges } from '../../../contracts/http/access-changes';
import { Id, Page } from '../../../contracts/http/common';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import { ROLES } from '../../../contracts/http/roles';
import { CreateUser, LimitPermission, ProposeUserAccess } from '../../../contracts/http/users';
import type { Tx } from '../../../db/client';
import { findAccessChange, listAccessChanges } from '../../../db/repositories/access-changes';
import { DEV_ISSUER } from '../../auth/dev-issuer';
import { type Proposal, proposeRoleLimit, proposeUserAccess } from '../../intake/access-proposal';
import { decideAccessChange } from '../../intake/access-verdict';
import { createStaff } from '../../intake/staff';
import { actorOf } from '../../plugins/authentication';
import { fieldProblem } from '../../problem';
import { accessChange, shownChanges } from '../../reads/access-changes';
import type { RouteDeps } from './deps';
import { idAfter, listName } from './page';

const tags = ['Users'];
const params = z.strictObject({ id: Id('chg') });
const PROPOSED = { 202: AccessChange, ...PROBLEM_RESPONSES };

/** Giving and changing access (授权变更): one administrator asks, another approves, and only then it holds. */
export const accessChanges: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const { db, vault, clock, cursors, settings } = deps;
  const issuers = [
    ...settings.issuers.filter(({ admits }) => admits === 'all').map(({ issuer }) => issuer),
    ...(settings.devIssuer ? [DEV_ISSUER] : []),
  ];
  const proposalOf = async (request: FastifyRequest, reason: string): Promise<Proposal> => ({
    ...{ id: request.makeId('chg'), commentId: request.makeId('cmt'), reason },
    ...{ by: actorOf(request).id, at: await clock.now(null) },
  });
  /** The same request run again, because its first run died with its answer, finds what that one stored. */
  const answerOnce = async (
    request: FastifyRequest,
    reply: FastifyReply,
    reason: string,
    ask: (tx: Tx, proposal: Proposal) => Promise<void>,
  ) => {
    const proposal = await proposalOf(request, reason);
    if ((await findAccessChange(db, proposal.id)) === undefined)
      await db.transaction((tx) => ask(tx, proposal));
    reply.code(202).header('location', `/v1/access-changes/${proposal.id}`);
    return accessChange(db, vault, proposal.id);
  };

  app.post(
    '/users',
    {
      schema: {
        operationId: 'createUser',
        summary: 'Make a member of staff, who may log in once a second administrator approves',
        tags,
        body: CreateUser,
        response: PROPOSED,
      },
      config: { once: true },
      preHandler: app.can('manage', 'Staff'),
    },
    async (request, reply) => {
      const { subject, displayName, issuer = issuers[0] ?? '', reason, ...access } = request.body;
      if (!issuers.includes(issuer)) throw fieldProblem('NOT_FOUND', ['issuer']);
      const id = request.makeId('usr');
      return answerOnce(request, reply, reason, async (tx, proposal) => {
        await createStaff(tx, proposal.by, { id, issuer, subject, displayName, at: proposal.at });
        await proposeUserAccess(tx, vault, proposal, id, { ...access, active: true });
      });
    },
  );

  app.post(
    '/users/:id/changes',
    {
      schema: {
        operationId: 'proposeUserAccess',
        summary: 'Ask for other roles, branch or limit of a member of staff, or to let them in again',
        tags,
        params: z.strictObject({ id: Id('usr') }),
        body: ProposeUserAccess,
        response: PROPOSED,
      },
      config: { once: true },
      preHandler: app.can('manage', 'Staff'),
    },
    async (request, reply) => {
      const { reason, ...wish } = request.body;
      return answerOnce(request, reply, reason, (tx, proposal) =>
        proposeUserAccess(tx, vault, proposal, request.params.id, wish),
      );
    },
  );

  app.post(
    '/roles/:role/changes',
    {
      schema: {
        operationId: 'proposeRoleLimit',
        summary: 'Ask for another reach or amount of one permission of a role',
        tags,
        params: z.strictObject({ role: z.enum(ROLES) }),
        body: LimitPermission,
        response: PROPOSED,
      },
      config: { once: true },
      preHandler: app.can('manage', 'Staff'),
    },
    async (request, reply) => {
      const { reason, ...wish } = request.body;
      return answerOnce(request, reply, reason, (tx, proposal) =>
        proposeRoleLimit(tx, vault, proposal, request.params.role, wish),
      );
    },
  );

  app.get(
    '/access-changes',
    {
      schema: {
        operationId: 'listAccessChanges',
        summary: 'List changes of access, newest first, with old and new values',
        tags,
        querystring: ListAccessChanges,
        response: { 200: Page(AccessChange), ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Staff'),
    },
    async ({ query }) => {
      const name = listName('access-changes', query);
      const { status, userId: subject, limit } = query;
      const before = idAfter(cursors, name, query.cursor);
      const rows = await listAccessChanges(db, { status, subject, before, limit: limit + 1 });
      const page = rows.slice(0, limit);
      const last = rows.length > limit ? page.at(-1) : undefined;
      return {
        data: await shownChanges(db, vault, page),
        nextCursor: last === undefined ? null : cursors.seal(name, [last.id]),
      };
    },
  );

  app.get(
    '/access-changes/:id',
    {
      schema: {
        operationId: 'getAccessChange',
        summary: 'Read a change of access and what became of it',
        tags,
        params,
        response: { 200: AccessChange, ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Staff'),
    },
    async (request) => accessChange(db, vault, request.params.id),
  );

  app.post(
    '/access-changes/:id/decision',
    {
      schema: {
        operationId: 'decideAccessChange',
        summary: 'Approve or refuse a change that another administrator asked for, or withdraw your own',
        tags,
        params,
        body: DecideAccessChange,
        response: { 200: AccessChange, ...PROBLEM_RESPONSES },
      },
      config: { once: true },
      preHandler: app.can('manage', 'Staff'),
    },
    async (request) => {
      const { decision: verdict, comment } = request.body;
      const word = { verdict, by: actorOf(request).id, at: await clock.now(null), comment };
      await decideAccessChange(db, vault, request.params.id, { ...word, commentId: request.makeId('cmt') });
      return accessChange(db, vault, request.params.id);
    },
  );
};
