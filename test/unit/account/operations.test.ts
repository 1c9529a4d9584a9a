import type { Account } from '../../../domain/account/account-of';
import { fromDay, toDay } from '../../../domain/calendar/civil-day';
import { workdayCalendar } from '../../../domain/calendar/workday-calendar';
import { fromPercent } from '../../../domain/money/decimal';
import { amounts, early, event, on, out, paid, paidOnTime, terms } from './sample';

const start = out('2026-01-10');

const planned = (account: Account) =>
  account.rows.filter((row) => row.standing === 'running' || row.standing === 'planned');
const instalment = (row: Account['rows'][number] | undefined) =>
  row === undefined ? null : row.charged.principal + row.charged.interest;
const dues = (account: Account) => planned(account).map((row) => fromDay(row.dueOn));

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

describe('changes of terms', () => {
  it('splits the running period between old and new rate', () => {
    const change = event('2026-02-20', {
      type: 'rate_changed',
      annualRate: fromPercent('6'),
      reason: 'agreement',
    });
    const account = on('2026-03-10', terms(), [start, paid('2026-02-10', 888_488n), change]);
    expect(account.rows[1]?.charged.interest).toBe(30_705n + 27_635n);
  });

  it('charges no interest in a pause', () => {
    const pause = event('2026-02-10', {
      type: 'interest_paused',
      until: toDay('2026-03-10'),
      also: 'interest-only',
    });
    const account = on('2026-03-10', terms(), [start, paid('2026-02-10', 888_488n), pause]);
    expect(account.rows[1]?.charged).toMatchObject({ interest: 0n, principal: 796_373n });
  });

  it('counts a day that two pauses cover once', () => {
    const pause = (from: string, until: string) =>
      event(from, { type: 'interest_paused', until: toDay(until), also: 'penalty-too' });
    const pauses = [pause('2026-02-12', '2026-02-18'), pause('2026-02-15', '2026-02-20')];
    const none = terms({ overdue: { compound: 'none' } });
    const account = on('2026-02-22', none, [start, ...pauses]);
    expect(account.balances.penaltyMinor).toBe(1_577n);
    const without = on('2026-02-22', none, [start]);
    const lost = without.balances.interestAccruedMinor - account.balances.interestAccruedMinor;
    expect(lost).toBe(24_564n);
  });

  it('stops penalties too when the pause says so', () => {
    const pause = (also: 'interest-only' | 'penalty-too') =>
      event('2026-02-15', { type: 'interest_paused', until: toDay('2026-02-20'), also });
    const none = terms({ overdue: { compound: 'none' } });
    expect(on('2026-02-20', none, [start, pause('interest-only')]).balances.penaltyMinor).toBe(3_942n);
    expect(on('2026-02-20', none, [start, pause('penalty-too')]).balances.penaltyMinor).toBe(1_971n);
  });

  it('defers two due dates: same instalment, later dates, interest of the days between on top', () => {
    const defer = event('2026-04-10', { type: 'deferred', periods: 2, interest: 'runs' });
    const account = on('2026-04-10', terms(), [start, ...paidOnTime(3), defer]);
    expect(dues(account)[0]).toBe('2026-07-10');
    expect(planned(account)).toHaveLength(9);
    const days = 61n;
    const between = (7_610_802n * 12n * days + 18_000n) / 36_000n;
    expect(planned(account)[0]?.charged).toMatchObject({
      interest: between + 76_108n,
      principal: 888_488n - 76_108n,
    });
    expect(instalment(planned(account)[1])).toBe(888_488n);
  });

  it('gives up the interest of the deferred days when it says so', () => {
    const defer = event('2026-04-10', { type: 'deferred', periods: 2, interest: 'waived' });
    const account = on('2026-04-10', terms(), [start, ...paidOnTime(3), defer]);
    const interest = planned(account)[0]?.charged.interest ?? 0n;
    expect(interest).toBeGreaterThan(74_000n);
    expect(interest).toBeLessThan(78_000n);
  });

  it('extends by three periods and lowers the instalment', () => {
    const extend = event('2026-04-10', { type: 'extended', periods: 3 });
    const account = on('2026-04-10', terms(), [start, ...paidOnTime(3), extend]);
    expect(planned(account)).toHaveLength(12);
    expect(dues(account).at(-1)).toBe('2027-04-10');
    expect(instalment(planned(account)[0])).toBe(676_211n);
  });

  it('moves the single due date of a bullet', () => {
    const bullet = terms({ schedule: { method: { kind: 'bullet' }, periods: 6, interest: 'by-day' } });
    const extend = event('2026-03-01', { type: 'extended', periods: 3 });
    const account = on('2026-03-01', bullet, [start, extend]);
    expect(dues(account)).toEqual(['2026-10-10']);
    expect(planned(account)[0]?.charged).toMatchObject({ principal: 10_000_000n, interest: 910_000n });
  });

  it('keeps day 31 alive when it extends', () => {
    const end = terms({ schedule: { disbursedOn: toDay('2026-01-31'), periods: 3 } });
    const extend = event('2026-02-01', { type: 'extended', periods: 3 });
    expect(dues(on('2026-02-01', end, [out('2026-01-31'), extend]))).toEqual([
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
      '2026-06-30',
      '2026-07-31',
    ]);
  });

  it('spreads the rest over another number of periods', () => {
    const again = event('2026-04-10', { type: 'reamortised', periods: 6 });
    const account = on('2026-04-10', terms(), [start, ...paidOnTime(3), again]);
    expect(planned(account)).toHaveLength(6);
    expect(instalment(planned(account)[0])).toBe(1_313_231n);
  });

  it('capitalises arrears in a restructuring and starts a new plan', () => {
    const restructure = event('2026-04-10', {
      type: 'restructured',
      capitalised: ['interest', 'penalty', 'compound'],
      periods: 24,
      annualRate: fromPercent('8'),
    });
    const before = on('2026-04-10', terms(), [start]);
    const account = on('2026-04-10', terms(), [start, restructure]);
    const arrears =
      before.balances.interestDueMinor + before.balances.penaltyMinor + before.balances.compoundMinor;
    expect(account.balances).toMatchObject({
      principalMinor: 10_000_000n + arrears,
      interestDueMinor: 0n,
      penaltyMinor: 0n,
    });
    expect(account).toMatchObject({ status: 'active', daysOverdue: 0 });
    expect(planned(account)).toHaveLength(24);
    expect(dues(account)[0]).toBe('2026-05-10');
  });

  it('adds a second payout to the plan', () => {
    const more = event('2026-02-10', {
      type: 'disbursed',
      payoutId: 'out-2',
      amountMinor: 5_000_000n,
      withheldMinor: 0n,
    });
    const account = on('2026-02-10', terms(), [start, more, paid('2026-02-10', 888_488n)]);
    expect(account.balances.principalMinor).toBe(14_211_512n);
    expect(instalment(planned(account)[0])).toBe(1_370_758n);
  });

  it('charges a withheld fee and takes it from the payout', () => {
    const account = on('2026-01-10', terms(), [out('2026-01-10', 10_000_000n, 200_000n)]);
    expect(account.totals.paid.fee).toBe(200_000n);
    expect(account.balances).toMatchObject({ principalMinor: 10_000_000n, feeMinor: 0n, suspenseMinor: 0n });
  });
});

describe('ends', () => {
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
});
