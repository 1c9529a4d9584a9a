import { sql } from 'drizzle-orm';
import { CALL_TASKS, NOT_CONNECTED, OTHER_PERSON } from '../../domain/collections/call-outcome';
import type { ContactsToday } from '../../domain/collections/contact-limits';
import { invariant } from '../../domain/invariant';
import type { Queryable, Tx } from '../client';
import { compiledSql } from '../compiled';

/** Keys of the messages that the overdue ladder sends begin so; other messages are not collection. */
export const LADDER_KEYS = 'escalate/';

/** Whose contacts, on which time line, from which instant to before which. */
export interface ContactDay {
  readonly customerId: string;
  readonly clockId: string | null;
  readonly from: Date;
  readonly to: Date;
}

const within = (
  column: 'created_at' | 'closed_at',
) => sql`${sql.raw(column)} >= ${sql.placeholder('from')}::timestamptz
  and ${sql.raw(column)} < ${sql.placeholder('to')}::timestamptz`;
const theirs = sql`customer_id = ${sql.placeholder('customerId')} and
  clock_id is not distinct from ${sql.placeholder('clockId')}::text`;
/** A person may say how often they dialled; whoever does not say dialled once. */
const attempts = sql`case when details->>'attempts' ~ '^[1-9][0-9]?$' then (details->>'attempts')::int else 1 end`;
const listed = (codes: readonly string[]) => sql.raw(codes.map((code) => `'${code}'`).join(', '));

const countContacts = compiledSql<{ [K in keyof ContactsToday]: number }>(sql`
  with calls as (
    select outcome, ${attempts} as attempts from tasks
    where ${theirs} and status = 'done' and kind in (${listed(CALL_TASKS)}) and ${within('closed_at')})
  select
    (select count(*)::int from messages where ${theirs} and ${within('created_at')}
      and starts_with(key, ${sql.raw(`'${LADDER_KEYS}'`)})) as "messages",
    (select count(*)::int from calls where outcome = ${sql.raw(`'${OTHER_PERSON}'`)}) as "otherContacts",
    (select coalesce(sum(attempts), 0)::int from calls
      where outcome <> ${sql.raw(`'${OTHER_PERSON}'`)}) as "callAttempts",
    (select count(*)::int from calls
      where outcome not in (${listed([OTHER_PERSON, ...NOT_CONNECTED])})) as "callsConnected"`);

/** What was done on a day to reach a debtor, over all their loans. */
export async function contactsOn(q: Queryable, day: ContactDay): Promise<ContactsToday> {
  const { from, to, ...whose } = day;
  const { rows } = await countContacts(q, { ...whose, from: from.toISOString(), to: to.toISOString() });
  const [row] = rows;
  invariant(row, 'a count has one row');
  return row;
}

/** From here to the end of the transaction nobody else counts on this debtor: two of their loans do not share one place. */
export async function holdContacts(tx: Tx, customerId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`contacts/${customerId}`}, 0))`);
}

const sentAmong = compiledSql<{ key: string }>(
  sql`select key from messages where key = any(${sql.placeholder('keys')}::text[])`,
);

/** Which of these messages were written before. */
export async function writtenMessages(q: Queryable, keys: readonly string[]): Promise<Set<string>> {
  const { rows } = await sentAmong(q, { keys });
  return new Set(rows.map(({ key }) => key));
}
