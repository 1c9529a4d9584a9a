import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Id } from '../../../contracts/http/common';
import { LoanDraws, OrderDraw } from '../../../contracts/http/draws';
import { Operation } from '../../../contracts/http/money-operations';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import { businessDate } from '../../../domain/calendar/business-date';
import { storeComment } from '../../intake/comment';
import { awaitOperation, orderOnce, proposeOperation } from '../../intake/operation';
import { actorOf } from '../../plugins/authentication';
import { presentOperation } from '../../present/operation';
import { readDraws } from '../../reads/draws';
import { loanFor } from '../../reads/loans';
import { draftOperation } from '../../reads/operation-draft';
import { preferredWaitMs, requireSeen, withVersion } from '../../versions';
import type { RouteDeps } from './deps';

const tags = ['Loans'];
const params = z.strictObject({ id: Id('loan') });
const REASON = 'DRAW';

/** 分次提款: what of a loan is drawn, and drawing more of it. */
export const draws: FastifyPluginAsyncZod<RouteDeps> = async (app, { db, vault, clock, settings }) => {
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
      const actor = actorOf(request);
      const own = actor.kind === 'applicant';
      const { loan } = await loanFor(db, actor, own ? 'draw' : 'change', request.params.id);
      const id = request.makeId('opn');
      await orderOnce(db, id, async () => {
        requireSeen(request, loan.version);
        const { amountMinor, comment } = request.body;
        const reasonCodes = request.body.reasonCodes.length > 0 ? request.body.reasonCodes : [REASON];
        const proposedAt = await clock.now(loan.clockId);
        const on = businessDate(proposedAt.getTime());
        const operation = { kind: 'draw' as const, amountMinor };
        const asked = { on, effectiveOn: on, moneyId: request.makeId('out'), reason: REASON };
        const { body } = await draftOperation(db, loan, operation, asked);
        const said = { subjectId: loan.id, authorId: actor.id, text: comment, at: proposedAt };
        const commentId = await storeComment(db, vault, request.makeId('cmt'), said);
        await proposeOperation(db, loan.applicationId, {
          ...{ id, loanId: loan.id, kind: operation.kind, operation, body, reasonCodes, effectiveOn: on },
          ...{ commentId, proposedAt, clockId: loan.clockId, stakeMinor: BigInt(amountMinor) },
          needsSecond: !own,
          status: own ? 'confirmed' : 'proposed',
          proposedBy: own ? loan.customerId : actor.id,
        });
      });
      const row = await awaitOperation(db, id, own ? preferredWaitMs(request, settings.commandWaitMs) : 0);
      return reply.code(row.status === 'applied' ? 200 : 202).send(presentOperation(row));
    },
  );
};
