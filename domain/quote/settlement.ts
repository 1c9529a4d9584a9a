import type { Day } from '../calendar/civil-day';
import { least } from '../money/least';
import type { Bucket, QuoteAllocation } from './quote';

/** Amounts by what they settle. */
export type Amounts = Record<Bucket, bigint>;

export const noAmounts = (): Amounts => ({ penalty: 0n, fee: 0n, interest: 0n, principal: 0n });

export const sumOf = (amounts: Amounts): bigint =>
  amounts.penalty + amounts.fee + amounts.interest + amounts.principal;

/** What one row received, and when. */
export class RowAccount {
  readonly paid = noAmounts();
  readonly receipts: { readonly on: Day; readonly amounts: Amounts }[] = [];

  constructor(readonly dueOn: Day) {}

  /** Takes from a payment what the row still asks, bucket by bucket; returns what was taken. */
  receive(on: Day, availableMinor: bigint, asked: Amounts, order: readonly Bucket[]): Amounts {
    const taken = noAmounts();
    let left = availableMinor;
    for (const bucket of order) {
      const open = asked[bucket] - this.paid[bucket];
      if (open <= 0n || left === 0n) continue;
      taken[bucket] = least(open, left);
      this.paid[bucket] += taken[bucket];
      left -= taken[bucket];
    }
    if (left < availableMinor) this.receipts.push({ on, amounts: taken });
    return taken;
  }

  paidBy(predicate: (on: Day) => boolean): bigint {
    return this.receipts.reduce((sum, { on, amounts }) => (predicate(on) ? sum + sumOf(amounts) : sum), 0n);
  }
}

/** A row that a payment meets, and what it settles there first. */
export interface Meeting {
  readonly index: number;
  readonly order: readonly Bucket[];
}

/** Rows in the order in which a payment of that day meets them: overdue and due ones, then those still to come. */
export function meetingOrder(
  accounts: readonly RowAccount[],
  on: Day,
  allocation: QuoteAllocation,
): { readonly due: readonly Meeting[]; readonly later: readonly Meeting[] } {
  const indexes = accounts.map((_, index) => index);
  const dueOn = (index: number) => accounts[index]?.dueOn ?? on;
  const due = indexes.filter((index) => dueOn(index) <= on);
  const later = indexes.filter((index) => dueOn(index) > on);
  if (allocation.future === 'last-row') later.reverse();
  return {
    due: due.map((index) => ({ index, order: allocation.due })),
    later: later.map((index) => ({ index, order: allocation.inAdvance })),
  };
}

/** 预还均摊: a sum in equal parts over all who can take them, the odd cents with the last; what some cannot take goes round again. */
export function spreadOver<T>(
  receivers: readonly T[],
  amountMinor: bigint,
  take: (receiver: T, offeredMinor: bigint) => bigint,
): bigint {
  let left = amountMinor;
  let taking = receivers;
  while (left > 0n && taking.length > 0) {
    const each = left / BigInt(taking.length);
    const odd = left - each * BigInt(taking.length);
    const last = taking.at(-1);
    taking = taking.filter((receiver) => {
      const offered = receiver === last ? each + odd : each;
      const taken = take(receiver, offered);
      left -= taken;
      return taken === offered;
    });
  }
  return left;
}
