import { dateOf } from '../moment';
import type { AccountSetting, BankEntry, BankOrder, BankRecord, StatementFlaw } from './records';

/** What the lender holds in each of its accounts, one for each currency, when a clock's books open: one hundred million of two decimals. */
export const openingMinor = 10_000_000_000n;

/** A card of one clock; behind it is an account for each currency. */
type Card = { readonly clockId: string | null; readonly cardNo: string };

const cardKey = ({ clockId, cardNo }: Card) => `${clockId ?? 'live'}|${cardNo}`;
const accountKey = (card: Card, currency: string) => `${cardKey(card)}|${currency}`;

/** What was set for a card's account in one currency, and what moved on it since. */
type Account = { setting: AccountSetting | null; movedMinor: bigint };

/** What one of the lender's accounts comes to: its opening, its balance, and what moved by kind. */
export type Control = {
  readonly currency: string;
  readonly openingMinor: bigint;
  readonly balanceMinor: bigint;
  readonly totals: Readonly<Partial<Record<BankEntry['kind'], { count: number; amountMinor: bigint }>>>;
};

/** An entry as it changes the lender's account: money in is positive. */
export const signedMinor = (entry: Pick<BankEntry, 'side' | 'amountMinor'>): bigint =>
  entry.side === 'credit' ? BigInt(entry.amountMinor) : -BigInt(entry.amountMinor);

/** The lender's accounts after some entries, one for each currency that moved, by its code. */
export function controlsOf(entries: readonly BankEntry[]): Control[] {
  return [...new Set(entries.map(({ currency }) => currency))].sort().map((currency) => {
    const totals: { [kind in BankEntry['kind']]?: { count: number; amountMinor: bigint } } = {};
    let balanceMinor = openingMinor;
    for (const entry of entries.filter((each) => each.currency === currency)) {
      const { count, amountMinor } = totals[entry.kind] ?? { count: 0, amountMinor: 0n };
      totals[entry.kind] = { count: count + 1, amountMinor: amountMinor + BigInt(entry.amountMinor) };
      balanceMinor += signedMinor(entry);
    }
    return { currency, openingMinor, balanceMinor, totals };
  });
}

function wageDays(fromOn: string, untilOn: string, dayOfMonth: number): number {
  const months = (on: string) =>
    Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - (Number(on.slice(8)) < dayOfMonth ? 1 : 0);
  return Math.max(0, months(untilOn) - months(fromOn));
}

/** The bank's own books, rebuilt from its journal alone: orders, entries on the lender's account, borrowers' accounts. */
export class Books {
  readonly orders = new Map<string, BankOrder>();
  readonly lost = new Set<string>();
  readonly entries: BankEntry[] = [];
  readonly transfers = new Map<string, { bodyHash: string; bankRef: string }>();
  readonly flaws: StatementFlaw[] = [];
  private readonly accounts = new Map<string, Account>();
  private readonly debitsOf = new Map<string, number>();

  apply(record: BankRecord): void {
    switch (record.t) {
      case 'order':
        this.orders.set(record.order.orderNo, record.order);
        if (record.order.kind === 'debit')
          this.debitsOf.set(cardKey(record.order), this.debitOrders(record.order) + 1);
        break;
      case 'lost':
        this.lost.add(record.orderNo);
        break;
      case 'entry':
        this.entries.push(record.entry);
        // What leaves the lender's account comes to the borrower's.
        this.account(record.entry, record.entry.currency).movedMinor -= signedMinor(record.entry);
        break;
      case 'transfer':
        this.transfers.set(record.transferNo, { bodyHash: record.bodyHash, bankRef: record.bankRef });
        break;
      case 'account': {
        const account = this.account(record.setting, record.setting.currency);
        account.setting = record.setting;
        account.movedMinor = 0n;
        break;
      }
      case 'flaw':
        this.flaws.push(record.flaw);
        break;
    }
  }

  /** What the borrower has in a currency at an instant; null means the account never runs short. */
  balance(card: Card, currency: string, nowMs: number): bigint | null {
    const account = this.accounts.get(accountKey(card, currency));
    const setting = account?.setting;
    if (!account || !setting || setting.balanceMinor === null) return null;
    const wages = setting.wage
      ? BigInt(wageDays(dateOf(setting.atMs), dateOf(nowMs), setting.wage.dayOfMonth)) *
        BigInt(setting.wage.amountMinor)
      : 0n;
    return BigInt(setting.balanceMinor) + account.movedMinor + wages;
  }

  /** How many debit orders this card has had before. */
  debitOrders(card: Card): number {
    return this.debitsOf.get(cardKey(card)) ?? 0;
  }

  /** Entries of one clock that have happened by an instant, in order of time. */
  happened(clockId: string | null, nowMs: number): BankEntry[] {
    return this.entries
      .filter((entry) => entry.clockId === clockId && entry.atMs <= nowMs)
      .sort((a, b) => a.atMs - b.atMs);
  }

  private account(card: Card, currency: string): Account {
    const key = accountKey(card, currency);
    const found = this.accounts.get(key) ?? { setting: null, movedMinor: 0n };
    this.accounts.set(key, found);
    return found;
  }
}
