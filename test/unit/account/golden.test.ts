import { fromDay } from '../../../domain/calendar/civil-day';
import { fromPercent } from '../../../domain/money/decimal';
import { amounts, early, event, on, out, paid, paidOnTime, terms } from './sample';

const start = out('2026-01-10');

/** Figures of the reference for Chinese lending, sections 1.2 and 1.5 to 1.7. */
describe('a loan of 100,000 at 12% over twelve months', () => {
  it('owes 76,108.02 after three instalments paid on time', () => {
    const account = on('2026-04-10', terms(), [start, ...paidOnTime(3)]);
    expect(account.balances).toMatchObject({
      principalMinor: 7_610_802n,
      interestDueMinor: 0n,
      interestAccruedMinor: 0n,
      suspenseMinor: 0n,
    });
    expect(account).toMatchObject({ status: 'active', daysOverdue: 0 });
    expect(account.rows[0]?.paid).toMatchObject({ interest: 100_000n, principal: 788_488n });
    expect(account.rows[1]?.paid).toMatchObject({ interest: 92_115n, principal: 796_373n });
  });

  it('is settled by twelve instalments, the last one of 8,884.85', () => {
    const events = [start, ...paidOnTime(11), paid('2027-01-10', 888_485n)];
    const account = on('2027-01-10', terms(), events);
    expect(account.status).toBe('settled');
    expect(account.settledOn && fromDay(account.settledOn)).toBe('2027-01-10');
    expect(account.totals.paid).toEqual(amounts({ principal: 10_000_000n, interest: 661_853n }));
    expect(on('2027-01-10', terms(), events.slice(0, -1)).balances).toMatchObject({
      principalMinor: 879_688n,
      interestDueMinor: 8_797n,
    });
  });

  it('charges 39.42 penalty and 5.00 compound interest on an instalment ten days late', () => {
    const account = on('2026-02-20', terms(), [start]);
    expect(account.rows[0]?.charged).toEqual({
      fee: 0n,
      penalty: 3_942n,
      compound: 500n,
      interest: 100_000n,
      principal: 788_488n,
    });
    expect(account).toMatchObject({ status: 'overdue', daysOverdue: 10 });
  });

  it('spends 5,000.00 on fee, penalty, compound, interest, and 3,935.58 on principal', () => {
    const charged = event('2026-02-20', { type: 'fee_charged', code: 'letter', amountMinor: 2_000n });
    const account = on('2026-02-20', terms(), [start, charged, paid('2026-02-20', 500_000n)]);
    expect(account.rows[0]?.paid).toEqual({
      fee: 2_000n,
      penalty: 3_942n,
      compound: 500n,
      interest: 100_000n,
      principal: 393_558n,
    });
    expect(account.allocations.map(({ amounts: of }) => of.principal)).toEqual([393_558n]);
  });

  it.each([
    ['no fee', [], 0n],
    ['1%', [{ beforeMonths: 12, amount: { kind: 'rate' as const, rate: fromPercent('1') } }], 76_108n],
    ['3%', [{ beforeMonths: 12, amount: { kind: 'rate' as const, rate: fromPercent('3') } }], 228_324n],
    [
      'no fee once the loan is older',
      [{ beforeMonths: 3, amount: { kind: 'rate' as const, rate: fromPercent('3') } }],
      0n,
    ],
    [
      'one month of interest',
      [{ beforeMonths: 12, amount: { kind: 'months-of-interest' as const, months: 1 } }],
      76_108n,
    ],
  ])('asks 76,108.02 and 253.69 for ten days to pay off after three instalments, with %s', (_, fees, fee) => {
    const { payoff } = on('2026-04-20', terms({ prepayment: { fees } }), [start, ...paidOnTime(3)]);
    expect(payoff).toMatchObject({
      principalMinor: 7_610_802n,
      interestMinor: 25_369n,
      feeMinor: fee,
      totalMinor: 7_636_171n + fee,
    });
  });

  it('is settled by exactly the payoff, and one cent less is not enough', () => {
    const events = [start, ...paidOnTime(3)];
    const account = on('2026-04-20', terms(), [...events, early('2026-04-20', 7_636_171n, 'full')]);
    expect(account.status).toBe('settled');
    expect(account.balances.suspenseMinor).toBe(0n);
    const short = on('2026-04-20', terms(), [...events, early('2026-04-20', 7_636_170n, 'full')]);
    expect(short.status).toBe('active');
    expect(short.balances.principalMinor).toBe(1n);
  });

  it('lowers the instalment to 6,550.07 over nine periods when 20,000 are repaid early (减供)', () => {
    const account = on('2026-04-10', terms(), [
      start,
      ...paidOnTime(3),
      early('2026-04-10', 2_000_000n, 'lower-instalment'),
    ]);
    const planned = account.rows.filter((row) => row.standing === 'running' || row.standing === 'planned');
    expect(account.balances.principalMinor).toBe(5_610_802n);
    expect(planned).toHaveLength(9);
    for (const row of planned.slice(0, -1))
      expect(row.charged.principal + row.charged.interest).toBe(655_007n);
    expect(planned.reduce((sum, row) => sum + row.charged.principal, 0n)).toBe(5_610_802n);
  });

  it('keeps the instalment and ends after seven more periods (缩期)', () => {
    const account = on('2026-04-10', terms(), [
      start,
      ...paidOnTime(3),
      early('2026-04-10', 2_000_000n, 'shorter-term'),
    ]);
    const planned = account.rows.filter((row) => row.standing === 'running' || row.standing === 'planned');
    expect(planned).toHaveLength(7);
    for (const row of planned.slice(0, -1))
      expect(row.charged.principal + row.charged.interest).toBe(888_488n);
    expect(planned.at(-1)?.charged.principal).toBeLessThan(600_000n);
    expect(account.maturityOn && fromDay(account.maturityOn)).toBe('2026-11-10');
  });

  it('reprices 1,000,000 over 240 months from 3.7% to 3.4% after a year: 5,902.89 becomes 5,754.99', () => {
    const mortgage = terms({
      schedule: { principalMinor: 100_000_000n, periods: 240, annualRate: fromPercent('3.7') },
    });
    const money = out('2026-01-10', 100_000_000n);
    const instalments = Array.from({ length: 12 }, (_, index) => {
      const month = index + 2;
      return paid(
        month > 12
          ? `2027-${String(month - 12).padStart(2, '0')}-10`
          : `2026-${String(month).padStart(2, '0')}-10`,
        590_289n,
      );
    });
    const reprice = event('2027-01-10', {
      type: 'rate_changed',
      annualRate: fromPercent('3.4'),
      reason: 'lpr',
    });
    const account = on('2027-01-10', mortgage, [money, ...instalments, reprice]);
    expect(account.balances.principalMinor).toBe(96_558_561n);
    expect(account.nextDue?.totalMinor).toBe(575_499n);
  });
});
