import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Id } from '../../../contracts/http/common';
import {
  LoanStanding,
  PortfolioQuery,
  PortfolioRolls,
  PortfolioSnapshot,
  RollsQuery,
  StandingQuery,
} from '../../../contracts/http/portfolio';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import { actorOf } from '../../plugins/authentication';
import { ProblemError } from '../../problem';
import { loanFor } from '../../reads/loans';
import { rollsOf, snapshotOf, standingOf } from '../../reads/portfolio';
import type { RouteDeps } from './deps';

const tags = ['Ledger'];

/** What the close of business found out: the portfolio by class and stage, what moved between buckets, and each loan's standing. */
export const portfolio: FastifyPluginAsyncZod<RouteDeps> = async (app, { db }) => {
  const preHandler = app.can('read', 'Ledger');

  app.get(
    '/portfolio/snapshot',
    {
      schema: {
        operationId: 'getPortfolioSnapshot',
        summary: 'The portfolio as a date was closed, by product, branch, bucket, class and stage',
        tags,
        querystring: PortfolioQuery,
        response: { 200: PortfolioSnapshot, ...PROBLEM_RESPONSES },
      },
      preHandler,
    },
    async ({ query }) => snapshotOf(db, query),
  );

  app.get(
    '/portfolio/rolls',
    {
      schema: {
        operationId: 'getPortfolioRolls',
        summary: 'What moved between buckets in a month',
        tags,
        querystring: RollsQuery,
        response: { 200: PortfolioRolls, ...PROBLEM_RESPONSES },
      },
      preHandler,
    },
    async ({ query }) => rollsOf(db, query),
  );

  app.get(
    '/loans/:id/standing',
    {
      schema: {
        operationId: 'getLoanStanding',
        summary: 'How the close of a date judged a loan: class, stage, expected loss, last 24 months',
        tags,
        params: z.strictObject({ id: Id('loan') }),
        querystring: StandingQuery,
        response: { 200: LoanStanding, ...PROBLEM_RESPONSES },
      },
      preHandler,
    },
    async (request) => {
      const { loan } = await loanFor(db, actorOf(request), 'read', request.params.id);
      const standing = await standingOf(db, loan.id, request.query.asOf);
      if (standing === null) throw new ProblemError('NOT_FOUND');
      return standing;
    },
  );
};
