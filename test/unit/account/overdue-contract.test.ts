import { type Account, payoffQuote } from '../../../domain/account/account-of';
import { accruedAt } from '../../../domain/account/accrual-segment';
import type { LoanEvent } from '../../../domain/account/events';
import type { AccountTerms } from '../../../domain/account/terms';
import { fromDay, toDay } from '../../../domain/calendar/civil-day';
import { fromPercent } from '../../../domain/money/decimal';
import { amounts, early, event, on, out, paid, terms } from './sample';

type Change = Parameters<typeof terms>[0];

/** 100,000.00 at 12% by days of 360, computed on what is really owed; overdue principal bears 12% and, on top, 6%. */
function bearing(over: Change = {}): AccountTerms {
  return terms({
    ...over,
    recalculation: 'daily',
    schedule: { method: { kind: 'equal-principal' }, periods: 2, interest: 'by-day', ...over.schedule },
    overdue: { principalBears: 'contract-and-uplift', compound: 'none', ...over.overdue },
  });
}

const drawn = out('2026-01-10');
const owed = (account: Account) => ({
  interest: account.balances.interestDueMinor + account.balances.interestAccruedMinor,
  penalty: account.balances.penaltyMinor,
});
/** The two rows of 50,000.00 fall due on 10 February and 10 March. */
const at = (day: string, events: readonly LoanEvent[] = [drawn], over: Change = {}) =>
  on(day, bearing(over), events);

