import { divRound, type RoundingMode } from '../money/rounding';

/** A rate per period as an exact fraction. */
export interface PeriodRate {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export interface AnnuityTerms {
  readonly principalMinor: bigint;
  /** Left for the last row on top of its instalment; zero but for a balloon. */
  readonly balloonMinor: bigint;
  readonly rate: PeriodRate;
  readonly periods: number;
  /** Whole periods before the first instalment: 0 when it falls due with the payout. */
  readonly firstAfter: 0 | 1;
}

const fixedBits = 128n;

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** (1 + r)^n between two bounds at 128 fractional bits, `ceiling` 0 for the lower and 1 for the upper one. */
function boundedGrowth(base: bigint, exponent: number, ceiling: bigint): bigint {
  const top = 1n << fixedBits;
  const carry = ceiling * (top - 1n);
  let result = top;
  let square = base;
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = (result * square + carry) >> fixedBits;
    if (rest > 1) square = (square * square + carry) >> fixedBits;
  }
  return result;
}

/** 等额本息 A = P·r·(1+r)^n ÷ ((1+r)^n − 1), that ÷ (1+r) when the first falls due at once, rounded once to a multiple of `quantum`. Bounds decide it; the full fraction only when they do not. */
export function annuityInstalment(terms: AnnuityTerms, quantum: bigint, mode: RoundingMode): bigint {
  const { principalMinor, balloonMinor, periods } = terms;
  if (terms.rate.numerator === 0n) {
    return divRound(principalMinor - balloonMinor, BigInt(periods) * quantum, mode) * quantum;
  }
  const common = gcd(terms.rate.numerator, terms.rate.denominator);
  const rate = terms.rate.numerator / common;
  const unit = terms.rate.denominator / common;
  const perPeriod = terms.firstAfter === 1 ? unit : unit + rate;
  const instalmentAt = (growth: bigint, one: bigint) => {
    const numerator = (principalMinor * growth - balloonMinor * one) * rate;
    return divRound(numerator, (growth - one) * perPeriod * quantum, mode) * quantum;
  };
  if (balloonMinor <= principalMinor) {
    const lowest = ((unit + rate) << fixedBits) / unit;
    const one = 1n << fixedBits;
    const most = instalmentAt(boundedGrowth(lowest, periods, 0n), one);
    const least = instalmentAt(boundedGrowth(lowest + 1n, periods, 1n), one);
    if (most === least) return most;
  }
  const exponent = BigInt(periods);
  return instalmentAt((unit + rate) ** exponent, unit ** exponent);
}
