import { invariant } from '../invariant';
import { divRound, type RoundingMode } from './rounding';

/** A number held to 19 significant digits (half-even), `units ÷ 10^scale`; the arithmetic of the unequal-period convention. */
export interface Significant {
  readonly units: bigint;
  readonly scale: number;
}

const precision = 19;
const powers = Array.from({ length: 80 }, (_, exponent) => 10n ** BigInt(exponent));
const limit = 10n ** 19n;

function power(exponent: number): bigint {
  return powers[exponent] ?? 10n ** BigInt(exponent);
}

function digitCount(magnitude: bigint): number {
  const guess = Math.max(1, Math.floor(Math.log10(Number(magnitude))) + 1);
  if (magnitude >= power(guess)) return guess + 1;
  return guess > 1 && magnitude < power(guess - 1) ? guess - 1 : guess;
}

/** Division by a positive divisor to the nearest integer, ties to even. */
function nearestEven(numerator: bigint, divisor: bigint): bigint {
  const quotient = numerator / divisor;
  const twice = 2n * (numerator - quotient * divisor);
  if (twice >= 0n)
    return twice > divisor || (twice === divisor && (quotient & 1n) === 1n) ? quotient + 1n : quotient;
  return -twice > divisor || (-twice === divisor && (quotient & 1n) === 1n) ? quotient - 1n : quotient;
}

/** Brings an exact decimal to 19 significant digits. */
export function significant(units: bigint, scale: number): Significant {
  const magnitude = units < 0n ? -units : units;
  if (magnitude < limit) return { units, scale };
  const excess = digitCount(magnitude) - precision;
  const rounded = nearestEven(units, power(excess));
  if (rounded === limit || rounded === -limit) return { units: rounded / 10n, scale: scale - excess - 1 };
  return { units: rounded, scale: scale - excess };
}

export const zero: Significant = { units: 0n, scale: 0 };
export const one: Significant = { units: 1n, scale: 0 };

export function plus(a: Significant, b: Significant): Significant {
  if (a.scale === b.scale) return significant(a.units + b.units, a.scale);
  if (a.scale > b.scale) return significant(a.units + b.units * power(a.scale - b.scale), a.scale);
  return significant(a.units * power(b.scale - a.scale) + b.units, b.scale);
}

export function minus(a: Significant, b: Significant): Significant {
  return plus(a, { units: -b.units, scale: b.scale });
}

export function times(a: Significant, b: Significant): Significant {
  return significant(a.units * b.units, a.scale + b.scale);
}

/** Quotient to 19 digits; a terminating quotient is exact. */
export function over(a: Significant, b: Significant): Significant {
  invariant(b.units !== 0n, 'division by zero');
  if (a.units === 0n) return zero;
  const negative = a.units < 0n !== b.units < 0n;
  const top = a.units < 0n ? -a.units : a.units;
  const bottom = b.units < 0n ? -b.units : b.units;
  let shift = precision + digitCount(bottom) - digitCount(top);
  if (shift < 0) shift = 0;
  let scaled = top * power(shift);
  let quotient = scaled / bottom;
  if (quotient >= limit) {
    const excess = digitCount(quotient) - precision;
    const divisor = bottom * power(excess);
    quotient = nearestEven(scaled, divisor);
    shift -= excess;
  } else {
    if (quotient * 10n < limit) {
      scaled *= 10n;
      shift += 1;
    }
    quotient = nearestEven(scaled, bottom);
  }
  return significant(negative ? -quotient : quotient, shift + a.scale - b.scale);
}

/** The number brought to an integer count of units at a scale: the last step to money. */
export function toUnits(value: Significant, scale: number, mode: RoundingMode = 'half-even'): bigint {
  if (value.scale <= scale) return value.units * power(scale - value.scale);
  const divisor = power(value.scale - scale);
  return mode === 'half-even' ? nearestEven(value.units, divisor) : divRound(value.units, divisor, mode);
}
