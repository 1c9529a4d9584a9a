import { Readable } from 'node:stream';
import { eq } from 'drizzle-orm';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Id } from '../../../contracts/http/common';
import { AskExport, ListExport } from '../../../contracts/http/exports';
import { FILE_TYPES } from '../../../contracts/http/filters';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import { appendAudit } from '../../../db/repositories/audit';
import { exportsOf, type ListExportRow, partsOf } from '../../../db/repositories/list-exports';
import { listExports } from '../../../db/schema/exports';
import { businessDate } from '../../../domain/calendar/business-date';
import type { Actor } from '../../auth/actor';
import { type ExportDesk, openExportDesk } from '../../exports/export-desk';
import { SUBJECT_OF, withList } from '../../exports/source';
import { estimatedRows } from '../../lists/estimate';
import { keptFilters } from '../../lists/kept-filters';
import { actorOf } from '../../plugins/authentication';
import { instantOf } from '../../present/application';
import { ProblemError } from '../../problem';
import type { RouteDeps } from './deps';

const tags = ['Exports'];
const params = z.strictObject({ id: Id('exp') });

/** Long lists as files: asked for, written in the background, fetched by who asked. For the lender's staff. */
export const exportJobs: FastifyPluginAsyncZod<RouteDeps> = async (app, { db, vault, clock, log }) => {
  let desk: ExportDesk | undefined;
  app.addHook('onListen', async () => {
    desk = openExportDesk({ db, vault, log });
  });
  app.addHook('preClose', async () => desk?.stop());

  const exportFor = async (actor: Actor, id: string): Promise<ListExportRow> => {
    const [row] = await db.select().from(listExports).where(eq(listExports.id, id));
    if (row === undefined || row.askedBy !== actor.id) throw new ProblemError('NOT_FOUND');
    if (!actor.ability.can('read', SUBJECT_OF[row.list])) throw new ProblemError('FORBIDDEN');
    return row;
  };

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
      const actor = actorOf(request);
      const { list, format } = request.body;
      if (actor.kind !== 'staff' || !actor.ability.can('read', SUBJECT_OF[list]))
        throw new ProblemError('FORBIDDEN');
      const id = request.makeId('exp');
      const filters = keptFilters(request.body.filters);
      const rowsExpected = await withList(db, actor, { list, filters }, ({ all }) => estimatedRows(db, all));
      const at = await clock.now(null);
      const made = await db.transaction(async (tx) => {
        const asked = { id, askedBy: actor.id, list, format, locale: request.locale, filters, rowsExpected };
        const [row] = await tx
          .insert(listExports)
          .values({ ...asked, state: 'queued' })
          .onConflictDoNothing()
          .returning();
        if (row === undefined) return undefined;
        await appendAudit(tx, {
          ...{ subject: actor.id, at, actorId: actor.id, action: 'list.exported' },
          data: { exportId: id, list, format, filters: JSON.stringify(filters) },
        });
        return row;
      });
      desk?.wake();
      const row = made ?? (await exportFor(actor, id));
      return reply.code(202).header('location', `/v1/exports/${id}`).send(present(row));
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
    async (request) => ({ data: (await exportsOf(db, actorOf(request).id)).map(present) }),
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
    async (request) => present(await exportFor(actorOf(request), request.params.id)),
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
      const actor = actorOf(request);
      const row = await exportFor(actor, request.params.id);
      const { id, list, format, requestedAt } = row;
      if (row.state !== 'ready' || row.keptUntil === null || row.keptUntil <= new Date())
        throw new ProblemError('EXPORT_NOT_READY');
      const at = await clock.now(null);
      await db.transaction((tx) =>
        appendAudit(tx, {
          ...{ subject: actor.id, at, actorId: actor.id, action: 'list.export_fetched' },
          data: { exportId: id, list, format },
        }),
      );
      const name = `${list}-${businessDate(requestedAt.getTime())}.${format}`;
      return reply
        .type(FILE_TYPES[format])
        .header('content-disposition', `attachment; filename="${name}"`)
        .header('cache-control', 'private, no-store')
        .send(Readable.from(partsOf(db, vault, id)));
    },
  );
};

function present(row: ListExportRow): z.input<typeof ListExport> {
  const { id, list, format, state, rows, rowsExpected, leftOff, bytes } = row;
  return {
    ...{ id, list, format, state, rows, rowsExpected, leftOff, bytes },
    requestedAt: row.requestedAt.toISOString(),
    finishedAt: instantOf(row.finishedAt),
    keptUntil: instantOf(row.keptUntil),
  };
}
