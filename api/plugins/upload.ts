import multipart from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { ProblemError } from '../problem';

/** Takes multipart/form-data as a body of the same form that JSON has, so that one schema checks both. */
export const upload = fp<{ limitBytes: number }>(
  async (app, { limitBytes }) => {
    await app.register(multipart, {
      limits: { fileSize: limitBytes, files: 1, fields: 5, fieldSize: 200, headerPairs: 50, parts: 6 },
      throwFileSizeLimit: true,
    });
    app.addHook('preValidation', async (request) => {
      if (request.isMultipart()) request.body = await bodyOf(request);
    });
  },
  { name: 'upload' },
);

async function bodyOf(request: FastifyRequest): Promise<Record<string, unknown>> {
  const body: Record<string, unknown> = Object.create(null);
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') body[part.fieldname] = part.value;
      else if (part.fieldname !== 'file') throw new ProblemError('VALIDATION_FAILED');
      else {
        body.contentType = part.mimetype;
        body.contentBase64 = (await part.toBuffer()).toString('base64');
      }
    }
  } catch (error) {
    if (error instanceof ProblemError || (error instanceof Error && 'statusCode' in error)) throw error;
    throw new ProblemError('MALFORMED_REQUEST', { cause: error });
  }
  return { ...body };
}
