import type { Client } from 'pg';
import type { Message } from '../sandbox-desk';
import type { Check } from './check';

/** What the lender queued arrived, and nothing else did. */
export async function checkMessages(
  client: Client,
  clockId: string,
  arrived: readonly Message[],
): Promise<Check> {
  const { rows } = await client.query<{ template: string; status: string; count: string }>(
    'select template, status, count(*)::text as count from messages where clock_id = $1 group by 1, 2',
    [clockId],
  );
  const unsent = rows.filter(({ status }) => status !== 'sent');
  const queued = rows.reduce((sum, { count }) => sum + Number(count), 0);
  const wrong = unsent.map(({ template, status, count }) => `${count} × ${template} ${status}`);
  if (queued !== arrived.length) wrong.push(`${queued} were written, ${arrived.length} arrived`);
  return { what: `all ${queued} messages arrived in the inbox`, wrong };
}
