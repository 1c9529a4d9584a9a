import { Readable } from 'node:stream';
import { sql } from 'drizzle-orm';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Id, Page } from '../../../contracts/http/common';
import {
  Books,
  BooksQuery,
  JournalEntry,
  JournalQuery,
  LedgerProof,
  ListEntries,
  TrialBalance,
  TrialBalanceQuery,
} from '../../../contracts/http/ledger';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import { chartOfAccounts, currenciesOfBooks, currencyAsked } from '../../../db/repositories/ledger-books';
import { trialBalance } from '../../../db/repositories/ledger-reports';
import { businessDate } from '../../../domain/calendar/business-date';
import { pageOf } from '../../cursor';
import { actorOf } from '../../plugins/authentication';
import { ProblemError } from '../../problem';
import { journalCsv } from '../../reads/journal-csv';
import { ledgerProof, listEntries } from '../../reads/ledger';
import { loanFor } from '../../reads/loans';
import type { RouteDeps } from './deps';
import { idAfter, listName } from './page';

const tags = ['Ledger'];

/** The books: accounts and currencies, trial balance at any date, the journal as a list and as a file, the proof, and a loan's entries. */
export const ledger: FastifyPluginAsyncZod<RouteDeps> = async (app, { db, clock, cursors }) => {
  app.get(
    '/ledger/books',
    {
      schema: {
        operationId: 'describeBooks',
        summary: 'Chart of accounts, and the currencies that there are books in',
        tags,
        querystring: BooksQuery,
        response: { 200: Books, ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Ledger'),
    },
    async ({ query: { clockId = null } }) => {
      const accounts = await chartOfAccounts(db);
      return {
        clockId,
        currencies: await currenciesOfBooks(db, clockId),
        accounts: accounts.map(({ code, nameZh, nameEn, kind }) => ({
          ...{ code, kind, names: { zh: nameZh, en: nameEn } },
        })),
      };
    },
  );

  app.get(
    '/ledger/trial-balance',
    {
      schema: {
        operationId: 'getTrialBalance',
        summary: 'Sums per account up to a day, by booking date or by effective date',
        tags,
        querystring: TrialBalanceQuery,
        response: { 200: TrialBalance, ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Ledger'),
    },
    async ({ query: { clockId = null, asOf, by, ...asked } }) => {
      const on = asOf ?? businessDate((await clock.now(clockId)).getTime());
      const currency = await currencyAsked(db, clockId, asked.currency);
      const books = await trialBalance(db, { on, clockId, currency, by });
      return {
        asOf: on,
        by,
        clockId,
        currency,
        balanced: books.debitMinor === books.creditMinor,
        debitMinor: books.debitMinor.toString(),
        creditMinor: books.creditMinor.toString(),
        accounts: books.rows.map((row) => ({
          code: row.code,
          names: { zh: row.nameZh, en: row.nameEn },
          kind: row.kind,
          debitMinor: row.debitMinor.toString(),
          creditMinor: row.creditMinor.toString(),
          balanceMinor: row.balanceMinor.toString(),
        })),
      };
    },
  );

  app.get(
    '/ledger/proof',
    {
      schema: {
        operationId: 'proveLedger',
        summary: 'General ledger against the sum of the loans',
        tags,
        querystring: TrialBalanceQuery,
        response: { 200: LedgerProof, ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Ledger'),
    },
    async ({ query: { clockId = null, asOf, ...asked } }) => {
      const currency = await currencyAsked(db, clockId, asked.currency);
      const today = businessDate((await clock.now(clockId)).getTime());
      return ledgerProof(db, { on: asOf ?? today, today, clockId, currency });
    },
  );

  app.get(
    '/ledger/entries',
    {
      schema: {
        operationId: 'listLedgerEntries',
        summary: 'List entries by day of booking and account, newest first',
        tags,
        querystring: ListEntries,
        response: { 200: Page(JournalEntry), ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Ledger'),
    },
    async ({ query }) => {
      const name = listName('entries', query);
      const rows = await listEntries(db, query, idAfter(cursors, name, query.cursor));
      return pageOf(
        rows,
        query.limit,
        (row) => row,
        ({ id }) => cursors.seal(name, [id]),
      );
    },
  );

  app.get(
    '/ledger/journal.csv',
    {
      schema: {
        operationId: 'exportJournal',
        summary: 'Export the journal of a stretch of booking dates as CSV, streamed',
        tags,
        querystring: JournalQuery,
        response: { 200: z.any().meta({ description: 'CSV, one posting a line' }), ...PROBLEM_RESPONSES },
      },
      config: { produces: ['text/csv'] },
      preHandler: app.can('read', 'Ledger'),
    },
    async ({ query: { from, to, clockId, loanId } }, reply) => {
      if (from > to) throw new ProblemError('VALIDATION_FAILED', { fields: [REVERSED] });
      const lines = journalCsv(db, { from, to, clockId: clockId ?? null, ...(loanId && { loanId }) });
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="journal-${from}-${to}.csv"`)
        .send(Readable.from(lines));
    },
  );

  app.get(
    '/loans/:id/journal',
    {
      schema: {
        operationId: 'listJournalEntries',
        summary: "A loan's entries, oldest first",
        tags,
        params: z.strictObject({ id: Id('loan') }),
        response: { 200: z.object({ data: z.array(JournalEntry) }), ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Ledger'),
    },
    async (request) => {
      const { loan } = await loanFor(db, actorOf(request), 'read', request.params.id);
      const { rows } = await db.execute<z.input<typeof JournalEntry>>(sql`
        select e.id, e.loan_id as "loanId", e.kind, e.booked_on::text as "bookedOn",
               e.effective_on::text as "effectiveOn", e.currency,
               json_agg(json_build_object('accountCode', p.account_code, 'amountMinor', p.amount_minor::text)
                        order by p.line_no) as lines
        from journal_entries e join postings p on p.entry_id = e.id
        where e.loan_id = ${loan.id}
        group by e.id
        order by e.booked_on, e.id
        limit 5000`);
      return { data: rows };
    },
  );
};

const REVERSED = {
  in: 'query' as const,
  path: ['to'],
  code: 'not_a_period',
  detail: { en: 'Ends before it begins', zh: '结束早于开始' },
};
