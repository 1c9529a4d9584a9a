import { subject } from '@casl/ability';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Id, Page } from '../../../contracts/http/common';
import {
  DecideOperation,
  ListOperations,
  Operation,
  OperationPreview,
  OrderOperation,
  PreviewOperation,
} from '../../../contracts/http/money-operations';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import { newId } from '../../../contracts/ids';
import { inHouseCurrency } from '../../../db/repositories/exchange-rates';
import { findOperation, listOperations } from '../../../db/repositories/money-operations';
import { timeEntriesOf } from '../../../db/repositories/time-entries';
import { businessDate } from '../../../domain/calendar/business-date';
import { needsSecondPerson, stakeOf } from '../../../domain/servicing/operation-authority';
import { comparable } from '../../auth/ability';
import type { Actor } from '../../auth/actor';
import { pageOf } from '../../cursor';
import { storeComment } from '../../intake/comment';
import { awaitOperation, orderOnce, proposeOperation, settleOperation } from '../../intake/operation';
import { actorOf } from '../../plugins/authentication';
import { presentOperation, presentPreview } from '../../present/operation';
import { fieldProblem, ProblemError } from '../../problem';
import { loanFor } from '../../reads/loans';
import { draftOperation } from '../../reads/operation-draft';
import { preferredWaitMs, requireSeen } from '../../versions';
import type { RouteDeps } from './deps';
import { idAfter, listName } from './page';

const tags = ['Money operations'];
const params = z.strictObject({ id: Id('loan') });
const operationParams = z.strictObject({ id: Id('opn') });
const MONEY_OUT: ReadonlySet<string> = new Set(['refund', 'draw']);
const FUTURE = { en: 'Lies in the future', zh: '日期在将来' };

