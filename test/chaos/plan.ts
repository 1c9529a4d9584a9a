import { MOMENTS, type Moment } from './moments';

/** Parts that are killed; the sandbox is the outside world and stays. */
export const VICTIMS = ['worker', 'temporal', 'postgres', 'api'] as const;
export type Victim = (typeof VICTIMS)[number];
export type Place = Moment | 'random';

/** Hits in each special moment that a long run must show. */
const WANTED_HITS = 5;
/** Share of the faults for each special moment, the rest at random; few loans draw, and each a few times. */
const SHARES: Readonly<Record<Moment, number>> = {
  payout: 0.2,
  debit: 0.2,
  'continue-as-new': 0.2,
  draw: 0.1,
};

/** How often each place is to be hit. */
export type Plan = Readonly<Record<Place, number>>;

export function planOf(faults: number): Plan {
  const plan = { payout: 0, debit: 0, 'continue-as-new': 0, draw: 0, random: 0 };
  let open = faults;
  for (const moment of MOMENTS) {
    plan[moment] = Math.min(Math.max(1, Math.floor(faults * SHARES[moment])), open);
    open -= plan[moment];
  }
  return { ...plan, random: open };
}

/** Whether random kills are ahead of the aimed ones, which come when the loans get there: both are to fall all along. */
export function randomIsAhead(plan: Plan, done: { random: number; aimed: number }): boolean {
  const aimed = MOMENTS.reduce((sum, moment) => sum + plan[moment], 0);
  return aimed > 0 && done.random * aimed > done.aimed * plan.random;
}

/** Hits without which a run has not shown what it was asked to show. */
export const leastHits = (plan: Plan, moment: Moment): number => Math.min(WANTED_HITS, plan[moment]);

/** Kills after which a moment that keeps being missed is given up. */
export const mostKills = (plan: Plan, moment: Moment): number => 2 * plan[moment] + 4;

/** The part to kill next in a place: each in turn, every place beginning with another. */
export function victimOf(place: Place, killsThere: number): Victim {
  const first = place === 'random' ? MOMENTS.length : MOMENTS.indexOf(place);
  return VICTIMS[(first + killsThere) % VICTIMS.length] ?? 'worker';
}
