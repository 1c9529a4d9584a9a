import { and, desc, eq } from 'drizzle-orm';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Id } from '../../../contracts/http/common';
import { Paper } from '../../../contracts/http/my-payments';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import { issuedPapers } from '../../../db/schema/contracts';
import { actorOf } from '../../plugins/authentication';
import { PDF, sendPdf } from '../../present/pdf';
import { ProblemError } from '../../problem';
import { loanFor } from '../../reads/loans';
import type { RouteDeps } from './deps';

const tags = ['Loans'];

/** Papers issued for a loan after its contract: settlement certificates, letters. */
export const papers: FastifyPluginAsyncZod<RouteDeps> = async (app, { db, vault }) => {
  app.get(
    '/loans/:id/papers',
    {
      schema: {
        operationId: 'listPapers',
        summary: 'List the papers issued for a loan, newest first',
        tags,
        params: z.strictObject({ id: Id('loan') }),
        response: { 200: z.object({ data: z.array(Paper) }), ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Loan'),
    },
    async (request) => {
      const { loan } = await loanFor(db, actorOf(request), 'read', request.params.id);
      const { id, kind, issuedAt, sha256 } = issuedPapers;
      const rows = await db
        .select({ id, kind, issuedAt, sha256 })
        .from(issuedPapers)
        .where(eq(issuedPapers.loanId, loan.id))
        .orderBy(desc(issuedPapers.issuedAt), desc(issuedPapers.id))
        .limit(100);
      return { data: rows.map((row) => ({ ...row, issuedAt: row.issuedAt.toISOString() })) };
    },
  );

  app.get(
    '/loans/:id/papers/:paperId/document.pdf',
    {
      schema: {
        operationId: 'getPaperDocument',
        summary: 'Read a paper',
        tags,
        params: z.strictObject({ id: Id('loan'), paperId: z.string().regex(/^[a-z]{2,5}_[0-9a-z]{26}$/) }),
        response: {
          200: PDF,
          ...PROBLEM_RESPONSES,
        },
      },
      config: { produces: ['application/pdf'] },
      preHandler: app.can('read', 'Loan'),
    },
    async (request, reply) => {
      const { loan } = await loanFor(db, actorOf(request), 'read', request.params.id);
      const wanted = and(eq(issuedPapers.id, request.params.paperId), eq(issuedPapers.loanId, loan.id));
      const [row] = await db.select().from(issuedPapers).where(wanted);
      if (row === undefined) throw new ProblemError('NOT_FOUND');
      const pdf = vault.open({ table: 'issued_papers', column: 'sealed_pdf', rowId: row.id }, row.sealedPdf);
      return sendPdf(reply, `${row.kind}-${row.id.slice(-8)}`, pdf);
    },
  );
};
