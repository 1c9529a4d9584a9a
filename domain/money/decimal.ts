import { invariant } from '../invariant';
import { divRound, type RoundingMode } from './rounding';

/** An exact decimal, `units ÷ 10^scale`. Rates are kept so, never as binary fractions. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

const decimalPattern = /^-?\d{1,20}(\.\d{1,20})?$/;

/** Tells whether a border string is a plain decimal number. */
export function isDecimal(text: string): boolean {
  return decimalPattern.test(text);
}

/** Reads a plain decimal such as `"4.35"`; the border has validated it. */
export function parseDecimal(text: string): Decimal {
  invariant(isDecimal(text), 'not a decimal number');
  const [whole = '', fraction = ''] = text.split('.');
  return { units: BigInt(whole + fraction), scale: fraction.length };
}

/** A ten-thousandth part: 1,200 basis points are 12% are 0.12. */
export function fromBps(bps: number): Decimal {
  invariant(Number.isSafeInteger(bps), 'basis points must be whole');
  return { units: BigInt(bps), scale: 4 };
}

/** A millionth part, for daily rates such as 日万分之五 (500 ppm). */
export function fromPpm(ppm: number): Decimal {
  invariant(Number.isSafeInteger(ppm), 'parts per million must be whole');
  return { units: BigInt(ppm), scale: 6 };
}

/** The fraction that a percentage stands for: `"12"` is 0.12. */
export function fromPercent(text: string): Decimal {
  const percent = parseDecimal(text);
  return { units: percent.units, scale: percent.scale + 2 };
}

/** Smallest form of the same number, so that equal numbers have equal parts. */
export function normalise(value: Decimal): Decimal {
  let { units, scale } = value;
  while (scale > 0 && units % 10n === 0n) {
    units /= 10n;
    scale -= 1;
  }
  return { units, scale };
}

export function addDecimal(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return {
    units: a.units * 10n ** BigInt(scale - a.scale) + b.units * 10n ** BigInt(scale - b.scale),
    scale,
  };
}

export function multiplyDecimal(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale };
}

/** The same number with a fixed count of decimals. */
export function toScale(value: Decimal, scale: number, mode: RoundingMode): Decimal {
  if (scale >= value.scale) return { units: value.units * 10n ** BigInt(scale - value.scale), scale };
  return { units: divRound(value.units, 10n ** BigInt(value.scale - scale), mode), scale };
}

/** Plain text of the number, all its decimals shown. */
export function formatDecimal({ units, scale }: Decimal): string {
  const text = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const sign = units < 0n ? '-' : '';
  return scale === 0 ? sign + text : `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`;
}
