import type { Kill } from '../../chaos/faults';
import { leastHits, mostKills, type Place, planOf, randomIsAhead, VICTIMS, victimOf } from '../../chaos/plan';
import { missedMoments } from '../../chaos/report';

const PLACES: Place[] = ['payout', 'debit', 'continue-as-new', 'draw', 'random'];

describe('the plan of a chaos run', () => {
  it('spreads forty faults so that each special moment is hit at least five times, a draw four', () => {
    const plan = planOf(40);
    expect(plan).toEqual({ payout: 8, debit: 8, 'continue-as-new': 8, draw: 4, random: 12 });
    expect([leastHits(plan, 'debit'), leastHits(plan, 'draw')]).toEqual([5, 4]);
    expect(mostKills(plan, 'debit')).toBeGreaterThan(plan.debit);
  });

  it.each([0, 1, 2, 6, 19, 100])('makes %i faults, no more and no less', (faults) => {
    const plan = planOf(faults);
    expect(PLACES.reduce((sum, place) => sum + plan[place], 0)).toBe(faults);
  });

  it('kills each part in each place', () => {
    for (const place of PLACES)
      expect(new Set([0, 1, 2, 3].map((kills) => victimOf(place, kills)))).toEqual(new Set(VICTIMS));
  });

  it('lets random kills wait for aimed ones, unless there are none', () => {
    const plan = planOf(40);
    expect(randomIsAhead(plan, { random: 0, aimed: 0 })).toBe(false);
    expect(randomIsAhead(plan, { random: 1, aimed: 0 })).toBe(true);
    expect(randomIsAhead(plan, { random: 5, aimed: 12 })).toBe(false);
    const randomOnly = { payout: 0, debit: 0, 'continue-as-new': 0, draw: 0, random: 5 };
    expect(randomIsAhead(randomOnly, { random: 3, aimed: 0 })).toBe(false);
  });

  it('counts kills that missed, or that nobody could judge, as no hits', () => {
    const hit = (place: Place, hits: Kill['hit'][]): Kill[] =>
      hits.map((one) => ({ part: 'worker', place, hit: one }));
    const kills = [
      ...hit('payout', [true, true, true, true, true]),
      ...hit('debit', [true, true, true, true, true, true]),
      ...hit('continue-as-new', [true, true, true, true, false, null]),
      ...hit('draw', [true, true, true]),
    ];
    expect(missedMoments(kills, planOf(40))).toEqual([
      'only 4 kills fell into a continue-as-new, 5 were wanted',
      'only 3 kills fell into a draw, 4 were wanted',
    ]);
  });
});
