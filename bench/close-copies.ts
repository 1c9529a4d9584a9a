import type { Client } from 'pg';

/** Loans copied in one statement: what a statement keeps in memory stays small. */
const CHUNK = 50_000;

async function columnsOf(admin: Client, table: string): Promise<string[]> {
  const { rows } = await admin.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_schema = 'public' and table_name = $1 order by ordinal_position`,
    [table],
  );
  return rows.map((row) => row.name);
}

const named = (column: string) => `t.${column} || '.' || k`;
/** Ids of loans sort by time, and loans of all kinds are made every day: copies of all templates lie side by side. */
const loanNamed = (column: string) => `'loan_' || lpad(k::text, 8, '0') || substr(t.${column}, 14)`;
const ofLoan = { loan_id: loanNamed('loan_id') };
const COPIED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  loans: { id: loanNamed('id'), application_id: named('application_id'), customer_id: named('customer_id') },
  loan_accruals: ofLoan,
  accrual_segments: ofLoan,
  loan_events: { id: named('id'), idempotency_key: named('idempotency_key'), ...ofLoan },
  journal_entries: { id: named('id'), idempotency_key: named('idempotency_key'), ...ofLoan },
  postings: { entry_id: named('entry_id'), ...ofLoan },
};

/** Indexes of a table beside those of its constraints, as statements that make them. */
async function indexesOf(admin: Client, table: string): Promise<{ name: string; definition: string }[]> {
  const { rows } = await admin.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
     where i.indrelid = $1::regclass and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)`,
    [table],
  );
  return rows;
}

async function copyTable(
  admin: Client,
  table: string,
  replaced: Readonly<Record<string, string>>,
  times: { readonly copies: number; readonly step: number },
): Promise<void> {
  const names = await columnsOf(admin, table);
  const values = names.map((name) => replaced[name] ?? `t.${name}`).join(', ');
  const indexes = await indexesOf(admin, table);
  for (const { name } of indexes) await admin.query(`drop index ${name}`);
  await admin.query(`create temp table template as select * from ${table}`);
  for (let from = 1; from <= times.copies; from += times.step) {
    const to = Math.min(times.copies, from + times.step - 1);
    await admin.query(
      `insert into ${table} (${names.join(', ')}) select ${values} from generate_series(${from}, ${to}) k, template t order by k`,
    );
  }
  await admin.query('drop table template');
  for (const { definition } of indexes) await admin.query(definition);
}

/** Copies every booked loan with its events, entries and accruals, as they stand, until there are so many loans. */
export async function multiply(admin: Client, loans: number, templates: number): Promise<void> {
  const copies = Math.ceil(loans / templates) - 1;
  const step = Math.ceil(CHUNK / templates);
  await admin.query(`set session_replication_role = 'replica'`);
  await admin.query(`set maintenance_work_mem = '1GB'`);
  for (const [table, replaced] of Object.entries(COPIED))
    await copyTable(admin, table, replaced, { copies, step });
  await admin.query(`set session_replication_role = 'origin'`);
  await admin.query('vacuum analyze');
}
