import { invariant } from '../invariant';

/** How a value between two representable ones is settled; which one applies is product data. */
export type RoundingMode = 'half-up' | 'half-even' | 'half-down' | 'up' | 'down' | 'floor' | 'ceil';

function roundsAway(mode: RoundingMode, negative: boolean, odd: boolean, half: number): boolean {
  switch (mode) {
    case 'half-up':
      return half >= 0;
    case 'half-down':
      return half > 0;
    case 'half-even':
      return half > 0 || (half === 0 && odd);
    case 'up':
      return true;
    case 'down':
      return false;
    case 'floor':
      return negative;
    case 'ceil':
      return !negative;
  }
}

/** Exact quotient of two integers brought to an integer; the one place where rounding happens. */
export function divRound(numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
  invariant(denominator !== 0n, 'division by zero');
  const quotient = numerator / denominator;
  const rest = numerator - quotient * denominator;
  if (rest === 0n) return quotient;
  const negative = rest < 0n !== denominator < 0n;
  const twice = 2n * (rest < 0n ? -rest : rest);
  const whole = denominator < 0n ? -denominator : denominator;
  const half = twice === whole ? 0 : twice > whole ? 1 : -1;
  const odd = (quotient & 1n) === 1n;
  if (!roundsAway(mode, negative, odd, half)) return quotient;
  return negative ? quotient - 1n : quotient + 1n;
}

/** a × b ÷ c rounded once, the shape of every interest and penalty formula. */
export function mulDivRound(a: bigint, b: bigint, c: bigint, mode: RoundingMode): bigint {
  return divRound(a * b, c, mode);
}
