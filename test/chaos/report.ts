import type { Kill } from './faults';
import { MOMENTS } from './moments';
import { leastHits, type Place, type Plan } from './plan';

const PLACES: readonly Place[] = [...MOMENTS, 'random'];

function row(cells: readonly (string | number)[]): string {
  const [first = '', ...rest] = cells.map(String);
  return `  ${first.padEnd(12)}${rest.map((cell) => cell.padStart(16)).join('')}`;
}

/** Kills by part and by the place they fell in; aimed ones that missed count as random. */
export function killTable(kills: readonly Kill[]): string {
  const fell = kills.map(({ part, place, hit }) => ({ part, place: hit ? place : ('random' as const) }));
  const parts = [...new Set(fell.map(({ part }) => part))].sort();
  const count = (part: string | null, place: Place | null) =>
    fell.filter((kill) => (part ?? kill.part) === kill.part && (place ?? kill.place) === kill.place).length;
  return [
    row(['killed', ...PLACES, 'all']),
    ...parts.map((part) => row([part, ...PLACES.map((place) => count(part, place)), count(part, null)])),
    row(['all', ...PLACES.map((place) => count(null, place)), count(null, null)]),
  ].join('\n');
}

/** Special moments that were hit less often than the plan needs. */
export function missedMoments(kills: readonly Kill[], plan: Plan): string[] {
  return MOMENTS.flatMap((moment) => {
    const hits = kills.filter(({ place, hit }) => hit && place === moment).length;
    const least = leastHits(plan, moment);
    return hits < least ? [`only ${hits} kills fell into a ${moment}, ${least} were wanted`] : [];
  });
}
