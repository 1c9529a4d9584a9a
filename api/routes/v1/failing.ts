import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Id, Page } from '../../../contracts/http/common';
import {
  FailingGroup,
  FailingStep,
  ListFailing,
  ListFailingGroups,
  RetriedGroup,
  RetriedLoan,
  RetryGroup,
  RetryLoan,
} from '../../../contracts/http/failing';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import { pageOf } from '../../cursor';
import { retryGroup, retryLoan } from '../../intake/retry-step';
import { actorOf } from '../../plugins/authentication';
import { ProblemError } from '../../problem';
import { namedApplication } from '../../reads/applications';
import { failingGroups, failingRows, placeOf, presentFailing } from '../../reads/failing';
import type { RouteDeps } from './deps';
import { listName, placeAfter } from './page';

const tags = ['Operations'];

/** Loans whose step failed and is tried again by itself, and trying at once what should succeed now. */
export const failing: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const { db, cursors } = deps;

  app.get(
    '/operations/failing',
    {
      schema: {
        operationId: 'listFailing',
        summary: 'List steps that failed and will be tried again, those that fail longest first',
        tags,
        querystring: ListFailing,
        response: { 200: Page(FailingStep), ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Operation'),
    },
    async ({ query }) => {
      const name = listName('failing', query);
      const rows = await failingRows(db, query, placeAfter(cursors, name, query.cursor, 3));
      return pageOf(rows, query.limit, presentFailing, (row) => cursors.seal(name, placeOf(row)));
    },
  );

  app.get(
    '/operations/failing-groups',
    {
      schema: {
        operationId: 'listFailingGroups',
        summary: 'Count failing steps by error and step',
        tags,
        querystring: ListFailingGroups,
        response: { 200: z.object({ data: z.array(FailingGroup) }), ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Operation'),
    },
    async ({ query }) => ({ data: await failingGroups(db, query) }),
  );

  app.post(
    '/operations/failing/:id/retry',
    {
      schema: {
        operationId: 'retryLoan',
        summary: 'Try the failing step of a loan at once instead of after its backoff',
        tags,
        params: z.strictObject({ id: Id('app') }),
        body: RetryLoan,
        response: { 200: RetriedLoan, ...PROBLEM_RESPONSES },
      },
      config: { once: true },
      preHandler: app.can('resume', 'Operation'),
    },
    async (request) => {
      const { app: row } = await namedApplication(db, request.params.id);
      const outcome = await retryLoan(deps, actorOf(request), row.id, request.body.comment);
      if (outcome === 'not_failing') throw new ProblemError('NOT_FAILING');
      return { applicationId: row.id, outcome };
    },
  );

  app.post(
    '/operations/failing-groups/retry',
    {
      schema: {
        operationId: 'retryFailingGroup',
        summary: 'Try the failing steps of a group at once, up to 200 loans a call',
        tags,
        body: RetryGroup,
        response: { 200: RetriedGroup, ...PROBLEM_RESPONSES },
      },
      config: { once: true },
      preHandler: app.can('resume', 'Operation'),
    },
    async (request) => retryGroup(deps, actorOf(request), request.body),
  );
};
