import { and, asc, eq, isNotNull, sql } from 'drizzle-orm';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Command } from '../../../contracts/http/commands';
import { Id, Page } from '../../../contracts/http/common';
import {
  ListParked,
  ListParkedGroups,
  ParkedGroup,
  ParkedLoan,
  ResumeLoan,
} from '../../../contracts/http/operations';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import { needsTwoToResume } from '../../../contracts/loan/money-steps';
import { applications } from '../../../db/schema/applications';
import { loanWorkflowId } from '../../../workflows/names';
import { order } from '../../commands';
import { pageOf } from '../../cursor';
import { storeComment } from '../../intake/comment';
import { actorOf } from '../../plugins/authentication';
import { instantOf } from '../../present/application';
import { namedApplication } from '../../reads/applications';
import { firstWords, parkedGroups } from '../../reads/parked';
import type { RouteDeps } from './deps';
import { listName, placeAfter } from './page';

const tags = ['Operations'];

/** What operators see and mend: loans that stopped at a failing step. */
export const operations: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const { db, vault, clock, cursors } = deps;

  app.get(
    '/operations/parked',
    {
      schema: {
        operationId: 'listParked',
        summary: 'List parked loans, the longest parked first',
        tags,
        querystring: ListParked,
        response: { 200: Page(ParkedLoan), ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Operation'),
    },
    async ({ query }) => {
      const name = listName('parked', query);
      const [at, id] = placeAfter(cursors, name, query.cursor, 2) ?? [];
      const rows = await db
        .select()
        .from(applications)
        .where(
          and(
            isNotNull(applications.parkedAt),
            query.reason === undefined ? undefined : eq(applications.parkedReason, query.reason),
            query.clockId === undefined ? undefined : eq(applications.clockId, query.clockId),
            id === undefined
              ? undefined
              : sql`(${applications.parkedAt}, ${applications.id}) > (${String(at)}::timestamptz, ${String(id)})`,
          ),
        )
        .orderBy(asc(applications.parkedAt), asc(applications.id))
        .limit(query.limit + 1);
      const words = await firstWords(
        db,
        vault,
        rows.map(({ id: one }) => one),
      );
      return pageOf(
        rows,
        query.limit,
        (row) => ({
          applicationId: row.id,
          loanId: row.loanId,
          stage: row.stage,
          step: row.parkedStep ?? '',
          reason: row.parkedReason,
          parkedAt: instantOf(row.parkedAt) ?? '',
          workflowId: loanWorkflowId(row.id),
          clockId: row.clockId,
          needsSecond: needsTwoToResume(row.parkedStep),
          firstWord: words.get(row.id) ?? null,
        }),
        (row) => cursors.seal(name, [instantOf(row.parkedAt) ?? '', row.id]),
      );
    },
  );

  app.get(
    '/operations/parked-groups',
    {
      schema: {
        operationId: 'listParkedGroups',
        summary: 'Count parked loans by the failure that stopped them',
        tags,
        querystring: ListParkedGroups,
        response: { 200: z.object({ data: z.array(ParkedGroup) }), ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Operation'),
    },
    async ({ query }) => ({ data: await parkedGroups(db, query) }),
  );

  app.post(
    '/operations/parked/:id/resume',
    {
      schema: {
        operationId: 'resumeLoan',
        summary: 'Resume a parked loan after the cause was corrected; where money moves, two people do',
        tags,
        params: z.strictObject({ id: Id('app') }),
        body: ResumeLoan,
        response: { 200: Command, 202: Command, ...PROBLEM_RESPONSES },
      },
      config: { once: true },
      preHandler: app.can('resume', 'Operation'),
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { status, command } = await order(deps, request, reply, async () => {
        const { app: row } = await namedApplication(db, request.params.id);
        const { id: applicationId, clockId } = row;
        const at = await clock.now(clockId);
        const said = { subjectId: applicationId, authorId: actor.id, text: request.body.comment, at };
        const commentId = await storeComment(db, vault, request.makeId('cmt'), said);
        return { applicationId, clockId, kind: 'resume', command: { actorId: actor.id, commentId } };
      });
      return reply.code(status).send(command);
    },
  );
};
