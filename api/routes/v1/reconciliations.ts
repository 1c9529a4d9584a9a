import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Id, Page } from '../../../contracts/http/common';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import {
  DifferenceKind,
  ListDifferenceKinds,
  ListReconciliations,
  ListReconciliationTasks,
  ListStatementLines,
  ReadResolution,
  ReconciliationDifference,
  ReconciliationRun,
  ReconciliationTask,
  ResolveDifference,
  StatementLine,
} from '../../../contracts/http/reconciliation';
import { appendAudit } from '../../../db/repositories/audit';
import {
  differenceKinds,
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
import { differenceOf } from '../../reads/reconciliation';
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
      const { clockId = null, status, reconciliationId, kind, limit } = query;
      const after = idAfter(cursors, name, query.cursor);
      const page = { clockId, status, reconciliationId, kind, after, limit: limit + 1 };
      const rows = await listReconciliationTasks(db, page);
      return pageOf(rows, limit, presentDifference, ({ id }) => cursors.seal(name, [id]));
    },
  );

  app.get(
    '/reconciliation-tasks/kinds',
    {
      schema: {
        operationId: 'listDifferenceKinds',
        summary: 'Count and sum differences by kind, of one day or of all days',
        tags,
        querystring: ListDifferenceKinds,
        response: { 200: z.object({ data: z.array(DifferenceKind) }), ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Ledger'),
    },
    async ({ query: { clockId = null, status, reconciliationId } }) => {
      const rows = await differenceKinds(db, { clockId, status, reconciliationId });
      const kindOf = (kind: string) => DifferenceKind.shape.kind.parse(kind);
      return { data: rows.map((row) => ({ ...row, kind: kindOf(row.kind) })) };
    },
  );

  app.get(
    '/reconciliation-tasks/:id',
    {
      schema: {
        operationId: 'getDifference',
        summary: "One difference: the bank's line beside our entry, and what people said",
        tags,
        params,
        response: { 200: ReconciliationDifference, ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Ledger'),
    },
    async ({ params: { id } }) => {
      const found = await differenceOf(db, vault, id);
      if (found === null) throw new ProblemError('NOT_FOUND');
      return found;
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
      return db.transaction(async (tx) => {
        const commentId = await storeComment(tx, vault, request.makeId('cmt'), said);
        const resolved = { by: actor.id, code: request.body.resolution, at, commentId };
        const row = await resolveReconciliationTask(tx, task.id, resolved);
        if (row === null) throw new ProblemError('TASK_NOT_OPEN');
        await appendAudit(tx, {
          ...noted('reconciliation.resolved', actor.id, at, task),
          data: { resolution: request.body.resolution },
        });
        return presentDifference({ ...row, currency: task.currency });
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
      const agrees = request.body.decision === 'confirm';
      return db.transaction(async (tx) => {
        await storeComment(tx, vault, request.makeId('cmt'), said);
        const row = await readReconciliationTask(tx, task.id, { by: actor.id, agrees, at });
        if (row === null) throw new ProblemError('TASK_NOT_OPEN');
        const action = agrees ? 'reconciliation.confirmed' : 'reconciliation.reopened';
        await appendAudit(tx, noted(action, actor.id, at, task));
        return presentDifference({ ...row, currency: task.currency });
      });
    },
  );
};
