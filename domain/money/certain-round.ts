import type { RoundingMode } from './rounding';

const largest = 2 ** 46;

/** Whether a mode looks only at halves, so that a distance from the half decides it. */
export function roundsAtHalf(mode: RoundingMode): boolean {
  return mode === 'half-up' || mode === 'half-even' || mode === 'half-down';
}

/** Nearest integer of a number known to `error`, or null where the error could change it. It lets plain arithmetic stand in for exact arithmetic only where both must agree. */
export function certainRound(value: number, error: number): number | null {
  if (!(value >= 0 && value < largest)) return null;
  const below = Math.floor(value);
  const fromHalf = value - below - 0.5;
  if (fromHalf > error) return below + 1;
  return fromHalf < -error ? below : null;
}
