import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { civilDay } from '../../ui/when';

type Request = components['schemas']['QuoteRequest'];

const METHODS = ['equal-instalment', 'equal-principal', 'interest-only', 'bullet'] as const;
const ORDER = ['fee', 'penalty', 'interest', 'principal'] as const;
/** What a plain loan leaves unsaid: the API's own defaults. */
const USUAL: Omit<Request, 'principalMinor' | 'periods' | 'method' | 'annualRatePercent' | 'disbursedOn'> = {
  convention: 'china',
  currency: 'CNY',
  period: { unit: 'month', every: 1 },
  dayCount: '30/360',
  downPaymentTaken: false,
  fees: [],
  events: [],
  asOf: null,
  recalculation: { kind: 'none' },
  allocation: { due: [...ORDER], inAdvance: [...ORDER], future: 'next-row' },
};

export interface QuoteAsked {
  principalMinor: string;
  months: number;
  method: string;
  rateBps: number;
  /** Day of the payout (YYYY-MM-DD); today unless said, which on a test clock is another day. */
  on?: string;
}

/** Plan, totals and annualised cost of terms at a rate. */
export function useQuote({ principalMinor, months, method, rateBps, on }: QuoteAsked, enabled = true) {
  const disbursedOn = on ?? civilDay(Date.now());
  const kind = METHODS.find((one) => one === method) ?? 'equal-instalment';
  return useQuery({
    queryKey: ['quote', principalMinor, months, kind, rateBps, disbursedOn],
    queryFn: async () =>
      answerOf(
        await api.POST('/v1/quotes', {
          body: {
            ...USUAL,
            principalMinor,
            periods: months,
            method: { kind },
            annualRatePercent: (rateBps / 100).toFixed(2),
            disbursedOn,
          },
        }),
      ),
    staleTime: 600_000,
    enabled,
  });
}
