import type { LoanEvent } from '../../../domain/account/events';
import { toDay } from '../../../domain/calendar/civil-day';
import { previewOf } from '../../../domain/ledger/preview';
import { amounts, dues, event, on, out, paid, paidOnTime, terms } from './sample';

const start = out('2026-01-10');

describe('ends', () => {
  it('makes a payout due with the rest when the bank pays it on a line that was called due', () => {
    const line = terms({
      schedule: { method: { kind: 'revolving', repayments: [] }, period: { unit: 'month', every: 3 } },
    });
    const call = event('2026-01-10', { type: 'accelerated' });
    const late = out('2026-04-11', 1_000n);
    const account = on('2026-04-11', line, [out('2026-01-10', 1_000_000n), call, late]);
    expect(account.balances).toMatchObject({ principalMinor: 1_001_000n, interestDueMinor: 0n });
    expect(account.rows.map(({ cause, charged }) => [cause, charged.principal, charged.interest])).toEqual([
      ['acceleration', 1_000_000n, 0n],
      ['acceleration', 1_000n, 0n],
    ]);
  });

  it('makes the whole rest due when it is accelerated, and charges penalty on it', () => {
    const call = event('2026-04-20', { type: 'accelerated' });
    const account = on('2026-04-30', terms({ overdue: { compound: 'none' } }), [
      start,
      ...paidOnTime(3),
      call,
    ]);
    expect(account.balances).toMatchObject({
      principalMinor: 7_610_802n,
      interestDueMinor: 25_369n,
      penaltyMinor: 38_054n,
    });
    expect(account).toMatchObject({ nextDue: null, daysOverdue: 10 });
  });

  it('leaves the books when it is written off, and recoveries clear the claim, principal first', () => {
    const gone = event('2026-09-01', { type: 'written_off' });
    const written = on('2026-12-01', terms(), [start, gone]);
    expect(written.status).toBe('written_off');
    expect(written.balances).toMatchObject({ principalMinor: 0n, interestDueMinor: 0n, penaltyMinor: 0n });
    expect(written.totals.claims.principal).toBe(10_000_000n);
    const money = event('2026-12-01', {
      type: 'recovered',
      paymentId: 'r1',
      amountMinor: 10_010_000n,
    });
    const after = on('2026-12-01', terms(), [start, gone, money]);
    expect(after.totals.claims.principal).toBe(0n);
    expect(after.totals.recovered).toMatchObject({ principal: 10_000_000n, interest: 10_000n });
  });

  it('spends collateral on the costs of enforcement first', () => {
    const sold = event('2026-04-20', {
      type: 'collateral_realised',
      paymentId: 'c1',
      amountMinor: 8_000_000n,
      costsMinor: 100_000n,
    });
    const call = event('2026-04-19', { type: 'accelerated' });
    const account = on('2026-04-20', terms(), [start, ...paidOnTime(3), call, sold]);
    expect(account.totals.paid.fee).toBe(100_000n);
    expect(account.status).toBe('settled');
    expect(account.balances.suspenseMinor).toBeGreaterThan(0n);
  });

  it('is gone when the claim is sold', () => {
    const sold = event('2026-04-20', { type: 'transferred', buyer: 'AMC', priceMinor: 5_000_000n });
    const account = on('2026-04-20', terms(), [start, ...paidOnTime(3), sold]);
    expect(account.status).toBe('transferred');
    expect(account.balances.principalMinor).toBe(0n);
    expect(account.totals.relief.transferred.all.principal).toBe(7_610_802n);
  });

  it('waives the named amounts, oldest first', () => {
    const waived = event('2026-02-20', {
      type: 'waived',
      amounts: amounts({ penalty: 3_942n, compound: 100n }),
      reason: 'hardship',
    });
    const account = on('2026-02-20', terms(), [start, waived]);
    expect(account.balances).toMatchObject({ penaltyMinor: 0n, compoundMinor: 400n });
  });
});