/** Operations on a loan's money: looked at beforehand, ordered by one person, confirmed by another, carried out by the loan. */
export const moneyOperations: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const { db, vault, clock, cursors, settings } = deps;

  const daysOf = async (clockId: string | null, effectiveOn: string | undefined) => {
    const on = businessDate((await clock.now(clockId)).getTime());
    if (effectiveOn !== undefined && effectiveOn > on)
      throw fieldProblem('VALIDATION_FAILED', ['effectiveOn'], FUTURE);
    return { on, effectiveOn: effectiveOn ?? on };
  };
  /** Those who order, confirm or oversee; a borrower sees what was booked, not what staff considered. */
  const mayLook = async (request: FastifyRequest) => {
    const { ability } = actorOf(request);
    const involved = ability.can('change', 'Loan') || ability.can('decide', 'Loan');
    if (!involved && !ability.can('read', 'Operation')) throw new ProblemError('FORBIDDEN');
  };
  const operationFor = async (actor: Actor, id: string) => {
    const row = await findOperation(db, id);
    if (row === null) throw new ProblemError('NOT_FOUND');
    return { row, ...(await loanFor(db, actor, 'read', row.loanId)) };
  };

  app.post(
    '/loans/:id/operation-previews',
    {
      schema: {
        operationId: 'previewOperation',
        summary: 'See what an operation would do: the plan as a difference, and the entries it would post',
        tags,
        params,
        body: PreviewOperation,
        response: { 200: OperationPreview, ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Loan'),
    },
    async (request) => {
      const actor = actorOf(request);
      const { loan } = await loanFor(db, actor, 'read', request.params.id);
      const { operation } = request.body;
      const days = await daysOf(loan.clockId, request.body.effectiveOn);
      const asked = { ...days, moneyId: newId('opn'), reason: 'preview' };
      const { preview } = await draftOperation(db, loan, operation, asked);
      const seesBooks = actor.ability.can('change', 'Loan') || actor.ability.can('read', 'Ledger');
      return presentPreview(loan, preview, {
        ...days,
        needsSecondPerson: needsSecondPerson(operation.kind),
        timeEntries: seesBooks ? await timeEntriesOf(db, loan, days.on) : null,
      });
    },
  );

  app.post(
    '/loans/:id/operations',
    {
      schema: {
        operationId: 'orderOperation',
        summary: 'Order an operation on the account of a loan',
        tags,
        params,
        body: OrderOperation,
        response: { 200: Operation, 202: Operation, ...PROBLEM_RESPONSES },
      },
      config: { once: true, versioned: true },
      preHandler: app.can('change', 'Loan'),
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { loan } = await loanFor(db, actor, 'change', request.params.id);
      const id = request.makeId('opn');
      await orderOnce(db, id, async () => {
        requireSeen(request, loan.version);
        const { operation, reasonCodes, comment } = request.body;
        const days = await daysOf(loan.clockId, request.body.effectiveOn);
        const moneyId = request.makeId(MONEY_OUT.has(operation.kind) ? 'out' : 'pay');
        const reason = reasonCodes[0] ?? operation.kind;
        const draft = await draftOperation(db, loan, operation, { ...days, moneyId, reason });
        const proposedAt = await clock.now(loan.clockId);
        const said = { subjectId: loan.id, authorId: actor.id, text: comment, at: proposedAt };
        const commentId = await storeComment(db, vault, request.makeId('cmt'), said);
        const needsSecond = needsSecondPerson(operation.kind);
        await proposeOperation(db, loan.applicationId, {
          ...{ id, loanId: loan.id, kind: operation.kind, operation, body: draft.body, reasonCodes },
          ...{ effectiveOn: days.effectiveOn, needsSecond, commentId, proposedAt, clockId: loan.clockId },
          stakeMinor: stakeOf(operation, draft.preview.before, draft.undoneMinor),
          status: needsSecond ? 'proposed' : 'confirmed',
          proposedBy: actor.id,
        });
      });
      const row = await awaitOperation(db, id, preferredWaitMs(request, settings.commandWaitMs));
      reply.header('location', `/v1/money-operations/${id}`);
      return reply
        .code(row.status === 'applied' ? 200 : 202)
        .send(presentOperation({ ...row, currency: loan.currency }));
    },
  );

  app.get(
    '/money-operations',
    {
      schema: {
        operationId: 'listOperations',
        summary: 'List ordered operations, newest first',
        tags,
        querystring: ListOperations,
        response: { 200: Page(Operation), ...PROBLEM_RESPONSES },
      },
      preHandler: mayLook,
    },
    async ({ query }) => {
      const name = listName('money-operations', query);
      const { status, loanId, limit } = query;
      const before = idAfter(cursors, name, query.cursor);
      const rows = await listOperations(db, { status, loanId, before, limit: limit + 1 });
      return pageOf(rows, limit, presentOperation, ({ id }) => cursors.seal(name, [id]));
    },
  );

  app.get(
    '/money-operations/:id',
    {
      schema: {
        operationId: 'getOperation',
        summary: 'Read an operation and what became of it',
        tags,
        params: operationParams,
        response: { 200: Operation, ...PROBLEM_RESPONSES },
      },
      preHandler: mayLook,
    },
    async (request) => {
      const { row, loan } = await operationFor(actorOf(request), request.params.id);
      return presentOperation({ ...row, currency: loan.currency });
    },
  );

  app.post(
    '/money-operations/:id/decision',
    {
      schema: {
        operationId: 'decideOperation',
        summary: 'Confirm or reject an operation that another person ordered',
        tags,
        params: operationParams,
        body: DecideOperation,
        response: { 200: Operation, 202: Operation, ...PROBLEM_RESPONSES },
      },
      config: { once: true },
      preHandler: app.can('decide', 'Loan'),
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { row, loan, partnerId } = await operationFor(actor, request.params.id);
      const answer = async () => {
        const settled = await awaitOperation(db, row.id, preferredWaitMs(request, settings.commandWaitMs));
        return reply
          .code(settled.status === 'confirmed' ? 202 : 200)
          .send(presentOperation({ ...settled, currency: loan.currency }));
      };
      const saidAs = request.makeId('cmt');
      // The same request run again, because its first run died with its answer.
      if (row.decisionCommentId === saidAs) return answer();
      if (!row.needsSecond) throw new ProblemError('OPERATION_UNCHECKED');
      if (row.status !== 'proposed') throw new ProblemError('OPERATION_DECIDED');
      if (row.proposedBy === actor.id) throw new ProblemError('MAKER_IS_CHECKER');
      const at = await clock.now(row.clockId);
      const { customerId, branch, currency } = loan;
      const stake = { amountMinor: row.stakeMinor, currency };
      const amountMinor = comparable(await inHouseCurrency(db, stake, businessDate(at.getTime())));
      const guarded = { customerId, branch, partnerId, amountMinor };
      if (!actor.ability.can('decide', subject('Loan', guarded)))
        throw new ProblemError('AMOUNT_ABOVE_AUTHORITY');
      const said = { subjectId: row.id, authorId: actor.id, text: request.body.comment, at };
      const commentId = await storeComment(db, vault, saidAs, said);
      const status = request.body.decision === 'confirm' ? 'confirmed' : 'rejected';
      await settleOperation(db, loan.applicationId, row, { status, by: actor.id, at, commentId });
      return answer();
    },
  );
};
