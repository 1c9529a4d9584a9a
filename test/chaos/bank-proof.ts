import type { Pool } from 'pg';
import { z } from 'zod';
import { chart } from '../../domain/ledger/chart';

const Books = z.object({
  entryCount: z.number(),
  accounts: z.array(z.object({ currency: z.string(), openingMinor: z.string(), balanceMinor: z.string() })),
  entries: z.array(
    z.object({
      kind: z.string(),
      side: z.enum(['credit', 'debit']),
      orderNo: z.string().nullable(),
      amountMinor: z.string(),
      currency: z.string(),
    }),
  ),
});

const CASH = [chart.bank.code, chart.clearing.code];

/** What both sides say about the orders of one kind: order number → amount with its currency. */
interface Both {
  kind: 'payout' | 'debit';
  ours: Map<string, string>;
  bank: { orderNo: string; amountMinor: string; currency: string }[];
}

function compare({ kind, ours, bank }: Both): string[] {
  const seen = new Map<string, string>();
  const wrong: string[] = [];
  for (const { orderNo, amountMinor, currency } of bank) {
    const amount = `${amountMinor} ${currency}`;
    if (seen.has(orderNo)) wrong.push(`${kind} ${orderNo} moved money twice at the bank`);
    seen.set(orderNo, amount);
    const own = ours.get(orderNo);
    if (own === undefined)
      wrong.push(`double ${kind}: the bank moved ${amount} for ${orderNo}, which we do not know`);
    else if (own !== amount) wrong.push(`${kind} ${orderNo}: we say ${own}, the bank says ${amount}`);
  }
  for (const orderNo of ours.keys())
    if (!seen.has(orderNo))
      wrong.push(`${kind} ${orderNo} is confirmed here, but not in the books of the bank`);
  return wrong;
}

/** The bank's own books of one clock against what we recorded and booked: each order once, the same amounts, the same cash in each currency. */
export async function bankProof(pool: Pool, sandbox: string, clockId: string): Promise<string[]> {
  const response = await fetch(`${sandbox}/bank/books?clock=${clockId}&limit=100000&all=true`);
  const books = Books.parse(await response.json());
  const wrong: string[] = [];
  for (const kind of ['payout', 'debit'] as const) {
    const { rows } = await pool.query<{ key: string; amount: string }>(
      `select key, amount_minor::text || ' ' || currency as amount from ${kind}s where clock_id = $1 and status = 'confirmed'`,
      [clockId],
    );
    const bank = books.entries.flatMap((entry) =>
      entry.kind === kind && entry.orderNo !== null ? [{ ...entry, orderNo: entry.orderNo }] : [],
    );
    wrong.push(...compare({ kind, ours: new Map(rows.map((row) => [row.key, row.amount])), bank }));
  }
  const { rows } = await pool.query<{ application_id: string }>(
    `select application_id from payouts where clock_id = $1 and status = 'confirmed' and draw_of is null
     group by application_id having count(*) > 1`,
    [clockId],
  );
  wrong.push(...rows.map((row) => `${row.application_id} was paid out more than once`));
  const moved = new Map(
    books.accounts.map((one) => [one.currency, BigInt(one.balanceMinor) - BigInt(one.openingMinor)]),
  );
  const cash = await cashOf(pool, clockId);
  for (const currency of new Set([...cash.keys(), ...moved.keys()])) {
    const [ours, theirs] = [cash.get(currency) ?? 0n, moved.get(currency) ?? 0n];
    if (ours !== theirs)
      wrong.push(`${currency} of ${clockId}: the ledger says ${ours}, the bank says ${theirs}`);
  }
  return wrong;
}

/** What the ledger says moved at the bank and at its payment channels, by currency. */
async function cashOf(pool: Pool, clockId: string): Promise<Map<string, bigint>> {
  const { rows } = await pool.query<{ currency: string; cash: string }>(
    `select e.currency, sum(p.amount_minor)::text as cash from postings p
     join journal_entries e on e.id = p.entry_id where e.clock_id = $1 and p.account_code = any($2)
     group by e.currency`,
    [clockId, CASH],
  );
  return new Map(rows.map(({ currency, cash }) => [currency, BigInt(cash)]));
}
