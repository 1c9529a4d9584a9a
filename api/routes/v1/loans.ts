import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { CivilDate, Id, Page, PageQuery } from '../../../contracts/http/common';
import { Estimate } from '../../../contracts/http/filters';
import { ListLoans, Loan, LoanListed, Schedule, Statement, Transaction } from '../../../contracts/http/loans';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import { loadAccount, statementOf, transactionsOf } from '../../../db/repositories/account';
import { businessDate } from '../../../domain/calendar/business-date';
import { fromDay, toDay } from '../../../domain/calendar/civil-day';
import { pageOf } from '../../cursor';
import { estimatedRows } from '../../lists/estimate';
import { loanList } from '../../lists/loan-list';
import { actorOf } from '../../plugins/authentication';
import { presentListedLoan, presentLoan, presentRow, presentTransaction } from '../../present/loan';
import { PDF, sendPdf } from '../../present/pdf';
import { ProblemError } from '../../problem';
import { classedOn } from '../../reads/loan-class';
import { foldedAccount, loanFor } from '../../reads/loans';
import { statementPaper } from '../../reads/statement-paper';
import { withVersion } from '../../versions';
import type { RouteDeps } from './deps';
import { formatOf, LIST_MEDIA, pageOfList, sendList } from './list-answer';
import { placeAfter } from './page';

const tags = ['Loans'];
const params = z.strictObject({ id: Id('loan') });
const AsOf = z.strictObject({
  asOf: CivilDate.optional().meta({
    description:
      'Day to show, with all that is known today, corrections booked later included; today if left out. By booking date: `knownAt`, and the statement',
  }),
  knownAt: CivilDate.optional().meta({
    description:
      'Booking date up to which events count, so that a day is shown as it was known then: with `asOf` of the same day, what the books said that evening. Today if left out',
  }),
});
type Times = z.output<typeof AsOf>;

