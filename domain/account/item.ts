/** What a borrower can owe: 费用, 罚息, 复利, 利息, 本金. */
export const items = ['fee', 'penalty', 'compound', 'interest', 'principal'] as const;
export type Item = (typeof items)[number];

/** One amount per item. */
export type Amounts = Record<Item, bigint>;

export function noAmounts(): Amounts {
  return { fee: 0n, penalty: 0n, compound: 0n, interest: 0n, principal: 0n };
}

/** The same amounts, free to change on their own. */
export function copyOf({ fee, penalty, compound, interest, principal }: Readonly<Amounts>): Amounts {
  return { fee, penalty, compound, interest, principal };
}

/** Adds amounts to a total, item by item. */
export function addTo(total: Amounts, more: Readonly<Amounts>): void {
  total.fee += more.fee;
  total.penalty += more.penalty;
  total.compound += more.compound;
  total.interest += more.interest;
  total.principal += more.principal;
}

export function sumOf(amounts: Readonly<Amounts>): bigint {
  return amounts.fee + amounts.penalty + amounts.compound + amounts.interest + amounts.principal;
}
