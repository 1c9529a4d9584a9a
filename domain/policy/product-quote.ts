import type { RateCapBody } from '../../contracts/policy/origination';
import type { ProductBody } from '../../contracts/policy/product';
import type { QuoteRefusal, QuoteResult } from '../../contracts/quote';
import { toDay } from '../calendar/civil-day';
import type { WorkdayCalendarData } from '../calendar/workday-calendar';
import { answerTo } from '../quote/quote-of';
import { refusalOfTerms } from '../quote/refusal';
import type { OfferedTerms } from '../underwriting/decision';
import { capOn } from '../underwriting/rate-cap';
import { scheduleTermsOf } from './account-terms';
import { tableShares } from './custom-table';

/** What a plan of a product depends on; without a cap its cost is held against none. */
export interface QuotePolicies {
  readonly product: ProductBody;
  readonly calendar: WorkdayCalendarData;
  readonly rateCap: RateCapBody | null;
}

/** The plan and the annualised cost of a loan of the product, by the terms that its contract and account would have. */
export function productQuote(
  { product, calendar, rateCap }: QuotePolicies,
  asked: OfferedTerms,
  disbursedOn: string,
): QuoteResult | QuoteRefusal {
  if (!product.repayment.methods.includes(asked.method))
    return {
      ok: false,
      code: 'METHOD_NOT_OFFERED',
      pointer: '/method',
      message: 'the product does not offer this method',
    };
  if (asked.method === 'custom' && tableShares(product.repayment, asked.termMonths) === null)
    return {
      ok: false,
      code: 'TABLE_MISSING',
      pointer: '/termMonths',
      message: 'the product has no table of this method for the term',
    };
  const terms = scheduleTermsOf({ product, calendar }, asked, toDay(disbursedOn));
  const refusal = refusalOfTerms(terms);
  if (refusal !== null) return refusal;
  const cap = rateCap === null ? undefined : capOn(rateCap, disbursedOn);
  const input = {
    terms,
    events: [],
    asOf: null,
    recalculation: { kind: 'none' },
    downPaymentTaken: false,
  } as const;
  const order = ['fee', 'penalty', 'interest', 'principal'] as const;
  return answerTo(
    { ...input, allocation: { due: order, inAdvance: order, future: 'next-row' } },
    {
      fees: product.fees.map(({ code, names }) => ({ code, name: names.zh })),
      ...(cap && { cap: { annualPercent: String(cap.capPercent), basis: cap.basis } }),
    },
  );
}
