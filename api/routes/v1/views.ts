import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Id } from '../../../contracts/http/common';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import { ChangeView, CreateView, SavedView, SavedViews, ViewedList } from '../../../contracts/http/views';
import { viewsOf } from '../../../db/repositories/saved-views';
import { actorOf } from '../../plugins/authentication';
import { presentView } from '../../present/saved-view';
import { requireIfMatch, withVersion } from '../../versions';
import { changeView, createView, deleteView, seenView } from '../../views/keep-view';
import { staffReading } from '../../views/list-reader';
import { isSteward, opensWith, sharedRoles } from '../../views/rights';
import type { RouteDeps } from './deps';

const tags = ['Views'];
const params = z.strictObject({ id: Id('viw') });
const response = { 200: SavedView, ...PROBLEM_RESPONSES };

/** Named views of lists: own ones, and those shared with a role. For the lender's staff. */
export const views: FastifyPluginAsyncZod<RouteDeps> = async (app, { db, clock }) => {
  app.get(
    '/views',
    {
      schema: {
        operationId: 'listViews',
        summary: 'List the views of a list that you may use, and which one opens by itself',
        tags,
        querystring: z.strictObject({ list: ViewedList }),
        response: { 200: SavedViews, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => {
      const { list } = request.query;
      const actor = staffReading(actorOf(request), list);
      const roles = isSteward(actor) ? 'all' : sharedRoles(actor.roles);
      const rows = await viewsOf(db, { list, ownerId: actor.id, roles });
      return { data: rows.map((row) => presentView(actor, row)), opensWith: opensWith(rows, actor) };
    },
  );

  app.post(
    '/views',
    {
      schema: {
        operationId: 'createView',
        summary: 'Keep a view of a list under a name; for yourself, or shared with a role',
        tags,
        body: CreateView,
        response: { 201: SavedView, ...PROBLEM_RESPONSES },
      },
      config: { once: true },
    },
    async (request, reply) => {
      const { body } = request;
      const actor = staffReading(actorOf(request), body.list);
      const at = await clock.now(null);
      const row = await createView(db, { actor, at }, { id: request.makeId('viw'), body });
      return withVersion(reply.code(201), row.version)
        .header('location', `/v1/views/${row.id}`)
        .send(presentView(actor, row));
    },
  );

  app.get(
    '/views/:id',
    { schema: { operationId: 'getView', summary: 'Read a view', tags, params, response } },
    async (request, reply) => {
      const actor = actorOf(request);
      const row = await seenView(db, actor, request.params.id);
      return withVersion(reply, row.version).send(presentView(actor, row));
    },
  );

  app.patch(
    '/views/:id',
    {
      schema: {
        operationId: 'changeView',
        summary: 'Rename, overwrite or share a view, or let it open by itself; by its version in If-Match',
        tags,
        params,
        body: ChangeView,
        response,
      },
      config: { versioned: true },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const seen = (row: { version: number }) => requireIfMatch(request, row.version);
      const asked = { id: request.params.id, change: request.body, seen };
      const row = await changeView(db, { actor, at: await clock.now(null) }, asked);
      return withVersion(reply, row.version).send(presentView(actor, row));
    },
  );

  app.delete(
    '/views/:id',
    {
      schema: {
        operationId: 'deleteView',
        summary: 'Delete a view',
        tags,
        params,
        response: { 204: z.undefined().meta({ description: 'Deleted' }), ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const keeping = { actor: actorOf(request), at: await clock.now(null) };
      await deleteView(db, keeping, request.params.id);
      return reply.code(204).send();
    },
  );
};
