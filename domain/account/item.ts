/** What a borrower can owe: 费用, 罚息, 复利, 利息, 本金. */
export const items = ['fee', 'penalty', 'compound', 'interest', 'principal'] as const;
export type Item = (typeof items)[number];

/** One amount per item. */
export type Amounts = Record<Item, bigint>;

export function noAmounts(): Amounts {
  return { fee: 0n, penalty: 0n, compound: 0n, interest: 0n, principal: 0n };
}

export function sumOf(amounts: Readonly<Amounts>): bigint {
  return amounts.fee + amounts.penalty + amounts.compound + amounts.interest + amounts.principal;
}
