import { z } from 'zod';
import { count, positiveMinorAmount, sharePercent } from './figures';

/** Tax and invoice figures of a company, by its authorisation (税务): two years of sales, arrears and the credit grade. */
export const taxResult = z.strictObject({
  creditGrade: z.enum(['A', 'B', 'M', 'C', 'D']),
  arrearsMinor: positiveMinorAmount,
  sales12mMinor: positiveMinorAmount,
  salesPrior12mMinor: positiveMinorAmount,
  purchases12mMinor: positiveMinorAmount,
  monthlySalesMinor: z.array(positiveMinorAmount).length(24),
  monthsWithoutSales24m: count,
  topCustomerSharePercent: sharePercent,
  topSupplierSharePercent: sharePercent,
});
export type TaxResult = z.infer<typeof taxResult>;