describe('two times', () => {
  it('tells what was known then and what is known now', () => {
    const late = paid('2026-02-10', 888_488n, { bookedOn: '2026-03-01' });
    expect(on('2026-02-20', terms(), [start, late]).status).toBe('overdue');
    expect(on('2026-02-20', terms(), [start, late], '2026-03-01').status).toBe('active');
  });

  it('brings back what a reversal had undone when the reversal is undone', () => {
    const money = paid('2026-02-10', 888_488n, { key: 'p' });
    const bounce = event('2026-02-12', { type: 'reversed', eventKey: 'p', reason: 'x' }, { key: 'r1' });
    const mistake = event('2026-02-13', { type: 'reversed', eventKey: 'r1', reason: 'x' }, { key: 'r2' });
    expect(on('2026-02-12', terms(), [start, money, bounce]).status).toBe('overdue');
    expect(on('2026-02-13', terms(), [start, money, bounce, mistake]).status).toBe('active');
  });
});

describe('interest recalculated by day', () => {
  const daily = terms({
    recalculation: 'daily',
    excess: 'shorter-term',
    schedule: { interest: 'by-day', dayCount: 'actual/365' },
    prepayment: { runningInterest: 'next-due' },
  });

  it('earns less when principal is repaid inside the period', () => {
    const whole = on('2026-02-10', daily, [start]).rows[0]?.charged.interest;
    expect(whole).toBe(101_918n);
    const part = on('2026-02-10', daily, [start, paid('2026-01-20', 5_000_000n)]).rows.find(
      (row) => row.cause === 'instalment',
    );
    expect(part?.charged.interest).toBe(67_397n);
  });

  it('lets a credit line be drawn, repaid in full, and drawn again', () => {
    const line = terms({
      recalculation: 'daily',
      excess: 'shorter-term',
      schedule: { method: { kind: 'revolving', repayments: [] }, interest: 'by-day' },
    });
    const events = [start, paid('2026-01-20', 10_033_333n)];
    const empty = on('2026-01-20', line, events);
    expect(empty).toMatchObject({ status: 'active' });
    expect(empty.balances).toMatchObject({ principalMinor: 0n, suspenseMinor: 0n });
    const again = event('2026-02-20', {
      type: 'disbursed',
      payoutId: 'out-2',
      amountMinor: 4_000_000n,
      withheldMinor: 0n,
    });
    const drawn = on('2026-03-10', line, [...events, again]);
    expect(drawn.balances.interestDueMinor).toBe(24_000n);
    expect(on('2027-01-10', line, events).status).toBe('settled');
  });

  it('ends a revolving limit on which nothing is owed when it is given up, and not while something is', () => {
    const line = terms({
      recalculation: 'daily',
      excess: 'shorter-term',
      schedule: { method: { kind: 'revolving', repayments: [] }, interest: 'by-day' },
    });
    const repaid = paid('2026-01-20', 10_033_333n);
    const end = event('2026-01-25', { type: 'limit_ended' });
    expect(on('2026-01-25', line, [start, repaid, end])).toMatchObject({
      ...{ status: 'settled', maturityOn: toDay('2026-01-20'), settledOn: toDay('2026-01-25') },
    });
    const bounced = event('2026-02-01', { type: 'reversed', eventKey: repaid.key, reason: 'x' });
    // The debt is back, with its due dates, as if nothing had been given up.
    const reopened = on('2026-02-01', line, [start, repaid, end, bounced]);
    expect(reopened).toMatchObject({ status: 'active', balances: { principalMinor: 10_000_000n } });
    expect(dues(reopened)).toEqual(dues(on('2026-02-01', line, [start])));

    const asked = (of: typeof line, events: LoanEvent[]) => {
      const day = toDay('2026-01-25');
      const preview = previewOf(of, events, event('2026-01-25', { type: 'limit_ended' }), day);
      return preview.ok ? preview.after.status : preview.code;
    };
    expect(asked(line, [start, repaid])).toBe('settled');
    expect(asked(line, [start])).toBe('LIMIT_IN_USE');
    // All principal is repaid, but a fee is owed.
    const fee = event('2026-01-21', { type: 'fee_charged', code: 'x', amountMinor: 1n });
    expect(asked(line, [start, repaid, fee])).toBe('LIMIT_IN_USE');
    expect(asked(terms(), [start])).toBe('LIMIT_NOT_REVOLVING');
    expect(asked(line, [start, repaid, end])).toBe('LOAN_CLOSED');
  });
});
