import { z } from 'zod';
import { ProductBody, RepaymentMethod } from '../policy/product';
import { CivilDate, Id, PositiveMinor } from './common';

const asked = {
  amountMinor: PositiveMinor,
  termMonths: z.int().min(1).max(360),
  rateBps: z
    .int()
    .min(0)
    .max(10_000)
    .optional()
    .meta({ description: 'The base rate of the product unless said' }),
  method: RepaymentMethod.optional().meta({ description: 'The first of the product unless said' }),
  disbursedOn: CivilDate.optional().meta({ description: 'Today unless said' }),
};

/** What a loan of a product on offer would look like. */
export const QuoteProduct = z
  .strictObject({
    ...asked,
    clockId: Id('clk').optional().meta({ description: 'Test clock whose today counts' }),
  })
  .meta({ id: 'QuoteProduct' });

/** What a loan of a product would look like as the product stands in a form, saved or not. */
export const QuoteDraft = z.strictObject({ ...asked, product: ProductBody }).meta({ id: 'QuoteDraft' });
