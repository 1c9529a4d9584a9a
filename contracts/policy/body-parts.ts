import { z } from 'zod';

/** The two languages that every text for people has. */
export const Bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
export type Bilingual = z.infer<typeof Bilingual>;

/** A code of ours: upper or lower case words, short enough for a column and a URL. */
export const Code = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,59}$/);

/** An amount in minor units that is not negative, as a decimal integer string. */
export const AmountMinor = z.string().regex(/^(0|[1-9]\d{0,17})$/);

/** A civil day of the lender. */
export const CivilDate = z.iso.date();

/** A decimal number kept exact as text: weights, betas, percentages with fractions. */
export const DecimalText = z.string().regex(/^-?(0|[1-9]\d*)(\.\d+)?$/);

/** Basis points, whole. */
export const Bps = z.int().min(0).max(1_000_000);

/** 期限品种 of the LPR: one year, or five years and more. */
export const LprTenor = z.enum(['1Y', '5Y']);

/** Who may borrow under a policy. */
export const CustomerType = z.enum(['person', 'company']);
export type CustomerType = z.infer<typeof CustomerType>;
