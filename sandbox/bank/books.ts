import { dateOf } from '../moment';
import type { AccountSetting, BankEntry, BankOrder, BankRecord, StatementFlaw } from './records';

/** What the lender holds in each of its accounts, one for each currency, when a clock's books open: one hundred million of two decimals. */
export const openingMinor = 10_000_000_000n;

const accountKey = (clockId: string | null, cardNo: string) => `${clockId ?? 'live'}|${cardNo}`;

type Account = { setting: AccountSetting | null; movedMinor: bigint; debitOrders: number };

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

  apply(record: BankRecord): void {
    switch (record.t) {
      case 'order':
        this.orders.set(record.order.orderNo, record.order);
        if (record.order.kind === 'debit')
          this.account(record.order.clockId, record.order.cardNo).debitOrders += 1;
        break;
      case 'lost':
        this.lost.add(record.orderNo);
        break;
      case 'entry':
        this.entries.push(record.entry);
        this.account(record.entry.clockId, record.entry.cardNo).movedMinor +=
          record.entry.side === 'debit'
            ? BigInt(record.entry.amountMinor)
            : -BigInt(record.entry.amountMinor);
        break;
      case 'transfer':
        this.transfers.set(record.transferNo, { bodyHash: record.bodyHash, bankRef: record.bankRef });
        break;
      case 'account': {
        const account = this.account(record.setting.clockId, record.setting.cardNo);
        account.setting = record.setting;
        account.movedMinor = 0n;
        break;
      }
      case 'flaw':
        this.flaws.push(record.flaw);
        break;
    }
  }

  /** What the borrower has at an instant; null means the account never runs short. */
  balance(clockId: string | null, cardNo: string, nowMs: number): bigint | null {
    const account = this.accounts.get(accountKey(clockId, cardNo));
    const setting = account?.setting;
    if (!account || !setting || setting.balanceMinor === null) return null;
    const wages = setting.wage
      ? BigInt(wageDays(dateOf(setting.atMs), dateOf(nowMs), setting.wage.dayOfMonth)) *
        BigInt(setting.wage.amountMinor)
      : 0n;
    return BigInt(setting.balanceMinor) + account.movedMinor + wages;
  }

  /** How many debit orders this card has had before. */
  debitOrders(clockId: string | null, cardNo: string): number {
    return this.accounts.get(accountKey(clockId, cardNo))?.debitOrders ?? 0;
  }

  /** Entries of one clock that have happened by an instant, in order of time. */
  happened(clockId: string | null, nowMs: number): BankEntry[] {
    return this.entries
      .filter((entry) => entry.clockId === clockId && entry.atMs <= nowMs)
      .sort((a, b) => a.atMs - b.atMs);
  }

  private account(clockId: string | null, cardNo: string): Account {
    const key = accountKey(clockId, cardNo);
    const found = this.accounts.get(key) ?? { setting: null, movedMinor: 0n, debitOrders: 0 };
    this.accounts.set(key, found);
    return found;
  }
}
