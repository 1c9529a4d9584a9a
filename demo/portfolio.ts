import type { Ending } from './ending';

/** Totals over the loans of one currency, in its minor units. */
export interface Portfolio {
  readonly currency: string;
  readonly paidOutMinor: bigint;
  readonly repaidMinor: bigint;
  readonly interestMinor: bigint;
  readonly penaltyMinor: bigint;
  readonly feeMinor: bigint;
  readonly outstandingMinor: bigint;
  readonly overdueMinor: bigint;
  readonly suspenseMinor: bigint;
}

/** What a portfolio is summed from. */
export type Lent = Pick<Ending, 'loan'>;

/** Currencies that somebody applied in, the house's first. */
export function currenciesOf(endings: readonly { application: { currency: string } }[]): string[] {
  return [...new Set(['CNY', ...endings.map(({ application }) => application.currency)])];
}

/** What was paid out, came back and is still owed in a currency; an approved amount that was never drawn is none of them. */
export function portfolioOf(endings: readonly Lent[], currency: string): Portfolio {
  const loans = endings.flatMap(({ loan }) => (loan?.currency === currency ? [loan] : []));
  const total = (amounts: readonly string[]) => amounts.reduce((sum, each) => sum + BigInt(each), 0n);
  return {
    currency,
    paidOutMinor: total(loans.map(({ disbursedMinor }) => disbursedMinor)),
    repaidMinor: total(loans.map(({ paid }) => paid.principal)),
    interestMinor: total(loans.map(({ paid }) => paid.interest)),
    penaltyMinor: total(loans.flatMap(({ paid }) => [paid.penalty, paid.compound])),
    feeMinor: total(loans.map(({ paid }) => paid.fee)),
    outstandingMinor: total(loans.map(({ balances }) => balances.principalMinor)),
    overdueMinor: total(loans.map(({ balances }) => balances.overdueMinor)),
    suspenseMinor: total(loans.map(({ balances }) => balances.suspenseMinor)),
  };
}
