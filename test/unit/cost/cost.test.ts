import oracle from 'xirr';
import { toDay } from '../../../domain/calendar/civil-day';
import { passesCap } from '../../../domain/cost/cap';
import { cashFlowsOf, costOf } from '../../../domain/cost/cost-of';
import { compoundAnnual, irr, percentText, xirr } from '../../../domain/cost/irr';
import { solveRate } from '../../../domain/cost/solve-rate';
import { fromPercent } from '../../../domain/money/decimal';
import { buildSchedule } from '../../../domain/schedule/build-schedule';
import type { FeeTerm, ScheduleTerms } from '../../../domain/schedule/terms';
import { chinaTerms } from '../schedule/china-terms';

const fee = (over: Partial<FeeTerm>): FeeTerm => ({
  code: 'fee',
  when: { kind: 'upfront' },
  amount: { kind: 'fixed', amountMinor: 200_000n },
  taken: 'paid',
  ...over,
});

function cost(terms: ScheduleTerms) {
  const found = costOf(terms, buildSchedule(terms));
  if (found === null) throw new Error('no cost');
  return found;
}

const shown = (rate: number) => (rate * 100).toFixed(2);

describe('annualised cost (综合融资成本)', () => {
  it('equals the rate when nothing else is charged', () => {
    const { simple, compound } = cost(chinaTerms());
    expect([shown(simple), shown(compound)]).toEqual(['12.00', '12.68']);
  });

  it('counts an upfront fee, paid or withheld alike', () => {
    const paid = cost(chinaTerms({ fees: [fee({})] }));
    expect([shown(paid.simple), shown(paid.compound)]).toEqual(['15.85', '17.06']);
    expect(cost(chinaTerms({ fees: [fee({ taken: 'withheld' })] })).simple).toBeCloseTo(paid.simple, 12);
  });

  it('passes a 24% cap in simple terms and fails it in compound ones', () => {
    const guarantee = fee({ when: { kind: 'each-row' }, amount: { kind: 'fixed', amountMinor: 50_000n } });
    const found = cost(chinaTerms({ fees: [guarantee] }));
    expect([shown(found.simple), shown(found.compound)]).toEqual(['22.53', '25.01']);
    expect(passesCap(found, { annualRate: 0.24, basis: 'simple' })).toBe(true);
    expect(passesCap(found, { annualRate: 0.24, basis: 'compound' })).toBe(false);
    expect(found.items.map(({ code, amountMinor }) => [code, amountMinor])).toEqual([
      ['interest', 661_853n],
      ['fee', 600_000n],
    ]);
    expect(found.items[1]?.way).toBe('with-each-row');
    expect(found.totalCostMinor).toBe(1_261_853n);
  });

  it('shows what a flat 7.2% really costs', () => {
    const flat = cost(
      chinaTerms({ principalMinor: 1_200_000n, annualRate: fromPercent('7.2'), method: { kind: 'flat' } }),
    );
    expect(percentText(flat.periodRate ?? 0)).toBe('1.086185');
    expect([shown(flat.simple), shown(flat.compound)]).toEqual(['13.03', '13.84']);
  });

  it('goes by dates where periods are not equal', () => {
    const terms = chinaTerms({ tranches: [{ on: toDay('2026-04-01'), amountMinor: 1_000_000n }] });
    const found = cost(terms);
    expect(found.periodRate).toBeNull();
    expect(found.compound).toBe(found.xirr);
  });
});

describe('rate solver', () => {
  it('agrees with an independent one on irregular dates', () => {
    const terms = chinaTerms({ disbursedOn: toDay('2026-03-10'), fees: [fee({})], periods: 7 });
    const flows = cashFlowsOf(buildSchedule(terms));
    const expected = oracle(
      flows.map(({ on, amountMinor }) => ({ amount: Number(amountMinor), when: new Date(on * 86_400_000) })),
    );
    expect(xirr(flows)).toBeCloseTo(expected, 6);
  });

  it('bisects where Newton strays', () => {
    const value = (rate: number) => Math.cbrt(rate - 0.3);
    expect(solveRate({ value, slope: () => Number.NaN })).toBeCloseTo(0.3, 9);
  });

  it('has no answer without payments in both directions', () => {
    expect(irr([100n, 50n])).toBeNull();
    expect(compoundAnnual(0.01, 12)).toBeCloseTo(0.126825, 6);
  });
});
