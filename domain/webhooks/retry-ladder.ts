/** Seconds between tries of a delivery; about three days in all. */
const LADDER = [5, 60, 300, 1_800, 7_200, 21_600, 43_200, 86_400, 86_400];

/** Days of unbroken failure after which an endpoint is switched off. */
export const DISABLE_AFTER_DAYS = 5;

/** When to try again after this many tries, or null to give up. `spread` in [0, 1) sets tries of many deliveries apart by a tenth. */
export function nextDelaySeconds(
  attempts: number,
  spread: number,
  retryAfterSeconds: number | null,
): number | null {
  const step = LADDER[attempts - 1];
  if (step === undefined) return null;
  const wished = Math.min(retryAfterSeconds ?? 0, 86_400);
  return Math.max(Math.round(step * (1 + spread / 10)), wished);
}
