import { payoffQuote } from '../../../domain/account/account-of';
import type { LoanEvent } from '../../../domain/account/events';
import type { AccountTerms } from '../../../domain/account/terms';
import { toDay } from '../../../domain/calendar/civil-day';
import type { Grace, ScheduleTerms } from '../../../domain/schedule/terms';
import { on, out, paid, terms } from './sample';

const drawn = out('2026-01-10');

/** 100,000.00 at 12% by days of 360 in twelve instalments, with a grace; computed as planned, or on what is really owed. */
function graced(
  grace: Grace,
  recalculation: AccountTerms['recalculation'],
  schedule: Partial<ScheduleTerms> = {},
): AccountTerms {
  return terms({ recalculation, schedule: { interest: 'by-day', grace, ...schedule } });
}

/** Payoff of a day: interest, due and not due yet. */
function interestOn(day: string, of: AccountTerms, events: readonly LoanEvent[] = [drawn]): bigint {
  const { arrears, interestMinor } = payoffQuote(of, events, { asOf: toDay(day), knownOn: toDay(day) });
  return arrears.interest + interestMinor;
}

describe.each(['none', 'daily'] as const)('interest in a grace, recalculation %s', (recalculation) => {
  it('is not earned in periods free of interest', () => {
    const of = graced({ interestFreePeriods: 2 }, recalculation);
    expect([interestOn('2026-01-25', of), interestOn('2026-03-10', of)]).toEqual([0n, 0n]);
    // Both rows unpaid: 82,230.24 not due; 15 days at 12%: 411.15. Overdue principal bears penalty alone.
    expect(interestOn('2026-03-25', of)).toBe(41_115n);
  });

  it('is not earned on days free of interest', () => {
    const of = graced({ interestFreeDays: 10 }, recalculation);
    expect([interestOn('2026-01-15', of), interestOn('2026-01-20', of)]).toEqual([0n, 0n]);
    // One day, and 21 days when the row falls due: 33.33 and 700.00.
    expect([interestOn('2026-01-21', of), interestOn('2026-02-10', of)]).toEqual([3_333n, 70_000n]);
  });

  it('is earned but not due in a grace on interest, and falls due with the first row after it', () => {
    const of = graced({ interestPeriods: 2 }, recalculation);
    // 15 days: 500.00. Who pays off then owes it, though no row before April asks for it.
    expect(interestOn('2026-01-25', of)).toBe(50_000n);
    const rows = [paid('2026-02-10', 785_155n), paid('2026-03-10', 699_150n)];
    // 1,033.33 of the first period, 92,148.45 × 12% × 28/360 = 860.05 of the second.
    const second = on('2026-03-10', of, [drawn, ...rows]);
    expect(second.rows.slice(0, 2).map(({ charged }) => [charged.principal, charged.interest])).toEqual([
      [785_155n, 0n],
      [699_150n, 0n],
    ]);
    expect(second.balances).toMatchObject({ interestAccruedMinor: 189_338n, suspenseMinor: 0n });
    // 85,156.95 × 12% × 31/360 = 879.96 more.
    const third = on('2026-04-10', of, [drawn, ...rows]).rows[2];
    expect([third?.charged.principal, third?.charged.interest]).toEqual([611_154n, 277_334n]);
  });
});
