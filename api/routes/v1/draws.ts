import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Id } from '../../../contracts/http/common';
import { EndLimit, LoanDraws, OrderDraw } from '../../../contracts/http/draws';
import { Operation } from '../../../contracts/http/money-operations';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import { businessDate } from '../../../domain/calendar/business-date';
import { orderOnLimit } from '../../intake/limit-order';
import { actorOf } from '../../plugins/authentication';
import { presentOperation } from '../../present/operation';
import { readDraws } from '../../reads/draws';
import { loanFor } from '../../reads/loans';
import { withVersion } from '../../versions';
import type { RouteDeps } from './deps';

const tags = ['Loans'];
const params = z.strictObject({ id: Id('loan') });

/** 分次提款: what of a loan is drawn, drawing more of it, and giving up a limit that revolves. */
export const draws: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const { db, clock } = deps;

  app.get(
    '/loans/:id/draws',
    {
      schema: {
        operationId: 'getDraws',
        summary: 'What of the approved amount is drawn, what may still be, and every payout',
        tags,
        params,
        response: { 200: LoanDraws, ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Loan'),
    },
    async (request, reply) => {
      const { loan } = await loanFor(db, actorOf(request), 'read', request.params.id);
      const today = businessDate((await clock.now(loan.clockId)).getTime());
      return withVersion(reply, loan.version).send(await readDraws(db, loan, today));
    },
  );

  app.post(
    '/loans/:id/draws',
    {
      schema: {
        operationId: 'orderDraw',
        summary: 'Draw more of the approved amount; for the borrower by staff, it waits for a second person',
        tags,
        params,
        body: OrderDraw,
        response: { 200: Operation, 202: Operation, ...PROBLEM_RESPONSES },
      },
      config: { once: true, versioned: true },
      preHandler: app.can('read', 'Loan'),
    },
    async (request, reply) => {
      const { amountMinor, reasonCodes, comment } = request.body;
      const row = await orderOnLimit(deps, request, {
        ...{ loanId: request.params.id, operation: { kind: 'draw', amountMinor }, reason: 'DRAW' },
        ...{ stakeMinor: BigInt(amountMinor), reasonCodes, comment },
      });
      return reply.code(row.status === 'applied' ? 200 : 202).send(presentOperation(row));
    },
  );

  app.post(
    '/loans/:id/limit-endings',
    {
      schema: {
        operationId: 'endLimit',
        summary:
          'Give up a revolving limit on which nothing is owed: the loan ends; by staff it waits for a second person',
        tags,
        params,
        body: EndLimit,
        response: { 200: Operation, 202: Operation, ...PROBLEM_RESPONSES },
      },
      config: { once: true, versioned: true },
      preHandler: app.can('read', 'Loan'),
    },
    async (request, reply) => {
      const { reasonCodes, comment } = request.body;
      const row = await orderOnLimit(deps, request, {
        ...{ loanId: request.params.id, operation: { kind: 'limit_end' }, reason: 'LIMIT_END' },
        ...{ stakeMinor: 0n, reasonCodes, comment },
      });
      return reply.code(row.status === 'applied' ? 200 : 202).send(presentOperation(row));
    },
  );
};
