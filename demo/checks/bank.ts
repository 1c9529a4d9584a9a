import type { Client } from 'pg';
import type { BankBooks } from '../sandbox-desk';
import { type Check, differences } from './check';

interface Moved extends Record<string, string> {
  ref: string;
  amount: string;
}

/** Each order or payment with its currency, since two of one number in two currencies are not the same money. */
const PAYOUTS = `select key || ' ' || currency as ref, amount_minor::text as amount from payouts
  where clock_id = $1 and status in ('confirmed', 'returned')`;
const RETURNS = `select key || ' ' || currency as ref, amount_minor::text as amount from payouts
  where clock_id = $1 and status = 'returned'`;
const DEBITS = `select key || ' ' || currency as ref, amount_minor::text as amount from debits
  where clock_id = $1 and status = 'confirmed'`;
const TRANSFERS = `select payer_ref || ' ' || currency as ref, amount_minor::text as amount from payments
  where clock_id = $1 and source = 'transfer'`;

/** Every payout, return, debit and transfer is in the bank's own books with the same amount and currency, and the other way round. */
export async function checkBank(client: Client, clockId: string, books: BankBooks): Promise<Check> {
  const ours = async (query: string) => {
    const { rows } = await client.query<Moved>(query, [clockId]);
    return new Map(rows.map(({ ref, amount }) => [ref, BigInt(amount)]));
  };
  const theirs = (kind: BankBooks['entries'][number]['kind']) => {
    const sums = new Map<string, bigint>();
    for (const entry of books.entries.filter((each) => each.kind === kind)) {
      const ref = `${entry.orderNo ?? entry.bankRef} ${entry.currency}`;
      sums.set(ref, (sums.get(ref) ?? 0n) + BigInt(entry.amountMinor));
    }
    return sums;
  };
  const sides = ['ours', "the bank's"] as const;
  return {
    what: "payouts, returns, debits and transfers equal the bank's own books, both ways",
    wrong: [
      ...differences(sides, await ours(PAYOUTS), theirs('payout')),
      ...differences(sides, await ours(RETURNS), theirs('payout_return')),
      ...differences(sides, await ours(DEBITS), theirs('debit')),
      ...differences(sides, await ours(TRANSFERS), theirs('transfer')),
    ],
  };
}
