import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Id, Page } from '../../../contracts/http/common';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import {
  ListReconciliations,
  ListReconciliationTasks,
  ListStatementLines,
  ReadResolution,
  ReconciliationRun,
  ReconciliationTask,
  ResolveDifference,
  StatementLine,
} from '../../../contracts/http/reconciliation';
import { appendAudit } from '../../../db/repositories/audit';
import {
  findReconciliationTask,
  listReconciliations,
  listReconciliationTasks,
  listStatementLines,
  readReconciliationTask,
  resolveReconciliationTask,
} from '../../../db/repositories/reconciliation-tasks';
import { pageOf } from '../../cursor';
import { storeComment } from '../../intake/comment';
import { actorOf } from '../../plugins/authentication';
import { presentDifference, presentLine, presentRun } from '../../present/reconciliation';
import { ProblemError } from '../../problem';
import type { RouteDeps } from './deps';
import { idAfter, listName } from './page';

const tags = ['Reconciliation'];
const params = z.strictObject({ id: Id('rec') });

/** 对账: what the nightly reconciliation found, and the differences that people settle. */
export const reconciliations: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const { db, vault, clock, cursors } = deps;

  app.get(
    '/reconciliations',
    {
      schema: {
        operationId: 'listReconciliations',
        summary: 'List reconciled days, the latest first',
        tags,
        querystring: ListReconciliations,
        response: { 200: Page(ReconciliationRun), ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Ledger'),
    },
    async ({ query }) => {
      const name = listName('reconciliations', query);
      const before = idAfter(cursors, name, query.cursor);
      const { clockId = null, limit } = query;
      const rows = await listReconciliations(db, { clockId, before, limit: limit + 1 });
      return pageOf(rows, limit, presentRun, ({ statementOn }) => cursors.seal(name, [statementOn]));
    },
  );

  app.get(
    '/reconciliations/:id/lines',
    {
      schema: {
        operationId: 'listStatementLines',
        summary: 'List the lines of a statement, or only those that matched nothing',
        tags,
        params,
        querystring: ListStatementLines,
        response: { 200: Page(StatementLine), ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Ledger'),
    },
    async ({ params: { id }, query }) => {
      const name = listName(`lines/${id}`, query);
      const after = idAfter(cursors, name, query.cursor);
      const { limit } = query;
      const rows = await listStatementLines(db, id, {
        unmatchedOnly: query.unmatched === 'true',
        after: after === undefined ? undefined : Number(after),
        limit: limit + 1,
      });
      return pageOf(rows, limit, presentLine, ({ lineNo }) => cursors.seal(name, [lineNo]));
    },
  );

  app.get(
    '/reconciliation-tasks',
    {
      schema: {
        operationId: 'listReconciliationTasks',
        summary: 'List differences, the oldest first',
        tags,
        querystring: ListReconciliationTasks,
        response: { 200: Page(ReconciliationTask), ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Ledger'),
    },
    async ({ query }) => {
      const name = listName('reconciliation-tasks', query);
      const { clockId = null, status, reconciliationId, limit } = query;
      const after = idAfter(cursors, name, query.cursor);
      const page = { clockId, status, reconciliationId, after, limit: limit + 1 };
      const rows = await listReconciliationTasks(db, page);
      return pageOf(rows, limit, presentDifference, ({ id }) => cursors.seal(name, [id]));
    },
  );

  /** A difference as it was before somebody acts on it. */
  const taskOf = async (id: string) => {
    const task = await findReconciliationTask(db, id);
    if (task === null) throw new ProblemError('NOT_FOUND');
    return { task, at: await clock.now(task.clockId) };
  };
  const noted = (
    action: string,
    actorId: string,
    at: Date,
    task: { id: string; clockId: string | null },
  ) => ({
    ...{ subject: task.id, at, actorId, action, data: {}, clockId: task.clockId },
  });

  app.post(
    '/reconciliation-tasks/:id/resolution',
    {
      schema: {
        operationId: 'resolveDifference',
        summary: 'Settle a difference with a reason',
        tags,
        params,
        body: ResolveDifference,
        response: { 200: ReconciliationTask, ...PROBLEM_RESPONSES },
      },
      config: { once: true },
      preHandler: app.can('change', 'Ledger'),
    },
    async (request) => {
      const actor = actorOf(request);
      const { task, at } = await taskOf(request.params.id);
      const said = { subjectId: task.id, authorId: actor.id, text: request.body.comment, at };
      const commentId = await storeComment(db, vault, request.makeId('cmt'), said);
      const resolved = { by: actor.id, code: request.body.resolution, at, commentId };
      return db.transaction(async (tx) => {
        const row = await resolveReconciliationTask(tx, task.id, resolved);
        if (row === null) throw new ProblemError('TASK_NOT_OPEN');
        await appendAudit(tx, {
          ...noted('reconciliation.resolved', actor.id, at, task),
          data: { resolution: request.body.resolution },
        });
        return presentDifference(row);
      });
    },
  );

  app.post(
    '/reconciliation-tasks/:id/reading',
    {
      schema: {
        operationId: 'readResolution',
        summary: 'Second reading of a settled difference: confirm it, or open it again',
        tags,
        params,
        body: ReadResolution,
        response: { 200: ReconciliationTask, ...PROBLEM_RESPONSES },
      },
      config: { once: true },
      preHandler: app.can('decide', 'Ledger'),
    },
    async (request) => {
      const actor = actorOf(request);
      const { task, at } = await taskOf(request.params.id);
      if (task.resolvedBy === actor.id) throw new ProblemError('MAKER_IS_CHECKER');
      const said = { subjectId: task.id, authorId: actor.id, text: request.body.comment, at };
      await storeComment(db, vault, request.makeId('cmt'), said);
      const agrees = request.body.decision === 'confirm';
      return db.transaction(async (tx) => {
        const row = await readReconciliationTask(tx, task.id, { by: actor.id, agrees, at });
        if (row === null) throw new ProblemError('TASK_NOT_OPEN');
        const action = agrees ? 'reconciliation.confirmed' : 'reconciliation.reopened';
        await appendAudit(tx, noted(action, actor.id, at, task));
        return presentDifference(row);
      });
    },
  );
};
