import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import type { RepaymentMethod } from '../../ui/repayment-methods';

export interface QuoteAsked {
  productCode: string;
  principalMinor: string;
  months: number;
  method: RepaymentMethod | undefined;
  rateBps: number;
  /** Day of the payout (YYYY-MM-DD); today unless said, which on a test clock is another day. */
  on?: string;
}

/** Plan, totals and annualised cost of a loan of a product at a rate. */
export function useQuote(asked: QuoteAsked, enabled = true) {
  const { productCode, principalMinor, months, method, rateBps, on } = asked;
  return useQuery({
    queryKey: ['quote', asked],
    queryFn: async () =>
      answerOf(
        await api.POST('/v1/products/{code}/quotes', {
          params: { path: { code: productCode } },
          body: { amountMinor: principalMinor, termMonths: months, method, rateBps, disbursedOn: on },
        }),
      ),
    staleTime: 600_000,
    enabled,
  });
}
