import { workdayCalendar } from '../../../domain/calendar/workday-calendar';
import { fromPercent } from '../../../domain/money/decimal';
import { amounts, early, event, instalment, on, out, paid, paidOnTime, planned, terms } from './sample';

const start = out('2026-01-10');

describe('grace', () => {
  it('forgives an instalment paid inside it', () => {
    const lenient = terms({ overdue: { graceDays: 3 } });
    const inside = on('2026-02-13', lenient, [start]);
    expect(inside.balances.penaltyMinor).toBe(0n);
    expect(inside).toMatchObject({ daysOverdue: 3, inGrace: true, status: 'active' });
    const settled = on('2026-02-25', lenient, [start, paid('2026-02-13', 888_488n)]);
    expect(settled.balances.penaltyMinor).toBe(0n);
  });

  it('charges from the due date once it has passed, or from its end, as the product says', () => {
    const retro = terms({ overdue: { graceDays: 3, compound: 'none' } });
    expect(on('2026-02-14', retro, [start]).balances.penaltyMinor).toBe(1_577n);
    const late = terms({ overdue: { graceDays: 3, compound: 'none', afterGrace: 'from-end-of-grace' } });
    expect(on('2026-02-14', late, [start]).balances.penaltyMinor).toBe(394n);
  });

  it('lets a payment on the next working day after a holiday count as on time', () => {
    const calendar = workdayCalendar({
      publishedFrom: '2026-01-01',
      publishedThrough: '2027-12-31',
      holidays: ['2026-02-10', '2026-02-11'],
      makeUpWorkdays: [],
    });
    const holiday = terms({ schedule: { holiday: { rule: 'grace', calendar } } });
    expect(on('2026-02-12', holiday, [start]).balances.penaltyMinor).toBe(0n);
    expect(on('2026-02-13', holiday, [start]).balances.penaltyMinor).toBe(1_183n);
  });
});

describe('allocation', () => {
  const neglected = [start];

  it('pays the oldest instalment first, whatever is due after it', () => {
    const account = on('2026-03-12', terms(), [...neglected, paid('2026-03-12', 800_000n)]);
    expect(account.rows[0]?.open.interest).toBe(0n);
    expect(account.rows[0]?.open.principal).toBeGreaterThan(0n);
    expect(account.rows[1]?.paid).toEqual(amounts({}));
  });

  it('pays one item across all instalments when the product scans so', () => {
    const across = terms({
      allocation: [
        {
          fromDaysOverdue: 0,
          order: ['fee', 'penalty', 'compound', 'interest', 'principal'],
          scan: 'item-first',
        },
      ],
    });
    const account = on('2026-03-12', across, [...neglected, paid('2026-03-12', 300_000n)]);
    expect(account.rows[0]?.open.interest).toBe(0n);
    expect(account.rows[1]?.open.interest).toBe(0n);
    expect(account.rows[0]?.open.principal).toBeGreaterThan(0n);
  });

  it('pays principal first when the loan is more than ninety days overdue', () => {
    const day90 = on('2026-05-11', terms(), [...neglected, paid('2026-05-11', 500_000n)]);
    expect(day90.rows[0]?.paid.interest).toBe(100_000n);
    const day91 = on('2026-05-12', terms(), [...neglected, paid('2026-05-12', 500_000n)]);
    expect(day91.rows[0]?.paid).toEqual(amounts({ principal: 500_000n }));
  });

  it('keeps what is too much in suspense and spends it on the next due date', () => {
    const events = [start, paid('2026-02-10', 1_000_000n)];
    expect(on('2026-02-10', terms(), events).balances.suspenseMinor).toBe(111_512n);
    const later = on('2026-03-10', terms(), events);
    expect(later.balances).toMatchObject({ suspenseMinor: 0n, interestDueMinor: 0n });
    expect(later.rows[1]?.paid.principal).toBe(19_397n);
    expect(on('2026-03-10', terms({ suspenseAtDue: 'hold' }), events).balances.suspenseMinor).toBe(111_512n);
  });

  it('refunds suspense', () => {
    const back = event('2026-02-11', { type: 'refunded', payoutId: 'out-r', amountMinor: 111_512n });
    const account = on('2026-02-11', terms(), [start, paid('2026-02-10', 1_000_000n), back]);
    expect(account.balances.suspenseMinor).toBe(0n);
    expect(account.totals.refundedMinor).toBe(111_512n);
  });

  it('owes back what was refunded out of a payment that bounced later', () => {
    const money = paid('2026-02-10', 1_000_000n, { key: 'bounces' });
    const back = event('2026-02-11', { type: 'refunded', payoutId: 'out-r', amountMinor: 111_512n });
    const bounce = event('2026-02-12', { type: 'reversed', eventKey: 'bounces', reason: 'bounced' });
    const account = on('2026-02-12', terms(), [start, money, back, bounce]);
    expect(account.balances).toMatchObject({ suspenseMinor: 0n, feeMinor: 111_512n });
    expect(account.totals.refundShortMinor).toBe(111_512n);
  });
});

describe('early repayment', () => {
  it('collects the running interest, then principal, and charges only the days left on the rest', () => {
    const account = on('2026-04-20', terms(), [
      start,
      ...paidOnTime(3),
      early('2026-04-20', 2_025_369n, 'lower-instalment'),
    ]);
    expect(account.balances.principalMinor).toBe(5_610_802n);
    expect(planned(account)[0]?.charged.interest).toBe(37_405n);
    expect(planned(account)).toHaveLength(9);
  });

  it('takes the fee out of the amount', () => {
    const fees = [{ beforeMonths: 12, amount: { kind: 'rate' as const, rate: fromPercent('2') } }];
    const account = on('2026-04-10', terms({ prepayment: { fees } }), [
      start,
      ...paidOnTime(3),
      early('2026-04-10', 2_040_000n, 'lower-instalment'),
    ]);
    expect(account.totals.paid).toMatchObject({ fee: 40_000n });
    expect(account.balances).toMatchObject({ principalMinor: 5_610_802n, suspenseMinor: 0n });
  });

  it('keeps the lowered instalment through what follows in the same period', () => {
    const lowered = early('2026-04-10', 2_000_000n, 'lower-instalment');
    const defer = event('2026-04-15', { type: 'deferred', periods: 1, interest: 'runs' });
    const moved = on('2026-04-15', terms(), [start, ...paidOnTime(3), lowered, defer]);
    expect(instalment(planned(moved)[1])).toBe(655_007n);
    const again = early('2026-04-20', 1_000_000n, 'shorter-term');
    const shorter = on('2026-04-20', terms(), [start, ...paidOnTime(3), lowered, again]);
    expect(instalment(planned(shorter)[1])).toBe(655_007n);
    expect(planned(shorter)).toHaveLength(8);
  });

  it('shortens a loan of equal principal parts by its last due dates', () => {
    const equal = terms({ schedule: { method: { kind: 'equal-principal' }, principalMinor: 12_000_000n } });
    const account = on('2026-01-10', equal, [
      out('2026-01-10', 12_000_000n),
      early('2026-01-10', 2_500_000n, 'shorter-term'),
    ]);
    expect(planned(account)).toHaveLength(10);
    expect(planned(account)[0]?.charged.principal).toBe(950_000n);
  });
});
