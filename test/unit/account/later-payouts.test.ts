import { toDay } from '../../../domain/calendar/civil-day';
import { dues, early, event, instalment, on, out, paid, planned, terms } from './sample';

/** Goal: money that leaves late or again is repaid over dates that make sense, whatever became of the loan meanwhile. */
const first = out('2026-01-10', 6_000_000n);
const later = (day: string, amountMinor = 2_000_000n) => out(day, amountMinor);

describe('a revolving line', () => {
  const line = terms({
    recalculation: 'daily',
    excess: 'lower-instalment',
    prepayment: { runningInterest: 'next-due' },
    schedule: { method: { kind: 'revolving', repayments: [] }, interest: 'by-day' },
    drawMonths: 6,
  });

  it('takes any amount on any day as principal, and bills the interest of each day at the next due date', () => {
    const account = on('2026-02-10', line, [first, paid('2026-01-20', 1_000_000n), later('2026-02-01')]);
    expect(account.balances.principalMinor).toBe(7_000_000n);
    // (60,000 × 10 + 50,000 × 12 + 70,000 × 9) × 12% ÷ 360
    expect(account.balances.interestDueMinor).toBe(61_000n);
    expect(planned(account).map((row) => row.charged.principal)).toEqual([...Array(10).fill(0n), 7_000_000n]);
  });

  it('stays open when all of it is repaid, until its time to draw is over', () => {
    const back = paid('2026-01-20', 6_020_000n);
    expect(on('2026-01-20', line, [first, back])).toMatchObject({
      status: 'active',
      balances: { principalMinor: 0n, suspenseMinor: 0n },
      maturityOn: toDay('2027-01-10'),
      stableUntil: toDay('2026-07-10'),
    });
    expect(on('2026-07-10', line, [first, back]).status).toBe('active');
    const over = on('2026-07-11', line, [first, back]);
    expect([over.status, over.settledOn]).toEqual(['settled', toDay('2026-07-11')]);
  });

  it('repaid after its time to draw is settled on that day', () => {
    const owed = on('2026-09-20', line, [first]).payoff.totalMinor;
    expect(on('2026-12-01', line, [first, paid('2026-09-20', owed)]).settledOn).toBe(toDay('2026-09-20'));
  });

  it('is given up by a payoff', () => {
    const off = early('2026-01-20', 6_020_000n, 'full');
    expect(on('2026-01-20', line, [first, off])).toMatchObject({
      status: 'settled',
      settledOn: toDay('2026-01-20'),
    });
  });

  it('without a time to draw of its own ends with its last due date', () => {
    const { drawMonths: _, ...open } = line;
    const back = paid('2026-01-20', 6_020_000n);
    expect(on('2027-01-09', open, [first, back]).status).toBe('active');
    expect(on('2027-01-10', open, [first, back]).status).toBe('settled');
  });

  it('paid off while a draw was with the bank is repaid by its old dates', () => {
    const off = early('2026-01-20', 6_020_000n, 'full');
    const account = on('2026-02-10', line, [first, off, later('2026-01-22')]);
    expect(account.status).toBe('active');
    // 20,000 × 19 days × 12% ÷ 360
    expect(account.balances).toMatchObject({ principalMinor: 2_000_000n, interestDueMinor: 12_667n });
    expect(account.maturityOn).toBe(toDay('2027-01-10'));
  });
});

describe('a draw that the bank pays after the loan was paid off', () => {
  it('is repaid over the due dates that the loan no longer needed', () => {
    const account = on('2026-03-22', terms(), [
      first,
      paid('2026-02-10', 533_093n),
      early(
        '2026-03-05',
        on('2026-03-05', terms(), [first, paid('2026-02-10', 533_093n)]).payoff.totalMinor,
        'full',
      ),
      later('2026-03-20'),
    ]);
    expect(account.status).toBe('active');
    expect(account.payoff.arrears).toMatchObject({ principal: 0n });
    expect(dues(account)).toHaveLength(10);
    expect(dues(account)[0]).toBe('2026-04-10');
    // 20,000.00 over ten rows, the first with the 21 days that it has
    expect(planned(account).reduce((sum, row) => sum + row.charged.principal, 0n)).toBe(2_000_000n);
    expect(planned(account)[0]?.charged.interest).toBe(14_000n);
    expect(new Set(planned(account).slice(1, -1).map(instalment)).size).toBe(1);
  });

  it.each(['equal-instalment', 'interest-only', 'bullet', 'flat', 'equal-principal'] as const)(
    'and after the last due date in one row a period later (%s)',
    (kind) => {
      const agreed = terms({ schedule: { method: { kind } } });
      const owed = on('2027-01-10', agreed, [first]).payoff.totalMinor;
      const account = on('2027-01-25', agreed, [first, paid('2027-01-10', owed), later('2027-01-20')]);
      expect(account.status).toBe('active');
      expect(dues(account)).toEqual(['2027-02-10']);
      expect(planned(account)[0]?.charged.principal).toBe(2_000_000n);
      // 20,000 × 21 days × 12% ÷ 360
      expect(planned(account)[0]?.charged.interest).toBe(14_000n);
    },
  );

  it('falls due at once where the loan was called due', () => {
    const call = event('2026-04-20', { type: 'accelerated' });
    const account = on('2026-04-22', terms(), [first, call, later('2026-04-22')]);
    expect(account.nextDue).toBeNull();
    expect(account.rows.at(-1)).toMatchObject({ cause: 'acceleration', dueOn: toDay('2026-04-22') });
  });
});

describe('a balloon of a loan in stages', () => {
  const agreed = terms({ schedule: { method: { kind: 'balloon', balloonMinor: 3_000_000n } } });
  const lastPart = (account: ReturnType<typeof on>) => planned(account).at(-1)?.charged;

  it('is the agreed share of what was drawn, and the agreed amount when all of it is', () => {
    const part = on('2026-01-11', agreed, [first]);
    const rows = planned(part);
    expect(lastPart(part)?.principal).toBeGreaterThan(1_800_000n);
    expect(lastPart(part)?.principal).toBeLessThan(2_200_000n);
    expect(rows.every((row) => row.charged.principal > 0n)).toBe(true);
    const whole = on('2026-01-21', agreed, [first, later('2026-01-20', 4_000_000n)]);
    const share = (lastPart(whole)?.principal ?? 0n) - (planned(whole).at(-2)?.charged.principal ?? 0n);
    expect(share).toBeGreaterThan(2_990_000n);
    expect(share).toBeLessThan(3_010_000n);
  });

  it('never exceeds what was lent', () => {
    const tiny = on('2026-01-11', agreed, [out('2026-01-10', 1_000_000n)]);
    expect(lastPart(tiny)?.principal).toBeLessThan(400_000n);
    expect(
      planned(tiny)
        .slice(0, -1)
        .every((row) => row.charged.principal > 0n),
    ).toBe(true);
  });
});
