import type { FastifyReply } from 'fastify';
import { z } from 'zod';

/** A PDF as the reference names it. */
export const PDF = z.any().meta({ description: 'PDF', contentEncoding: 'binary' });

/** Sends a paper to be read in place; it holds personal data, so that nobody on the way keeps it. */
export const sendPdf = (reply: FastifyReply, name: string, pdf: Buffer) =>
  reply
    .type('application/pdf')
    .header('content-disposition', `inline; filename="${name}.pdf"`)
    .header('cache-control', 'private, no-store')
    .send(pdf);
