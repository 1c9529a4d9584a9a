import { desc, eq } from 'drizzle-orm';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Command } from '../../../contracts/http/commands';
import { Id } from '../../../contracts/http/common';
import {
  Payment,
  PayoffQuote,
  PayoffQuoteRequest,
  RecordPayment,
  RecordPrepayment,
  Restructuring,
  WriteOff,
} from '../../../contracts/http/loans';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import type { CommandKind } from '../../../contracts/loan/commands';
import { payments } from '../../../db/schema/money-moves';
import { businessDate } from '../../../domain/calendar/business-date';
import type { Actor } from '../../auth/actor';
import { order } from '../../commands';
import { storeComment } from '../../intake/comment';
import { receivePayment } from '../../intake/payment';
import { actorOf } from '../../plugins/authentication';
import { presentPayment, presentPayoff } from '../../present/loan';
import { fieldProblem, ProblemError } from '../../problem';
import { foldedAccount, loanFor } from '../../reads/loans';
import { requireSeen } from '../../versions';
import type { RouteDeps } from './deps';

const tags = ['Loans'];
const params = z.strictObject({ id: Id('loan') });

/** What moves a loan's money: payments in, quotes to end it, and commands that change or end it. */
export const loanMoney: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const { db, vault, clock, settings } = deps;

  app.post(
    '/loans/:id/payoff-quotes',
    {
      schema: {
        operationId: 'quotePayoff',
        summary: 'What ends the loan on a day',
        tags,
        params,
        body: PayoffQuoteRequest,
        response: { 200: PayoffQuote, ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Loan'),
    },
    async (request) => {
      const { loan } = await loanFor(db, actorOf(request), 'read', request.params.id);
      const today = businessDate((await clock.now(loan.clockId)).getTime());
      const on = request.body.on ?? today;
      if (on < today) throw fieldProblem('VALIDATION_FAILED', ['on'], PAST);
      const { account } = await foldedAccount(db, loan, on, today);
      return presentPayoff(loan.id, loan.currency, account.payoff);
    },
  );

  app.get(
    '/loans/:id/payments',
    {
      schema: {
        operationId: 'listPayments',
        summary: 'List the latest payments received',
        tags,
        params,
        response: { 200: z.object({ data: z.array(Payment) }), ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Loan'),
    },
    async (request) => {
      const { loan } = await loanFor(db, actorOf(request), 'read', request.params.id);
      const rows = await db
        .select()
        .from(payments)
        .where(eq(payments.loanId, loan.id))
        .orderBy(desc(payments.receivedAt), desc(payments.id))
        .limit(500);
      return { data: rows.map(presentPayment) };
    },
  );

  const receive = async (
    actor: Actor,
    loanId: string,
    paymentId: string,
    body: z.output<typeof RecordPayment> & { way?: z.output<typeof RecordPrepayment>['way'] },
  ) => {
    const { loan } = await loanFor(db, actor, 'pay', loanId);
    // Money is believed when the bank or a teller says so; a borrower saying so counts in tests only.
    if (actor.kind !== 'staff' && !settings.testMode) throw new ProblemError('TEST_MODE_ONLY');
    const at = await clock.now(loan.clockId);
    const today = businessDate(at.getTime());
    const valueOn = body.valueOn ?? today;
    if (valueOn > today) throw fieldProblem('VALIDATION_FAILED', ['valueOn'], FUTURE);
    return receivePayment(db, {
      id: paymentId,
      loan,
      payerRef: body.payerRef,
      source: body.way === undefined ? 'counter' : 'prepayment',
      intent: body.way ?? 'due',
      amountMinor: BigInt(body.amountMinor),
      valueOn,
      at,
      actorId: actor.kind === 'applicant' ? loan.customerId : actor.id,
    });
  };

  app.post(
    '/loans/:id/payments',
    {
      schema: {
        operationId: 'recordPayment',
        summary: 'Record money received',
        tags,
        params,
        body: RecordPayment,
        response: { 202: Payment, ...PROBLEM_RESPONSES },
      },
      config: { once: true },
      preHandler: app.can('pay', 'Loan'),
    },
    async (request, reply) => {
      const row = await receive(actorOf(request), request.params.id, request.makeId('pay'), request.body);
      return reply.code(202).send(presentPayment(row));
    },
  );

  app.post(
    '/loans/:id/prepayments',
    {
      schema: {
        operationId: 'recordPrepayment',
        summary: 'Record money received for an early repayment',
        tags,
        params,
        body: RecordPrepayment,
        response: { 202: Payment, ...PROBLEM_RESPONSES },
      },
      config: { once: true },
      preHandler: app.can('pay', 'Loan'),
    },
    async (request, reply) => {
      const row = await receive(actorOf(request), request.params.id, request.makeId('pay'), request.body);
      return reply.code(202).send(presentPayment(row));
    },
  );

  const change = (
    path: string,
    kind: CommandKind,
    body: typeof Restructuring | typeof WriteOff,
    [operationId, summary]: [string, string],
  ) =>
    app.post(
      path,
      {
        schema: {
          ...{ operationId, summary, tags, params, body },
          response: { 200: Command, 202: Command, ...PROBLEM_RESPONSES },
        },
        config: { once: true, versioned: true },
        preHandler: app.can('change', 'Loan'),
      },
      async (request, reply) => {
        const actor = actorOf(request);
        const { status, command } = await order(deps, request, reply, async () => {
          const { loan } = await loanFor(db, actor, 'change', request.params.id);
          requireSeen(request, loan.version);
          const { applicationId, clockId } = loan;
          const at = await clock.now(clockId);
          const said = { subjectId: loan.id, authorId: actor.id, text: request.body.comment, at };
          const commentId = await storeComment(db, vault, request.makeId('cmt'), said);
          const { reasonCodes } = request.body;
          const terms = 'terms' in request.body ? request.body.terms : undefined;
          return {
            applicationId,
            clockId,
            kind,
            command: { actorId: actor.id, reasonCodes, commentId, terms },
          };
        });
        return reply.code(status).send(command);
      },
    );

  change('/loans/:id/restructurings', 'restructure', Restructuring, [
    'restructureLoan',
    'Change the remaining plan',
  ]);
  change('/loans/:id/waivers', 'waive', Restructuring, ['waive', 'Waive penalty, interest or fees']);
  change('/loans/:id/write-offs', 'writeOff', WriteOff, [
    'writeOffLoan',
    'Write the loan off; recovery goes on',
  ]);
};

const PAST = { en: 'Lies in the past', zh: '日期已过' };
const FUTURE = { en: 'Lies in the future', zh: '日期在将来' };
