import { z } from 'zod';
import { count } from './figures';

/** Carrier check of name, ID number and phone (运营商三要素); virtual number ranges cannot be checked. */
export const telecomResult = z.strictObject({
  outcome: z.enum(['match', 'mismatch', 'no_record', 'unsupported']),
  mismatched: z.array(z.enum(['name', 'id_number'])),
  operator: z.enum(['mobile', 'unicom', 'telecom', 'broadnet', 'virtual', 'unknown']),
  tenureMonths: count.nullable(),
});
export type TelecomResult = z.infer<typeof telecomResult>;
