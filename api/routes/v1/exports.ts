import { Readable } from 'node:stream';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Id } from '../../../contracts/http/common';
import { AskExport, ListExport } from '../../../contracts/http/exports';
import { FILE_TYPES } from '../../../contracts/http/filters';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import { exportsOf } from '../../../db/repositories/list-exports';
import { askExport } from '../../exports/ask-export';
import { type ExportDesk, openExportDesk } from '../../exports/export-desk';
import { fetchExport } from '../../exports/fetch-export';
import { ownExport } from '../../exports/own-export';
import { actorOf } from '../../plugins/authentication';
import { presentExport } from '../../present/list-export';
import type { RouteDeps } from './deps';

const tags = ['Exports'];
const params = z.strictObject({ id: Id('exp') });

/** Long lists as files: asked for, written in the background, fetched by who asked. For the lender's staff. */
export const exportJobs: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const { db, vault, log } = deps;
  let desk: ExportDesk | undefined;
  app.addHook('onListen', async () => {
    desk = openExportDesk({ db, vault, log });
  });
  app.addHook('preClose', async () => desk?.stop());

  app.post(
    '/exports',
    {
      schema: {
        operationId: 'createExport',
        summary: 'Ask for a list as a file, written in the background',
        tags,
        body: AskExport,
        response: { 202: ListExport, ...PROBLEM_RESPONSES },
      },
      config: { once: true },
    },
    async (request, reply) => {
      const id = request.makeId('exp');
      const asked = { actor: actorOf(request), id, locale: request.locale, wanted: request.body };
      const row = await askExport(deps, asked);
      desk?.wake();
      return reply.code(202).header('location', `/v1/exports/${id}`).send(presentExport(row));
    },
  );

  app.get(
    '/exports',
    {
      schema: {
        operationId: 'listExports',
        summary: 'List your own exports, newest first',
        tags,
        response: { 200: z.object({ data: z.array(ListExport) }), ...PROBLEM_RESPONSES },
      },
    },
    async (request) => ({ data: (await exportsOf(db, actorOf(request).id)).map(presentExport) }),
  );

  app.get(
    '/exports/:id',
    {
      schema: {
        operationId: 'getExport',
        summary: 'Read how far an export is',
        tags,
        params,
        response: { 200: ListExport, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => presentExport(await ownExport(db, actorOf(request), request.params.id)),
  );

  app.get(
    '/exports/:id/file',
    {
      schema: {
        operationId: 'getExportFile',
        summary: 'Fetch the file of an export',
        tags,
        params,
        response: {
          200: z.any().meta({ description: 'CSV or Excel', contentEncoding: 'binary' }),
          ...PROBLEM_RESPONSES,
        },
      },
      config: { produces: Object.values(FILE_TYPES) },
    },
    async (request, reply) => {
      const { name, format, parts } = await fetchExport(deps, actorOf(request), request.params.id);
      return reply
        .type(FILE_TYPES[format])
        .header('content-disposition', `attachment; filename="${name}"`)
        .header('cache-control', 'private, no-store')
        .send(Readable.from(parts));
    },
  );
};
