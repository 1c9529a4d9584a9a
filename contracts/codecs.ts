import { z } from 'zod';
import { fromDay, isDate, toDay } from '../domain/calendar/civil-day';
import { type Decimal, formatDecimal, fromPercent, isDecimal } from '../domain/money/decimal';
import { isMinor, parseMinor } from '../domain/money/parse-minor';

/** An amount in minor units as decimal-integer text on the wire, exact inside. */
export const minorCodec = z.codec(z.string().refine(isMinor, 'an amount in minor units'), z.bigint(), {
  decode: (text) => parseMinor(text),
  encode: (minor) => minor.toString(),
});

/** An amount that cannot be negative. */
export const unsignedMinorCodec = minorCodec.refine((minor) => minor >= 0n, 'must not be negative');

/** An amount that moves something. */
export const positiveMinorCodec = minorCodec.refine((minor) => minor > 0n, 'must be positive');

/** A date `YYYY-MM-DD` on the wire, a civil day inside. */
export const dayCodec = z.codec(z.string().refine(isDate, 'a date YYYY-MM-DD'), z.number().int(), {
  decode: (text) => toDay(text),
  encode: (day) => fromDay(day),
});

const decimalPart = z.object({ units: z.bigint(), scale: z.number().int().min(0) });

function percentText({ units, scale }: Decimal): string {
  return formatDecimal(
    scale >= 2 ? { units, scale: scale - 2 } : { units: units * 10n ** BigInt(2 - scale), scale: 0 },
  );
}

/** A rate as percent with its sign (`"12%"`, `"4.35%"`) on the wire, the exact fraction inside. */
export const percentCodec = z.codec(
  z
    .string()
    .refine((text) => text.endsWith('%') && isDecimal(text.slice(0, -1)), 'a percentage such as "4.35%"'),
  decimalPart,
  { decode: (text) => fromPercent(text.slice(0, -1)), encode: (rate) => `${percentText(rate)}%` },
);
