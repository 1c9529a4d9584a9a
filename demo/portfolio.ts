import type { Ending } from './ending';

/** Totals over the loans of the demo, in minor units. */
export interface Portfolio {
  readonly paidOutMinor: bigint;
  readonly repaidMinor: bigint;
  readonly interestMinor: bigint;
  readonly penaltyMinor: bigint;
  readonly feeMinor: bigint;
  readonly outstandingMinor: bigint;
  readonly overdueMinor: bigint;
  readonly suspenseMinor: bigint;
}

/** What was paid out, came back and is still owed; an approved amount that was never drawn is none of them. */
export function portfolioOf(endings: readonly Ending[]): Portfolio {
  const loans = endings.flatMap(({ loan }) => (loan === null ? [] : [loan]));
  const total = (amounts: readonly string[]) => amounts.reduce((sum, each) => sum + BigInt(each), 0n);
  return {
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
