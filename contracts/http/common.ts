import { z } from 'zod';
import type { IdPrefix } from '../ids';

/** An id of one kind in a path or a body. */
export const Id = (prefix: IdPrefix) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}_[0-9a-hjkmnp-tv-z]{26}$`))
    .meta({ description: `Id \`${prefix}_…\``, example: `${prefix}_${'0'.repeat(26)}` });

/** Any id as the API gives it. */
export const AnyId = z.string().meta({ example: 'app_00000000000000000000000000' });

/** An amount asked for: minor units of the currency as a decimal-integer string, more than nothing. */
export const PositiveMinor = z
  .string()
  .regex(/^[1-9]\d{0,14}$/)
  .meta({ id: 'PositiveAmount', description: 'Minor units (fen) as a string', example: '1000000' });

/** An amount told: minor units as a decimal-integer string. */
export const Minor = z
  .string()
  .regex(/^-?\d+$/)
  .meta({ id: 'Amount', description: 'Minor units (fen) as a string', example: '1000000' });

/** A currency by its ISO code. */
export const Currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .meta({ example: 'CNY' });
/** The currency that figures are asked in. */
export const OwnCurrency = Currency.optional().meta({
  description: 'If left out CNY, or where there are books but none in CNY the first of theirs',
});

/** A date of the business calendar. */
export const CivilDate = z.iso.date().meta({ example: '2026-03-01' });
/** An instant in UTC. */
export const Instant = z.iso.datetime().meta({ example: '2026-03-01T02:00:00.000Z' });
/** A code of the house: reasons, purposes, document kinds. */
export const Code = z.string().regex(/^[A-Za-z][A-Za-z0-9_.-]{0,59}$/);
/** Codes, each once. */
export const Codes = z
  .array(Code)
  .max(20)
  .refine((codes) => new Set(codes).size === codes.length, 'duplicate');
/** Free text of a person; stored sealed. */
export const Comment = z.string().trim().min(1).max(2_000);

/** What every list takes: how many at most, and where to go on. */
export const PageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,1000}$/)
    .optional()
    .meta({ description: '`nextCursor` of the former page' }),
};

/** A page of a list. */
export const Page = <T extends z.ZodType>(item: T) =>
  z.object({ data: z.array(item), nextCursor: z.string().nullable() });

/** A name in both languages. */
export const Named = z.object({ zh: z.string(), en: z.string() });
