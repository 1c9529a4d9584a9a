import { viewOf } from '../../../domain/account/account-of';
import type { LoanEventBody } from '../../../domain/account/events';
import { closeDay, foldEvents } from '../../../domain/account/fold';
import { openAccount } from '../../../domain/account/state';
import { fromDay, toDay } from '../../../domain/calendar/civil-day';
import { previewOf } from '../../../domain/ledger/preview';
import { fromPercent } from '../../../domain/money/decimal';
import { dues, event, instalment, on, out, paid, paidOnTime, planned, terms } from './sample';

const start = out('2026-01-10');

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

  it('defers at the instalment that a former change of rate led to, though nobody looked in between', () => {
    const byDays = terms({
      recalculation: 'daily',
      schedule: {
        ...{ convention: 'unequal-annuity', dayCount: 'actual/365', interest: 'by-day' },
        rounding: { mode: 'half-even', decimals: 2 },
      },
    });
    const change = event('2026-01-10', {
      type: 'rate_changed',
      annualRate: fromPercent('0.01'),
      reason: 'agreement',
    });
    const defer = event('2026-01-25', { type: 'deferred', periods: 1, interest: 'runs' });
    const seen = instalment(planned(on('2026-01-24', byDays, [start, change]))[1]);
    expect(instalment(planned(on('2026-01-25', byDays, [start, change, defer]))[1])).toBe(seen);
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

  it('begins the deferred row where the one before it ended, whatever happens before it falls due', () => {
    const defer = event('2026-04-10', { type: 'deferred', periods: 2, interest: 'runs' });
    const dearer = event('2026-06-20', {
      type: 'rate_changed',
      annualRate: fromPercent('15'),
      reason: 'lpr',
    });
    const byDays = terms({ recalculation: 'daily' });
    const account = on('2026-07-15', byDays, [start, ...paidOnTime(3), defer, dearer]);
    const row = account.rows.find(({ dueOn }) => fromDay(dueOn) === '2026-07-10');
    expect(row && fromDay(row.from)).toBe('2026-04-10');
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

  describe('of a loan paid out on the 31st, in April', () => {
    const end = terms({ schedule: { disbursedOn: toDay('2026-01-31') } });
    const paidOut = [out('2026-01-31'), paid('2026-02-28', 888_488n), paid('2026-03-31', 888_488n)];

    it('moves all due dates and keeps the anchor day when it defers', () => {
      const moved = event('2026-04-01', { type: 'deferred', periods: 1, interest: 'runs' });
      const account = on('2026-04-01', end, [...paidOut, moved]);
      expect(dues(account)).toHaveLength(dues(on('2026-04-01', end, paidOut)).length);
      expect(dues(account).slice(0, 2)).toEqual(['2026-05-31', '2026-06-30']);
      expect(fromDay(planned(account)[0]?.from ?? 0)).toBe('2026-03-31');
    });

    it('adds periods at the end and keeps the anchor day when it extends', () => {
      const longer = event('2026-04-01', { type: 'extended', periods: 2 });
      expect(dues(on('2026-04-01', end, [...paidOut, longer])).slice(-2)).toEqual([
        '2027-02-28',
        '2027-03-31',
      ]);
    });
  });

  it('moves rolled due dates by whole months when it defers', () => {
    const rolling = terms({ schedule: { monthEnd: 'roll', disbursedOn: toDay('2026-01-31'), periods: 4 } });
    const moved = event('2026-02-05', { type: 'deferred', periods: 1, interest: 'runs' });
    const account = on('2026-02-05', rolling, [out('2026-01-31'), moved]);
    expect(dues(account)).toEqual(['2026-03-31', '2026-05-01', '2026-05-31', '2026-07-01']);
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

  it('restructures into a table, a balloon, rows of interest alone or a flat plan', () => {
    const partsOf = (body: Partial<Extract<LoanEventBody, { type: 'restructured' }>>) => {
      const changed = { type: 'restructured', capitalised: [], periods: 4, ...body } as const;
      return planned(on('2026-02-10', terms(), [start, event('2026-02-10', changed)])).map(
        ({ charged }) => charged.principal,
      );
    };
    const sharesPpm = [100_000, 0, 300_000, 600_000];
    expect(partsOf({ sharesPpm })).toEqual([1_000_000n, 0n, 3_000_000n, 6_000_000n]);
    expect(partsOf({ method: { kind: 'balloon', balloonMinor: 4_000_000n } }).at(-1)).toBeGreaterThan(
      5_000_000n,
    );
    // biome-ignore lint/suspicious/noThenProperty: the field of the domain type; it holds text, nothing awaits it
    const after = { kind: 'interest-only-first', periods: 2, then: 'equal-principal' } as const;
    expect(partsOf({ method: after })).toEqual([0n, 0n, 5_000_000n, 5_000_000n]);
    expect(partsOf({ method: { kind: 'flat' } })).toEqual([2_500_000n, 2_500_000n, 2_500_000n, 2_500_000n]);
  });

  it('bills a restructured table to its end, whatever was capitalised', () => {
    const table = event('2026-04-10', {
      ...({ type: 'restructured', capitalised: ['interest', 'penalty', 'compound'], periods: 3 } as const),
      sharesPpm: [333_333, 333_333, 333_334],
    });
    const account = on('2026-08-10', terms(), [start, table]);
    expect(account.balances.principalMinor).toBe(account.payoff.arrears.principal);
    const billed = account.rows.filter(
      ({ dueOn, cause }) => dueOn > table.effectiveOn && cause === 'instalment',
    );
    expect(billed.map(({ dueOn }) => fromDay(dueOn))).toEqual(['2026-05-10', '2026-06-10', '2026-07-10']);
    const sum = billed.reduce((total, { charged }) => total + charged.principal, 0n);
    expect(sum).toBe(account.balances.principalMinor);
  });

  it('restructures into the agreed table after a part was repaid early for a shorter term', () => {
    const part = event('2026-02-10', {
      ...({ type: 'prepaid', paymentId: 'in-2', way: 'shorter-term' } as const),
      amountMinor: 2_000_000n,
    });
    const table = event('2026-02-20', {
      ...({ type: 'restructured', capitalised: [], periods: 3 } as const),
      sharesPpm: [100_000, 200_000, 700_000],
    });
    const before = [start, paid('2026-02-10', 888_488n), part];
    const state = foldEvents(openAccount(terms()), before);
    // Somebody looks at the rows that the early repayment left.
    const left = viewOf(closeDay(state, toDay('2026-02-19')), toDay('2026-02-19')).balances.principalMinor;
    const [first = 0n, second = 0n, last = 0n] = planned(
      viewOf(foldEvents(state, [table]), toDay('2026-02-20')),
    ).map(({ charged }) => charged.principal);
    expect(first + second + last).toBe(left);
    const shares = [first, second, last].map((part) => Number((part * 1000n) / left) / 1000);
    expect(shares).toEqual([0.1, 0.2, 0.7].map((share) => expect.closeTo(share, 2)));
  });

  it('begins no plan in a restructuring of a loan that, as was learned later, had been paid off before', () => {
    const payoff = event('2026-02-09', {
      ...({ type: 'prepaid', paymentId: 'in-1', way: 'full' } as const),
      amountMinor: 20_000_000n,
    });
    const restructure = event('2026-02-10', {
      ...({ type: 'restructured', capitalised: [], periods: 3 } as const),
      annualRate: fromPercent('8'),
    });
    const more = event('2026-02-25', {
      ...({ type: 'disbursed', payoutId: 'out-2', withheldMinor: 0n } as const),
      amountMinor: 1_000_000n,
    });
    const account = on('2026-02-25', terms(), [start, payoff, restructure, more]);
    expect(planned(account)).toEqual(planned(on('2026-02-25', terms(), [start, payoff, more])));
    expect(dues(account)[0]).toBe('2026-03-10');
  });

  it('refuses a balloon that exceeds what is restructured', () => {
    const balloon = (balloonMinor: bigint) => {
      const body = { type: 'restructured', capitalised: [], periods: 4 } as const;
      const asked = event('2026-02-10', { ...body, method: { kind: 'balloon', balloonMinor } });
      return previewOf(terms(), [start], asked, toDay('2026-02-10'));
    };
    expect(balloon(10_000_001n)).toEqual({ ok: false, code: 'BALLOON_TOO_LARGE' });
    expect(balloon(10_000_000n)).toMatchObject({ ok: true });
  });

  it('refuses flat rows where interest is computed by day', () => {
    const body = { type: 'restructured', capitalised: [], periods: 4, method: { kind: 'flat' } } as const;
    const asked = (recalculation: 'none' | 'daily') =>
      previewOf(terms({ recalculation }), [start], event('2026-02-10', body), toDay('2026-02-10'));
    expect(asked('daily')).toEqual({ ok: false, code: 'FLAT_RECALCULATED' });
    expect(asked('none')).toMatchObject({ ok: true });
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
