import type { Day } from '../calendar/civil-day';

/** Days that bear no interest, from (counted) to (not counted). */
export interface Pause {
  readonly from: Day;
  readonly to: Day;
}

/** Adds a pause to others, so that the list stays sorted and no day is counted twice. */
export function withPause(pauses: readonly Pause[], added: Pause): Pause[] {
  const merged: Pause[] = [];
  for (const pause of [...pauses, added].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last === undefined || pause.from > last.to) merged.push(pause);
    else merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, pause.to) };
  }
  return merged;
}

/** Days of a stretch that no pause covers. */
export function activeDays(pauses: readonly Pause[], from: Day, to: Day): number {
  let days = to - from;
  for (const pause of pauses) days -= Math.max(0, Math.min(to, pause.to) - Math.max(from, pause.from));
  return days;
}

/** Whether a day falls into a pause. */
export function isPaused(pauses: readonly Pause[], on: Day): boolean {
  return pauses.some((pause) => pause.from <= on && on < pause.to);
}
