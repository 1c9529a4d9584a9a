import type { Client } from 'pg';
import { encodeAccountTerms } from '../../contracts/account-terms';
import { newId } from '../../contracts/ids';
import type { Db } from '../../db/client';
import { bookTo } from '../../db/repositories/book';
import { createLoan } from '../../db/repositories/loans';
import { type Day, fromDay } from '../../domain/calendar/civil-day';
import { booksTerms } from './books-terms';

/** Loans with a transaction on each day; the reads draw from them. */
const BUSY = 500;
/** Loans of the portfolio copied in one statement. */
const AT_ONCE = 100_000;

const ID = `'loan_' || lpad(to_hex(g), 26, '0')`;
const APPLICATION = `'app_' || lpad(to_hex(g), 26, '0')`;

interface Wanted {
  readonly loans: number;
  readonly days: number;
  readonly today: Day;
}

/** One loan booked through the one writer with a payment on each day, the last one today. */
async function bookBusy(db: Db, { days, today }: Wanted): Promise<string> {
  const start = today - days;
  const applicationId = newId('app');
  const loan = await db.transaction((tx) =>
    createLoan(tx, {
      ...{ applicationId, customerId: 'cus_bench', productCode: 'bench', productVersion: 1, clockId: null },
      terms: encodeAccountTerms(booksTerms(start, 30_000_000n, 36)),
    }),
  );
  const book = async (day: Day, body: Parameters<typeof bookTo>[1]['newEvents'][0]['body']) => {
    const on = fromDay(day);
    const newEvents = [
      { body, effectiveOn: on, idempotencyKey: `${loan.id}/${on}/${body.type}`, actor: 'bench' },
    ];
    const outcome = await db.transaction((tx) =>
      bookTo(tx, { loanId: loan.id, on, clockId: null, newEvents }),
    );
    if (!outcome.ok) throw new Error(outcome.code);
  };
  await book(start, {
    type: 'disbursed',
    payoutId: 'out_bench',
    amountMinor: '30000000',
    withheldMinor: '0',
  });
  for (let day = 1; day <= days; day++)
    await book(start + day, { type: 'repaid', paymentId: `pay_${day}`, amountMinor: '33000' });
  return loan.id;
}

async function columnsOf(admin: Client, table: string): Promise<string[]> {
  const { rows } = await admin.query(
    'select column_name as name from information_schema.columns where table_schema = $1 and table_name = $2 order by ordinal_position',
    ['public', table],
  );
  return rows.map((row) => row.name);
}

/** The portfolio: one really booked loan, copied set-based with its application, and its events to some hundred of the copies. */
export async function makePortfolio(admin: Client, db: Db, wanted: Wanted): Promise<string[]> {
  await admin.query(
    `insert into customers (id, kind, sealed, id_index, masked_name, masked_id, created_at)
     values ('cus_bench', 'person', '', 'bench', '张*', '110***', now())`,
  );
  const template = await bookBusy(db, wanted);
  await admin.query(`set session_replication_role = 'replica'`);
  const copy = async (
    table: string,
    replaced: Readonly<Record<string, string>>,
    where: string,
    series: string,
  ) => {
    const names = await columnsOf(admin, table);
    const values = names.map((name) => replaced[name] ?? `t.${name}`);
    await admin.query(
      `insert into ${table} (${names.join(', ')}) select ${values.join(', ')} from ${table} t, ${series} g where ${where}`,
    );
  };
  const busy = `generate_series(1, ${BUSY})`;
  const ofTemplate = `t.loan_id = '${template}'`;
  await copy(
    'loan_events',
    { id: `t.id || '.' || g`, loan_id: ID, idempotency_key: `t.idempotency_key || '.' || g` },
    ofTemplate,
    busy,
  );
  for (let from = 1; from <= wanted.loans; from += AT_ONCE) {
    const series = `generate_series(${from}, ${Math.min(wanted.loans, from + AT_ONCE - 1)})`;
    await copy('loans', { id: ID, application_id: APPLICATION }, `t.id = '${template}'`, series);
    await admin.query(
      `insert into applications (id, customer_id, product_code, product_version, amount_minor, term_months, purpose, method, channel, stage, stage_since, declared, created_by, created_at, updated_at)
       select ${APPLICATION}, 'cus_bench', 'bench', 1, 30000000, 36, 'daily', 'equal-instalment', 'api', 'REPAYING', now(), '{}', 'bench', now(), now() from ${series} g`,
    );
  }
  await admin.query(`set session_replication_role = 'origin'`);
  await admin.query('vacuum analyze');
  const { rows } = await admin.query(`select ${ID} as id from ${busy} g`);
  return rows.map((row) => row.id);
}
