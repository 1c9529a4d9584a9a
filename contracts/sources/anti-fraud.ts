import { z } from 'zod';
import { code, count, sharePercent } from './figures';

/** Multi-lender applications (多头) and fraud signals; a higher score is a worse one. */
export const antiFraudResult = z.strictObject({
  scorePoints: z.int().min(0).max(100).nullable(),
  applications7d: count,
  applications1m: count,
  applications3m: count,
  applications6m: count,
  applications12m: count,
  lenders7d: count,
  lenders1m: count,
  lenders3m: count,
  lenders12m: count,
  nonBankLenders3m: count,
  nightSharePercent: sharePercent,
  blacklisted: z.boolean(),
  hits: z.array(code),
});
export type AntiFraudResult = z.infer<typeof antiFraudResult>;
