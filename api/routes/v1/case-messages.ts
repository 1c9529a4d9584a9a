import { and, desc, eq, lt } from 'drizzle-orm';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Id, Page, PageQuery } from '../../../contracts/http/common';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import { CaseMessage } from '../../../contracts/http/timeline';
import { messages } from '../../../db/schema/messaging';
import { pageOf } from '../../cursor';
import { actorOf } from '../../plugins/authentication';
import { ProblemError } from '../../problem';
import { applicationFor } from '../../reads/applications';
import { type MessageRow, NEVER_SHOWN, presentMessage } from '../../reads/my-messages';
import type { RouteDeps } from './deps';
import { idAfter } from './page';

/** What was written to the customer of an application and its loan, for those who work on it. */
export const caseMessages: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const { db, vault, cursors, settings } = deps;

  const present = (row: MessageRow): z.input<typeof CaseMessage> => {
    const { id, template, channel, status } = row;
    const at = row.createdAt.toISOString();
    if (NEVER_SHOWN.includes(template)) return { id, at, template, channel, status, subject: '', body: null };
    const { subject, body } = presentMessage(vault, settings.lender, row);
    return { id, at, template, channel, status, subject, body };
  };

  app.get(
    '/applications/:id/messages',
    {
      schema: {
        operationId: 'listCaseMessages',
        summary: 'Read what was written to the customer, newest first; one-time codes stay hidden',
        tags: ['Applications'],
        params: z.strictObject({ id: Id('app') }),
        querystring: z.strictObject(PageQuery),
        response: { 200: Page(CaseMessage), ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Application'),
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { app: row } = await applicationFor(db, actor, 'read', request.params.id);
      if (actor.kind !== 'staff') throw new ProblemError('FORBIDDEN');
      const { limit, cursor } = request.query;
      const name = `messages/${row.id}`;
      const after = idAfter(cursors, name, cursor);
      const rows = await db
        .select()
        .from(messages)
        .where(
          and(eq(messages.applicationId, row.id), after === undefined ? undefined : lt(messages.id, after)),
        )
        .orderBy(desc(messages.id))
        .limit(limit + 1);
      reply.header('cache-control', 'no-store');
      return pageOf(rows, limit, present, ({ id }) => cursors.seal(name, [id]));
    },
  );
};
