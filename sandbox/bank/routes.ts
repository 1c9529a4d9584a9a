import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { hang } from '../faults';
import type { Clocks, Moment } from '../moment';
import { dateOf } from '../moment';
import { Refusal } from '../refusal';
import { type Bank, stateAt, type Taken } from './bank';
import { type Books, type Control, controlsOf } from './books';
import type { BankOrder } from './records';
import { statementCsv, statementOf } from './statement';

const amountMinor = z.string().regex(/^[1-9]\d{0,15}$/);
const currency = z.string().regex(/^[A-Z]{3}$/);
const cardNo = z.string().regex(/^\d{12,19}$/);

const orderBody = z.object({
  orderNo: z.string().min(8).max(80),
  amountMinor,
  currency,
  cardNo,
  holderName: z.string().min(1).max(60),
  memo: z.string().max(120).default(''),
  mandateRef: z.string().min(1).max(80).optional(),
});

const transferBody = z.object({
  amountMinor,
  currency: currency.default('CNY'),
  reference: z.string().min(1).max(80),
  transferNo: z.string().min(1).max(80).optional(),
});

const stateNames = {
  processing: 'PROCESSING',
  confirmed: 'SUCCESS',
  failed: 'FAILED',
  returned: 'RETURNED',
} as const;

function orderAnswer(order: BankOrder, nowMs: number) {
  const state = stateAt(order, nowMs);
  return {
    orderNo: order.orderNo,
    bankRef: order.bankRef,
    status: stateNames[state.status],
    code: state.code ?? null,
    valueOn: dateOf(state.atMs),
  };
}

/** The bank's HTTP face: orders, queries, statements, borrowers' own transfers, and its books for comparison. */
export function bankRoutes(
  app: FastifyInstance,
  deps: { bank: Bank; books: Books; clocks: Clocks; hangMs: number },
) {
  const { bank, books, clocks, hangMs } = deps;

  async function answer(taken: Taken, moment: Moment, reply: FastifyReply) {
    if (taken.reply === 'hang' || taken.reply === 'lost') return hang(reply, hangMs);
    if (taken.reply === 'error' || !taken.order) return reply.code(502).send({ code: 'GATEWAY_ERROR' });
    return orderAnswer(taken.order, moment.nowMs);
  }

  app.post('/bank/payouts', async (req, reply) => {
    const moment = clocks.momentOf(req.headers);
    return answer(await bank.payout(orderBody.parse(req.body), moment), moment, reply);
  });

  app.post('/bank/debits', async (req, reply) => {
    const moment = clocks.momentOf(req.headers);
    return answer(await bank.debit(orderBody.parse(req.body), moment), moment, reply);
  });

  for (const kind of ['payout', 'debit'] as const) {
    app.get(`/bank/${kind}s/:orderNo`, async (req) => {
      const { orderNo } = z.object({ orderNo: z.string() }).parse(req.params);
      const order = books.orders.get(orderNo);
      if (order?.kind !== kind) throw new Refusal(404, 'ORDER_NOT_FOUND', 'there is no such order');
      return orderAnswer(order, clocks.momentOf(req.headers).nowMs);
    });
  }

  app.get('/bank/statements/:date', async (req, reply) => {
    const { date } = z.object({ date: z.iso.date() }).parse(req.params);
    const asked = z.object({
      format: z.enum(['json', 'csv']).default('json'),
      currency: currency.default('CNY'),
    });
    const { format, currency: of } = asked.parse(req.query);
    const day = { statementOn: date, currency: of };
    const statement = statementOf(books, day, clocks.momentOf(req.headers));
    return format === 'json'
      ? statement
      : reply.type('text/csv; charset=utf-8').send(statementCsv(statement));
  });

  app.post('/bank/accounts/:cardNo/transfer', async (req) => {
    const params = z.object({ cardNo }).parse(req.params);
    return bank.transfer(params.cardNo, transferBody.parse(req.body), clocks.momentOf(req.headers));
  });

  app.post('/bank/transfers/:bankRef/bounce', async (req, reply) => {
    const { bankRef } = z.object({ bankRef: z.string() }).parse(req.params);
    await bank.bounce(bankRef, clocks.momentOf(req.headers));
    return reply.code(204).send();
  });

  app.get('/bank/books', async (req) => {
    const query = z
      .object({
        clock: z.string().optional(),
        after: z.coerce.number().int().min(0).default(0),
        limit: z.coerce.number().int().min(0).max(100_000).default(1000),
        all: z.enum(['true', 'false']).default('false'),
      })
      .parse(req.query);
    return booksPage(books, clocks, query);
  });
}

function booksPage(
  books: Books,
  clocks: Clocks,
  query: { clock?: string | undefined; after: number; limit: number; all: 'true' | 'false' },
) {
  const clockId = query.clock === undefined || query.clock === 'live' ? null : query.clock;
  const nowMs = query.all === 'true' ? Number.POSITIVE_INFINITY : clocks.now(clockId);
  const happened = books.happened(clockId, nowMs);
  return {
    clockId,
    entryCount: happened.length,
    accounts: controlsOf(happened).map(controlAnswer),
    entries: happened
      .slice(query.after, query.after + query.limit)
      .map(({ cardNo: card, atMs, ...entry }, i) => ({
        no: query.after + i + 1,
        at: new Date(atMs).toISOString(),
        ...entry,
        cardTail: card.slice(-4),
      })),
  };
}

const controlAnswer = ({ currency, openingMinor, balanceMinor, totals }: Control) => ({
  currency,
  openingMinor: String(openingMinor),
  balanceMinor: String(balanceMinor),
  totals: Object.fromEntries(
    Object.entries(totals).map(([kind, { count, amountMinor }]) => [
      kind,
      { count, amountMinor: String(amountMinor) },
    ]),
  ),
});
