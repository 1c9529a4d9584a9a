import { parseArgs } from 'node:util';
import { encodeAccountTerms } from '../contracts/account-terms';
import { type Db, openDatabase } from '../db/client';
import { bookTo } from '../db/repositories/book';
import { postEntries } from '../db/repositories/ledger';
import { createLoan } from '../db/repositories/loans';
import { fromDay, toDay } from '../domain/calendar/civil-day';
import type { DraftEntry } from '../domain/ledger/entries';
import { booksTerms } from './support/books-terms';
import { type OwnPostgres, withOwnPostgres } from './support/own-postgres';
import { byDriver, byPgbench } from './support/simple-update';

const START = toDay('2026-01-10');
const BULK_ENTRIES = 500;
const PAYMENT = '1000';

interface Figure {
  readonly name: string;
  readonly perSecond: number;
  readonly unit: 'postings' | 'transactions';
}

const entry = (eventKey: string, on: number): DraftEntry => ({
  kind: 'repaid',
  eventKey,
  effectiveOn: on,
  lines: [
    { role: 'clearing', accountCode: '101201', amountMinor: 100n },
    { role: 'suspense', accountCode: '224101', amountMinor: -100n },
  ],
});

async function loansFor(db: Db, count: number): Promise<string[]> {
  const terms = encodeAccountTerms(booksTerms(START, 10_000_000n, 24));
  const ids: string[] = [];
  for (let index = 0; index < count; index++) {
    const product = { productCode: 'bench', productVersion: 1, customerId: 'cus_bench', clockId: null };
    const loan = await db.transaction((tx) =>
      createLoan(tx, { ...product, applicationId: `app_${index}`, terms }),
    );
    const body = {
      type: 'disbursed' as const,
      payoutId: `out_${index}`,
      amountMinor: '10000000',
      withheldMinor: '0',
    };
    await book(db, loan.id, `disbursed/${loan.id}`, body);
    ids.push(loan.id);
  }
  return ids;
}

async function book(
  db: Db,
  loanId: string,
  key: string,
  body: Parameters<typeof bookTo>[1]['newEvents'][0]['body'],
) {
  const on = fromDay(START);
  const newEvents = [{ body, effectiveOn: on, idempotencyKey: key, actor: 'bench' }];
  const outcome = await db.transaction((tx) => bookTo(tx, { loanId, on, clockId: null, newEvents }));
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.entries.reduce((sum, { lines }) => sum + lines.length, 0);
}

/** As many workers as the yardstick has clients do one thing over and over; what they return is counted. */
async function rate(
  clients: number,
  seconds: number,
  once: (turn: number) => Promise<number>,
): Promise<number> {
  let turn = 0;
  let count = 0;
  const startedAt = performance.now();
  const until = startedAt + seconds * 1_000;
  const worker = async () => {
    while (performance.now() < until) {
      turn += 1;
      count += await once(turn);
    }
  };
  await Promise.all(Array.from({ length: clients }, worker));
  return count / ((performance.now() - startedAt) / 1_000);
}

async function measure(postgres: OwnPostgres, clients: number, seconds: number): Promise<void> {
  const { db, close } = openDatabase({ connectionString: postgres.appUrl, max: clients });
  const ids = await loansFor(db, 200);
  // Bare entries and payments go to different loans: a loan that holds entries of no event fails its proof.
  const half = ids.length / 2;
  const bareLoan = (turn: number) => ids[turn % half] ?? '';
  const paidLoan = (turn: number) => ids[half + (turn % half)] ?? '';
  const context = (keyPrefix: string, loanId: string) => ({
    ...{ loanId, keyPrefix, productCode: 'bench', branch: 'HQ', currency: 'CNY', clockId: null },
    bookedOn: fromDay(START),
  });
  const post = (turn: number, entries: number, prefix: string) =>
    db.transaction(async (tx) => {
      const drafts = Array.from({ length: entries }, (_, index) =>
        entry(`${prefix}/${turn}/${index}`, START),
      );
      await postEntries(tx, [{ entries: drafts, context: context(`${prefix}/${turn}`, bareLoan(turn)) }]);
      return entries * 2;
    });
  const pay = (turn: number) => {
    const paid = { type: 'repaid' as const, paymentId: `pay_${turn}`, amountMinor: PAYMENT };
    return book(db, paidLoan(turn), `payment/${turn}`, paid);
  };
  const figures: Figure[] = [];
  const yardstick = byPgbench(postgres.adminUrl, clients, seconds);
  if (yardstick !== null) figures.push({ ...yardstick, unit: 'transactions' });
  figures.push({ ...(await byDriver(postgres.adminUrl, clients, seconds)), unit: 'transactions' });
  const add = async (name: string, once: (turn: number) => Promise<number>) =>
    figures.push({ name, perSecond: await rate(clients, seconds, once), unit: 'postings' });
  await add('entries one by one, a transaction each', (turn) => post(turn, 1, 'single'));
  await add(`entries in bulk, ${BULK_ENTRIES} a transaction`, (turn) => post(turn, BULK_ENTRIES, 'bulk'));
  await add('payments one by one: event, fold, postings, read model, proof', pay);
  await close();
  const base = figures[0]?.perSecond ?? 1;
  console.log(
    `| ${clients} clients, ${seconds} s each | per second | of ${figures[0]?.name} |\n|---|---|---|`,
  );
  for (const { name, perSecond, unit } of figures)
    console.log(`| ${name} | ${perSecond.toFixed(0)} ${unit} | ${(perSecond / base).toFixed(2)} |`);
}

const { values } = parseArgs({
  options: { clients: { type: 'string', default: '4' }, seconds: { type: 'string', default: '10' } },
});
withOwnPostgres((postgres) => measure(postgres, Number(values.clients), Number(values.seconds))).catch(
  (error) => {
    console.error(error);
    process.exitCode = 1;
  },
);
