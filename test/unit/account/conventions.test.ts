import { decodeAccountTerms, encodeAccountTerms } from '../../../contracts/account-terms';
import { accruedAt } from '../../../domain/account/accrual-segment';
import { toDay } from '../../../domain/calendar/civil-day';
import { fromPercent } from '../../../domain/money/decimal';
import type { ConventionName } from '../../../domain/schedule/conventions';
import { dues, early, event, instalment, on, out, paid, planned, terms } from './sample';

const conventions: readonly ConventionName[] = ['china', 'unequal-annuity', 'constant-rate'];
const mode = (convention: ConventionName) => (convention === 'china' ? 'half-up' : 'half-even');
const product = (convention: ConventionName) =>
  terms({ schedule: { convention, rounding: { mode: mode(convention), decimals: 2 } } });

/** Twelve months; the first three instalments are paid as the plan asks, then a part is repaid early. */
describe.each(conventions)('operations under the %s convention', (convention) => {
  const of = product(convention);
  const start = out('2026-01-10');
  const first = paid('2026-02-10', instalment(planned(on('2026-01-10', of, [start]))[0]) ?? 0n);
  const onTime = [start, first];
  const before = planned(on('2026-02-10', of, onTime));

  it('keeps the term and lowers the instalment', () => {
    const account = on('2026-02-10', of, [...onTime, early('2026-02-10', 2_000_000n, 'lower-instalment')]);
    const after = planned(account);
    expect(dues(account)).toEqual(dues(on('2026-02-10', of, onTime)));
    const wanted = instalment(before[0]) ?? 0n;
    const now = instalment(after[0]) ?? 0n;
    expect(now < wanted).toBe(true);
    const left = after.reduce((sum, row) => sum + row.charged.principal, 0n);
    expect(left).toBe(before.reduce((sum, row) => sum + row.charged.principal, 0n) - 2_000_000n);
    for (const row of after.slice(0, -1)) {
      const gap = (instalment(row) ?? 0n) - now;
      expect(gap >= -1n && gap <= 1n).toBe(true);
    }
  });

  it('keeps the instalment and ends sooner', () => {
    const account = on('2026-02-10', of, [...onTime, early('2026-02-10', 2_000_000n, 'shorter-term')]);
    const after = planned(account);
    expect(after.length).toBeLessThan(before.length);
    expect(instalment(after[0])).toBe(instalment(before[0]));
    expect((instalment(after.at(-1)) ?? 0n) <= (instalment(before[0]) ?? 0n)).toBe(true);
  });

  it('spreads a second payout over the rows that are left', () => {
    const more = { ...out('2026-02-10', 3_000_000n), key: 'second' };
    const half = terms({
      schedule: { ...of.schedule, principalMinor: 13_000_000n },
    });
    const account = on('2026-02-10', half, [start, first, more]);
    const after = planned(account);
    expect(after).toHaveLength(before.length);
    const principal = after.reduce((sum, row) => sum + row.charged.principal, 0n);
    expect(principal).toBe(before.reduce((sum, row) => sum + row.charged.principal, 0n) + 3_000_000n);
    expect((instalment(after[0]) ?? 0n) > (instalment(before[0]) ?? 0n)).toBe(true);
  });
});

describe('a period broken by a new rate whose row takes a share of the whole period', () => {
  const disbursedOn = '2026-07-10';
  const of = terms({
    schedule: {
      ...{
        convention: 'constant-rate',
        disbursedOn: toDay(disbursedOn),
        rounding: { mode: 'half-even', decimals: 2 },
      },
      period: { unit: 'month', every: 3 },
    },
  });
  const halved = event('2026-07-11', { type: 'rate_changed', annualRate: fromPercent('6'), reason: 'lpr' });
  const accrued = (day: string) => on(day, of, [out(disbursedOn), halved]);
  // A day at 12%: 33.33. Then 6% ÷ 4 × 91/92 of the quarter: 1,483.70; by days of 360 it would be 1,500.00 after ninety.
  const ROW = 3_333n + 148_370n;

  it('never earned more than that row collects, whether or not the rows to come were laid', () => {
    expect(accrued('2026-10-09').balances.interestAccruedMinor).toBe(ROW);
    expect(planned(accrued('2026-08-10'))[0]?.charged.interest).toBe(ROW);
    const [segment] = accrued('2026-08-10').accruals;
    if (segment === undefined) throw new Error('nothing accrues');
    expect(accruedAt(segment, toDay('2026-10-09'), 'half-even')).toBe(ROW);
  });
});

describe('terms of a loan as they are stored', () => {
  it('keep what tranches and the day of disbursement bear', () => {
    const of = terms({
      schedule: { disbursementDayBearsInterest: true, trancheInterest: 'whole-period', monthEnd: 'roll' },
    });
    expect(decodeAccountTerms(encodeAccountTerms(of))).toEqual(of);
  });
});
