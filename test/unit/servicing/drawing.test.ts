import type { StagedDrawing } from '../../../contracts/policy/product';
import { toDay } from '../../../domain/calendar/civil-day';
import {
  againstAmount,
  againstEnding,
  drawStanding,
  firstDrawOf,
  reservedMinor,
  reservedUntil,
} from '../../../domain/servicing/drawing';
import { on as accountOn, event, out, paid, terms } from '../account/sample';

const STAGED: StagedDrawing = {
  kind: 'staged',
  maxDraws: 3,
  availableMonths: 6,
  minDrawMinor: '1000000',
  term: 'remaining',
};
const first = out('2026-01-10', 4_000_000n);
const none = { count: 1, underWayMinor: 0n };

function standing(on: string, made = none, agreed = terms(), events = [first]) {
  const account = accountOn(on, agreed, events);
  return { account, standing: drawStanding(STAGED, agreed, account, made) };
}

describe('the amount that may be drawn', () => {
  it.each([
    ['all that is left', 6_000_000n, null],
    ['the least amount', 1_000_000n, null],
    ['a 分 less', 999_999n, 'DRAW_BELOW_LEAST'],
    ['a 分 more than is left', 6_000_001n, 'DRAW_ABOVE_AVAILABLE'],
  ])('reaches to %s', (_, amount, refusal) => {
    const { account, standing: now } = standing('2026-01-20');
    expect(againstAmount(account, now, amount)).toBe(refusal);
  });

  it('may be below the least amount where nothing else is left', () => {
    const rest = out('2026-01-15', 5_500_000n);
    const { account, standing: now } = standing('2026-01-20', { ...none, count: 2 }, terms(), [first, rest]);
    expect(againstAmount(account, now, 500_000n)).toBeNull();
    expect(againstAmount(account, now, 499_999n)).toBe('DRAW_BELOW_LEAST');
  });

  it.each([
    ['2026-01-20', none, null],
    ['2026-02-10', none, 'DRAW_ARREARS'],
    ['2026-01-20', { count: 2, underWayMinor: 1_000_000n }, 'DRAW_UNDER_WAY'],
    ['2026-01-20', { count: 3, underWayMinor: 0n }, 'DRAWS_USED_UP'],
  ])('on %s with %j is judged by the loan', (on, made, refusal) => {
    const { account, standing: now } = standing(on, made);
    expect(againstAmount(account, now, 1_000_000n)).toBe(refusal);
  });

  it('ends with the last day, counted in months from the first payout', () => {
    const late = terms({ schedule: { firstDueOn: toDay('2026-09-10') } });
    expect(standing('2026-07-10', none, late).standing.lastDay).toBe(toDay('2026-07-10'));
    for (const [on, refusal] of [
      ['2026-07-10', null],
      ['2026-07-11', 'DRAW_PERIOD_OVER'],
    ] as const) {
      const { account, standing: now } = standing(on, none, late);
      expect(againstAmount(account, now, 1_000_000n)).toBe(refusal);
    }
  });
});

describe('a draw', () => {
  it('needs a due date after it where it joins the rows that are left', () => {
    const short = terms({ schedule: { periods: 3 } });
    expect(standing('2026-01-20', none, short).standing.lastDay).toBe(toDay('2026-04-09'));
    const own = drawStanding(
      { ...STAGED, term: 'full' },
      short,
      accountOn('2026-01-20', short, [first]),
      none,
    );
    expect(own.lastDay).toBe(toDay('2026-07-10'));
  });

  it('of a revolving loan takes what was repaid again, also when nothing is owed', () => {
    const line = terms({
      recalculation: 'daily',
      excess: 'lower-instalment',
      schedule: { method: { kind: 'revolving', repayments: [] }, interest: 'by-day' },
      drawMonths: 6,
    });
    const back = paid('2026-01-20', 1_500_000n);
    const { account, standing: now } = standing('2026-01-20', none, line, [first, back]);
    // 40,000.00 × 12% × 10 ÷ 360 of it was interest
    expect(now).toMatchObject({ drawnMinor: 2_513_333n, availableMinor: 7_486_667n, revolving: true });
    expect(againstAmount(account, now, 7_486_667n)).toBeNull();
    const all = standing('2026-03-01', none, line, [first, paid('2026-01-20', 4_013_333n)]);
    expect(all.standing).toMatchObject({ availableMinor: 10_000_000n, lastDay: toDay('2026-07-10') });
    expect(againstAmount(all.account, all.standing, 10_000_000n)).toBeNull();
    expect(reservedMinor(all.standing, all.account.asOf)).toBe(10_000_000n);
  });
});

describe('giving up a limit', () => {
  const line = terms({
    recalculation: 'daily',
    excess: 'lower-instalment',
    schedule: { method: { kind: 'revolving', repayments: [] }, interest: 'by-day' },
  });
  const all = paid('2026-01-20', 4_013_333n);
  it.each([
    ['nothing is owed', line, [first, all], none, null],
    ['something is owed', line, [first], none, 'LIMIT_IN_USE'],
    ['a draw is on its way', line, [first, all], { count: 2, underWayMinor: 1n }, 'DRAW_UNDER_WAY'],
    ['it does not revolve', terms(), [first], none, 'LIMIT_NOT_REVOLVING'],
  ])('is judged where %s', (_, agreed, events, made, refusal) => {
    const { account, standing: now } = standing('2026-02-01', made, agreed, events);
    expect(againstEnding(agreed, account, now)).toBe(refusal);
  });

  it('is not asked of a loan that has ended, or that was paid out at once', () => {
    const end = event('2026-01-20', { type: 'limit_ended' });
    const { account, standing: now } = standing('2026-02-01', none, line, [first, all, end]);
    expect(againstEnding(line, account, now)).toBe('LOAN_NOT_PERFORMING');
    expect(againstEnding(line, account, null)).toBe('LIMIT_NOT_REVOLVING');
  });
});

describe('what a loan takes of its customer’s limit', () => {
  const reserved = (on: string, made = none) => {
    const { account, standing: now } = standing(on, made);
    return reservedMinor(now, account.asOf);
  };

  it('is the whole amount until the last day, then what was drawn', () => {
    expect([reserved('2026-07-10'), reserved('2026-07-11')]).toEqual([10_000_000n, 4_000_000n]);
  });

  it('is what was drawn and is on its way when no more draws are left', () => {
    expect(reserved('2026-01-20', { count: 3, underWayMinor: 1_000_000n })).toBe(5_000_000n);
    expect(reservedUntil(standing('2026-01-20', { count: 3, underWayMinor: 0n }).standing)).toBeNull();
  });
});

describe('the first payout', () => {
  it('is what was asked for, and never more than was approved', () => {
    expect([firstDrawOf(100n, null), firstDrawOf(100n, 40n), firstDrawOf(30n, 40n)]).toEqual([
      100n,
      40n,
      30n,
    ]);
  });
});
