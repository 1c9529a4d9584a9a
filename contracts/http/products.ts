import { z } from 'zod';
import { RepaymentMethod } from '../policy/product';
import { Code, Minor, Named } from './common';

/** A product on offer. */
export const Product = z
  .object({
    code: z.string(),
    version: z.int(),
    names: Named,
    summary: Named,
    customerType: z.enum(['person', 'company']),
    category: z.string(),
    currency: z.string(),
    minAmountMinor: Minor,
    maxAmountMinor: Minor,
    termsMonths: z.array(z.int()),
    purposes: z.array(z.string()),
    methods: z.array(RepaymentMethod),
    period: z.object({ unit: z.enum(['day', 'week', 'month', 'year']), every: z.int() }),
    baseRateBps: z.int(),
    rateRange: z
      .object({ minBps: z.int(), maxBps: z.int() })
      .nullable()
      .meta({ description: 'Lowest and highest rate of the price table' }),
    drawing: z
      .object({ maxDraws: z.int(), availableMonths: z.int(), minDrawMinor: Minor })
      .nullable()
      .meta({ description: 'How the approved amount may be drawn in stages; null: all of it at once' }),
    fees: z.array(z.string()).meta({ description: 'Codes of fees that are charged beside interest' }),
    prepaymentFees: z
      .array(z.object({ beforeMonths: z.int(), feeBps: z.int() }))
      .meta({ description: 'Share of an early repayment that is charged before a month of the loan' }),
    consents: z.array(z.string()),
    documents: z
      .array(z.object({ kind: z.string(), names: Named }))
      .meta({ description: 'What the checklist may ask for' }),
  })
  .meta({ id: 'Product' });

/** A consent text in force: show it, then send its code, version and the hash of the shown language. */
export const ConsentText = z
  .object({
    code: z.string(),
    version: z.int(),
    titles: Named,
    texts: Named,
    hashes: z.object({ zh: z.string(), en: z.string() }),
    purposes: z.array(z.string()),
    separate: z.boolean(),
  })
  .meta({ id: 'ConsentText' });

export const ProductParams = z.strictObject({ code: Code });
