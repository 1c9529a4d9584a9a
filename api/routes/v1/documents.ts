import { and, asc, eq } from 'drizzle-orm';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Document, UploadDocument } from '../../../contracts/http/applications';
import { Id } from '../../../contracts/http/common';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import { documents as table } from '../../../db/schema/applications';
import { storeDocument } from '../../intake/document';
import { actorOf } from '../../plugins/authentication';
import { upload } from '../../plugins/upload';
import { ProblemError } from '../../problem';
import { applicationFor } from '../../reads/applications';
import type { RouteDeps } from './deps';

const tags = ['Documents'];
const params = z.strictObject({ id: Id('app') });
/** Base64 of a file, its JSON around it, or the frames of a multipart body. */
const withFrame = (limit: number) => Math.ceil((limit * 4) / 3) + 4_096;

/** Documents of an application: sealed at rest, their hash in the audit record. */
export const documents: FastifyPluginAsyncZod<RouteDeps> = async (app, { db, vault, clock, settings }) => {
  await app.register(upload, { limitBytes: settings.documentLimitBytes });

  app.post(
    '/applications/:id/documents',
    {
      bodyLimit: withFrame(settings.documentLimitBytes),
      schema: {
        operationId: 'uploadDocument',
        summary: 'Add a document (JSON or multipart/form-data)',
        tags,
        params,
        body: UploadDocument,
        response: { 201: Document, ...PROBLEM_RESPONSES },
      },
      config: { once: true },
      preHandler: app.can('supply', 'Application'),
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { app: row } = await applicationFor(db, actor, 'supply', request.params.id);
      const { kind, contentType, contentBase64 } = request.body;
      const content = Buffer.from(contentBase64, 'base64');
      if (content.length > settings.documentLimitBytes) throw new ProblemError('BODY_TOO_LARGE');
      const made = await storeDocument(db, vault, row, {
        id: request.makeId('doc'),
        kind,
        contentType,
        content,
        actorId: actor.kind === 'applicant' ? row.customerId : actor.id,
        now: await clock.now(row.clockId),
      });
      const location = `/v1/applications/${row.id}/documents/${made.id}`;
      return reply.code(201).header('location', location).send(present(made));
    },
  );

  app.get(
    '/applications/:id/documents',
    {
      schema: {
        operationId: 'listDocuments',
        summary: 'List the documents of an application',
        tags,
        params,
        response: { 200: z.object({ data: z.array(Document) }), ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Application'),
    },
    async (request) => {
      const { app: row } = await applicationFor(db, actorOf(request), 'read', request.params.id);
      const { sealed: _, ...columns } = tableColumns;
      const rows = await db
        .select(columns)
        .from(table)
        .where(eq(table.applicationId, row.id))
        .orderBy(asc(table.id));
      return { data: rows.map(present) };
    },
  );

  app.get(
    '/applications/:id/documents/:documentId',
    {
      schema: {
        operationId: 'getDocument',
        summary: 'Read a document',
        tags,
        params: z.strictObject({ id: Id('app'), documentId: Id('doc') }),
        response: {
          200: z.any().meta({ description: 'The file', contentEncoding: 'binary' }),
          ...PROBLEM_RESPONSES,
        },
      },
      config: { produces: ['image/jpeg', 'image/png', 'application/pdf'] },
      preHandler: app.can('read', 'Application'),
    },
    async (request, reply) => {
      const { id, documentId } = request.params;
      const { app: row } = await applicationFor(db, actorOf(request), 'read', id);
      const [found] = await db
        .select()
        .from(table)
        .where(and(eq(table.id, documentId), eq(table.applicationId, row.id)));
      if (found === undefined) throw new ProblemError('NOT_FOUND');
      const content = vault.open({ table: 'documents', column: 'sealed', rowId: found.id }, found.sealed);
      return reply
        .type(found.contentType)
        .header('content-disposition', `attachment; filename="${found.id}"`)
        .header('cache-control', 'private, no-store')
        .send(content);
    },
  );
};

const tableColumns = {
  id: table.id,
  applicationId: table.applicationId,
  kind: table.kind,
  contentType: table.contentType,
  sizeBytes: table.sizeBytes,
  sha256: table.sha256,
  uploadedAt: table.uploadedAt,
  sealed: table.sealed,
};

function present(row: Omit<typeof table.$inferSelect, 'sealed' | 'uploadedBy' | 'clockId'>) {
  const { id, applicationId, kind, contentType, sizeBytes, sha256, uploadedAt } = row;
  return { id, applicationId, kind, contentType, sizeBytes, sha256, uploadedAt: uploadedAt.toISOString() };
}