/** Loans as they stand: everything is folded from their events when asked. */
export const loans: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const { db, clock, cursors } = deps;
  const todayOf = async (clockId: string | null) => businessDate((await clock.now(clockId)).getTime());
  /** A day to show, which may lie in the future for plans but not before the first payout of any loan, as known by another. */
  const accountAt = async (loan: Parameters<typeof foldedAccount>[1], { asOf, knownAt }: Times) => {
    const today = await todayOf(loan.clockId);
    const knownOn = knownAt ?? today;
    return { today, knownOn, ...(await foldedAccount(db, loan, asOf ?? today, knownOn)) };
  };

  app.get(
    '/loans',
    {
      schema: {
        operationId: 'listLoans',
        summary: 'List loans, newest first, or save them as a file',
        tags,
        querystring: ListLoans,
        response: { 200: Page(LoanListed), ...PROBLEM_RESPONSES },
      },
      config: { produces: LIST_MEDIA },
      preHandler: app.can('read', 'Loan'),
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const source = loanList(db, actor, request.query);
      const format = formatOf(request.query, request.headers.accept);
      if (format === 'json') return pageOfList(deps, 'loans', request.query, source, presentListedLoan);
      return sendList(deps, request, reply, { name: 'loans', format, query: request.query, source });
    },
  );

  app.get(
    '/loans/estimate',
    {
      schema: {
        operationId: 'estimateLoans',
        summary: 'About how many a filter leaves',
        tags,
        querystring: ListLoans,
        response: { 200: Estimate, ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Loan'),
    },
    async (request) => {
      const source = loanList(db, actorOf(request), request.query);
      return { rows: await estimatedRows(db, source.all) };
    },
  );

  app.get(
    '/loans/:id',
    {
      schema: {
        operationId: 'getLoan',
        summary: 'Read a loan with its balances on a day',
        tags,
        params,
        querystring: AsOf,
        response: { 200: Loan, ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Loan'),
    },
    async (request, reply) => {
      const found = await loanFor(db, actorOf(request), 'read', request.params.id);
      const { account, today, knownOn } = await accountAt(found.loan, request.query);
      const classed = await classedOn(db, found.loan, account, { today, knownOn });
      return withVersion(reply, found.loan.version).send(presentLoan(found, account, knownOn, classed));
    },
  );

  app.get(
    '/loans/:id/schedule',
    {
      schema: {
        operationId: 'getSchedule',
        summary: 'Read the plan as it stands',
        tags,
        params,
        querystring: AsOf,
        response: { 200: Schedule, ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Loan'),
    },
    async (request) => {
      const { loan } = await loanFor(db, actorOf(request), 'read', request.params.id);
      const { account, knownOn } = await accountAt(loan, request.query);
      const rows = account.rows.map(presentRow);
      return { loanId: loan.id, asOf: fromDay(account.asOf), knownAt: knownOn, rows };
    },
  );

  app.get(
    '/loans/:id/transactions',
    {
      schema: {
        operationId: 'listTransactions',
        summary: 'List what was booked, oldest first',
        tags,
        params,
        querystring: z.strictObject(PageQuery),
        response: { 200: Page(Transaction), ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Loan'),
    },
    async (request) => {
      const { loan } = await loanFor(db, actorOf(request), 'read', request.params.id);
      const name = `transactions/${loan.id}`;
      const [after = 0] = placeAfter(cursors, name, request.query.cursor, 1) ?? [];
      const { limit } = request.query;
      const folded = await loadAccount(db, loan.id, { asOf: await todayOf(loan.clockId) });
      if (folded === null) throw new ProblemError('NOT_FOUND');
      const rows = transactionsOf(folded).filter(({ seq }) => seq > Number(after));
      return pageOf(rows, limit, presentTransaction, ({ seq }) => cursors.seal(name, [seq]));
    },
  );

  app.get(
    '/loans/:id/statement',
    {
      schema: {
        operationId: 'getStatement',
        summary: 'Read what happened between two days',
        tags,
        params,
        querystring: Period,
        response: { 200: Statement, ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Loan'),
    },
    async (request) => {
      const found = await loanFor(db, actorOf(request), 'read', request.params.id);
      const { from, to } = inOrder(request.query);
      const statement = await statementOf(db, found.loan.id, { from, to });
      if (statement === null) throw new ProblemError('NOT_FOUND');
      return {
        loanId: found.loan.id,
        customerName: found.customerName,
        currency: found.loan.currency,
        ...{ from, to },
        openingPrincipalMinor: statement.opening.outstandingPrincipalMinor,
        closingPrincipalMinor: statement.closing.outstandingPrincipalMinor,
        closingDueMinor: statement.closing.dueMinor,
        entries: statement.transactions.map(presentTransaction),
      };
    },
  );

  app.get(
    '/loans/:id/statement/document.pdf',
    {
      schema: {
        operationId: 'getStatementDocument',
        summary: 'Read the statement between two days as a paper, at most a year',
        tags,
        params,
        querystring: Period,
        response: {
          200: PDF,
          ...PROBLEM_RESPONSES,
        },
      },
      config: { produces: ['application/pdf'] },
      preHandler: app.can('read', 'Loan'),
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const found = await loanFor(db, actor, 'read', request.params.id);
      const { from, to } = inOrder(request.query);
      if (toDay(to) - toDay(from) > PAPER_DAYS)
        throw new ProblemError('VALIDATION_FAILED', { fields: [TOO_LONG] });
      const now = await clock.now(found.loan.clockId);
      const today = businessDate(now.getTime());
      if (to > today) throw new ProblemError('VALIDATION_FAILED', { fields: [NOT_YET] });
      const pdf = await statementPaper(deps, actor, found, { from, to, now, today });
      return sendPdf(reply, `statement-${found.loan.id.slice(-8)}-${to}`, pdf);
    },
  );
};

const Period = z.strictObject({ from: CivilDate, to: CivilDate });

/** A paper is drawn while somebody waits, each line folded on its own: a year at once. */
const PAPER_DAYS = 366;

function inOrder(period: z.output<typeof Period>): z.output<typeof Period> {
  if (period.from > period.to) throw new ProblemError('VALIDATION_FAILED', { fields: [REVERSED] });
  return period;
}

const TOO_LONG = {
  in: 'query' as const,
  path: ['from'],
  code: 'too_long',
  detail: { en: 'A statement covers a year at most', zh: '对账单最长一年' },
};

const NOT_YET = {
  in: 'query' as const,
  path: ['to'],
  code: 'in_the_future',
  detail: { en: 'Lies in the future', zh: '日期尚未到来' },
};

const REVERSED = {
  in: 'query' as const,
  path: ['to'],
  code: 'not_a_period',
  detail: { en: 'Ends before it begins', zh: '结束早于开始' },
};
