import { z } from 'zod';
import type { TaxResult } from '../../../contracts/sources/tax';
import { busy, type Dialect, need, shaped, unknownCode } from '../dialect';
import { sumMinor, yuanToMinor } from '../yuan';

const ratio = z.string().regex(/^(0(\.\d+)?|1(\.0+)?)$/);

const answer = z.object({
  code: z.string(),
  data: z
    .object({
      creditLevel: z.enum(['A', 'B', 'M', 'C', 'D']),
      arrears: z.string(),
      salesByMonth: z.array(z.string()).length(24),
      purchases12m: z.string(),
      topCustomerRatio: ratio,
      topSupplierRatio: ratio,
    })
    .nullable(),
});

const percent = (share: string) => Math.round(Number(share) * 100);

/** Tax and invoice summary by the company's authorisation (税务); it may take minutes and is then asked for again. */
export const taxDialect: Dialect = {
  request: (subject, ctx) => ({
    method: 'POST',
    path: '/v1/summary',
    body: { uscc: need(subject, 'uscc', 'tax'), authNo: ctx.consentId ?? undefined },
  }),
  read: (raw, party) => {
    const { code, data } = shaped(answer, raw, party);
    if (code === 'PENDING') return { ok: false, kind: 'pending', billable: false };
    if (code === 'NO_RECORD') return { ok: false, kind: 'no_record', billable: false };
    if (code !== 'SUCCESS') return busy(party);
    if (!data) return unknownCode(party);
    const sales = data.salesByMonth.map((amount) => yuanToMinor(party, amount));
    return {
      ok: true,
      billable: true,
      result: {
        creditGrade: data.creditLevel,
        arrearsMinor: yuanToMinor(party, data.arrears),
        sales12mMinor: sumMinor(sales.slice(12)),
        salesPrior12mMinor: sumMinor(sales.slice(0, 12)),
        purchases12mMinor: yuanToMinor(party, data.purchases12m),
        monthlySalesMinor: sales,
        monthsWithoutSales24m: sales.filter((amount) => amount === '0').length,
        topCustomerSharePercent: percent(data.topCustomerRatio),
        topSupplierSharePercent: percent(data.topSupplierRatio),
      } satisfies TaxResult,
    };
  },
};
