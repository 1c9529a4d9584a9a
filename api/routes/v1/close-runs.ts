import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { CloseRun, CloseRunDetail, ListCloseRuns } from '../../../contracts/http/close-runs';
import { Id, Page } from '../../../contracts/http/common';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import { pageOf } from '../../cursor';
import { instantOf } from '../../present/application';
import { ProblemError } from '../../problem';
import { closeRunOf, listCloseRuns } from '../../reads/close-runs';
import type { RouteDeps } from './deps';
import { idAfter, listName } from './page';

const tags = ['Operations'];

/** Runs of the close of business, as operators and auditors see them. */
export const closeRuns: FastifyPluginAsyncZod<RouteDeps> = async (app, { db, cursors }) => {
  const preHandler = app.can('read', 'Operation');

  app.get(
    '/operations/close-runs',
    {
      schema: {
        operationId: 'listCloseRuns',
        summary: 'List close-of-business runs, newest first',
        tags,
        querystring: ListCloseRuns,
        response: { 200: Page(CloseRun), ...PROBLEM_RESPONSES },
      },
      preHandler,
    },
    async ({ query }) => {
      const name = listName('close-runs', query);
      const rows = await listCloseRuns(db, query, idAfter(cursors, name, query.cursor));
      return pageOf(rows, query.limit, present, ({ run }) => cursors.seal(name, [run.id]));
    },
  );

  app.get(
    '/operations/close-runs/:id',
    {
      schema: {
        operationId: 'getCloseRun',
        summary: 'Read a run with its steps and what its ledger proof found',
        tags,
        params: z.strictObject({ id: Id('run') }),
        response: { 200: CloseRunDetail, ...PROBLEM_RESPONSES },
      },
      preHandler,
    },
    async ({ params: { id } }) => {
      const found = await closeRunOf(db, id);
      if (found === null) throw new ProblemError('NOT_FOUND');
      return {
        ...present(found),
        steps: found.steps.map((step) => ({ ...step, finishedAt: instantOf(step.finishedAt) ?? '' })),
        differences: found.differences.map(({ check, subject, currency, figures }) => ({
          ...{ check, subject, currency },
          figures: z.record(z.string(), z.string()).parse(figures),
        })),
      };
    },
  );
};

type Counted = Awaited<ReturnType<typeof listCloseRuns>>[number];

function present({ run, loans, tookMs, findings }: Counted): z.input<typeof CloseRun> {
  const { id, closedOn, clockId, status, partitions } = run;
  return {
    ...{ id, closedOn, clockId, status, partitions, loans, tookMs, findings },
    openedAt: run.openedAt.toISOString(),
    finishedAt: instantOf(run.finishedAt),
  };
}