describe('overdue principal that goes on bearing contract interest', () => {
  it('bears it within the period that runs, and the uplift as penalty beside it', () => {
    // 31 days: 100,000 × 12% × 31/360 = 1,033.33. Then 10 days on 50,000 overdue and 50,000 not due: 333.33; 50,000 × 6% × 10/360 = 83.33.
    expect(owed(at('2026-02-20'))).toEqual({ interest: 103_333n + 33_333n, penalty: 8_333n });
    // The second row collects 28 days on all 100,000: 933.33.
    expect(owed(at('2026-03-10'))).toEqual({ interest: 103_333n + 93_333n, penalty: 23_333n });
  });

  it('bears the contract rate with the uplift as penalty once the last period is over', () => {
    // First row: 50,000 × (6% × 28 + 18% × 10)/360 = 233.33 + 250.00; second: 50,000 × 18% × 10/360 = 250.00.
    const account = at('2026-03-20');
    expect(owed(account)).toEqual({ interest: 196_666n, penalty: 48_333n + 25_000n });
    expect(account.rows.map(({ open }) => open.penalty)).toEqual([48_333n, 25_000n]);
    expect(owed(at('2026-04-09')).penalty).toBe(23_333n + 75_000n + 75_000n);
  });

  it('bears it on a loan of one row, which never had a period beside its arrears', () => {
    const bullet = { schedule: { method: { kind: 'bullet' }, periods: 1 } } as const;
    // 30 days after 10 February: 100,000 × 18% × 30/360.
    expect(owed(at('2026-03-12', [drawn], bullet)).penalty).toBe(150_000n);
  });

  it('bears it on all of the rest from the day on which the loan is called due', () => {
    const called = [drawn, event('2026-02-20', { type: 'accelerated' })];
    // First row: 50,000 × (6% × 10 + 18% × 18)/360 = 83.33 + 450.00; the rest: 50,000 × 18% × 18/360 = 450.00.
    expect(owed(at('2026-03-10', called))).toEqual({ interest: 136_666n, penalty: 53_333n + 45_000n });
  });

  it('follows a rate that changes after the last period', () => {
    const repriced = [
      drawn,
      event('2026-03-20', { type: 'rate_changed', annualRate: fromPercent('24'), reason: 'agreement' }),
    ];
    // From 20 March both halves bear 36%: 10 days are 500.00 each.
    expect(owed(at('2026-03-30', repriced)).penalty).toBe(48_333n + 25_000n + 100_000n);
  });

  it('bears the uplift alone again when a later payout begins another period', () => {
    const again = [drawn, out('2026-03-20', 3_000_000n)];
    // The new period begins on 20 March; on 30 March: 130,000 × 12% × 10/360 = 433.33, and 6% on both halves: 83.33 each.
    const account = at('2026-03-30', again);
    expect(account.balances.interestAccruedMinor).toBe(43_333n);
    // (50,000 × (6% × 28 + 18% × 10 + 6% × 10)/360 = 566.67; 50,000 × (18% × 10 + 6% × 10)/360 = 333.33.)
    expect(account.balances.penaltyMinor).toBe(56_667n + 33_333n);
  });

  it('bears it on a line that was called due, which keeps due dates but runs no period', () => {
    const line = { schedule: { method: { kind: 'revolving', repayments: [] }, periods: 12 } } as const;
    const called = [drawn, event('2026-02-05', { type: 'accelerated' })];
    // 26 days of interest: 866.67; then 10 days at 18%: 500.00.
    expect(owed(at('2026-02-15', called, line))).toEqual({ interest: 86_667n, penalty: 50_000n });
    const paidOff = [...called, early('2026-02-15', 10_136_667n, 'full')];
    expect(at('2026-02-15', paidOff, line)).toMatchObject({
      status: 'settled',
      totals: { charged: { interest: 86_667n, penalty: 50_000n } },
    });
    // What a payout under way adds is due at once, and bears the same.
    const more = [...called, out('2026-02-15', 3_000_000n)];
    expect(owed(at('2026-02-25', more, line))).toEqual({ interest: 86_667n, penalty: 115_000n });
  });

  it('bears within the period what is given up later, until the day on which it is', () => {
    const waived = event('2026-02-20', {
      type: 'waived',
      amounts: amounts({ principal: 5_000_000n }),
      reason: 'x',
    });
    // 10 days on 100,000 and 18 days on the 50,000 that are left: 333.33 + 300.00, rounded once.
    expect(owed(at('2026-03-10', [drawn, waived]))).toEqual({
      interest: 103_333n + 63_333n,
      penalty: 8_333n,
    });
  });

  it('is quoted for paying off after the last period', () => {
    const day = toDay('2026-03-20');
    const quote = payoffQuote(bearing(), [drawn], { asOf: day, knownOn: day });
    expect(quote.totalMinor).toBe(10_000_000n + 196_666n + 73_333n);
    const settled = at('2026-03-20', [drawn, paid('2026-03-20', quote.totalMinor)]);
    expect(settled.status).toBe('settled');
  });

  it('is held back in the grace and forgiven with it', () => {
    const grace = { overdue: { graceDays: 5 } };
    expect(owed(at('2026-03-15', [drawn, paid('2026-02-10', 5_103_333n)], grace)).penalty).toBe(0n);
    // 6 days at 18% on the 50,000 of the last row, from its due date.
    expect(owed(at('2026-03-16', [drawn, paid('2026-02-10', 5_103_333n)], grace)).penalty).toBe(15_000n);
  });

  it('is told day by day after the last period by the segments that a close evaluates without folding', () => {
    const penaltyTold = ({ accruals }: Account, day: number) =>
      accruals
        .filter(({ kind }) => kind === 'penalty')
        .reduce((sum, segment) => sum + accruedAt(segment, day, 'half-up'), 0n);
    // The day after maturity, a day in the middle, and the day after non-accrual began with the first row.
    for (const booked of ['2026-03-11', '2026-03-25', '2026-05-13']) {
      const account = at(booked);
      expect(account.stableUntil).toBeGreaterThan(account.asOf);
      for (let day = account.asOf; day <= Math.min(account.stableUntil, account.asOf + 60); day++)
        expect(penaltyTold(account, day)).toBe(at(fromDay(day)).balances.penaltyMinor);
    }
  });
});
