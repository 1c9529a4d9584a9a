import { z } from 'zod';

/** The outside parties whose answers underwriting knows by name; a further source is a row with its own code. */
export const sourceCodes = [
  'identity',
  'telecom',
  'bank_card',
  'bureau',
  'anti_fraud',
  'court',
  'registry',
  'tax',
] as const;

/** One of the parties that underwriting knows by name. */
export const sourceCode = z.enum(sourceCodes);
export type SourceCode = z.infer<typeof sourceCode>;
