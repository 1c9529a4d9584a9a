import type { Repricing } from '../../../domain/account/terms';
import { fromDay, toDay } from '../../../domain/calendar/civil-day';
import { nextMilestone, type ServicingSituation } from '../../../domain/servicing/agenda';

const lpr = { tenor: '1Y' as const, spreadBps: 900 };

/** Paid out on 10 January 2026 over twenty-four months; all that fell due by the day is paid. */
function running(today: string, repricing: Repricing, done: readonly string[] = []): ServicingSituation {
  const dues = Array.from({ length: 24 }, (_, index) => {
    const [year, month] = [2026 + Math.floor((index + 1) / 12), ((index + 1) % 12) + 1];
    return { dueOn: toDay(`${year}-${String(month).padStart(2, '0')}-10`), openMinor: 100n };
  });
  return {
    now: `${today}T02:00:00.000Z`,
    today: toDay(today),
    openRows: dues.filter(({ dueOn }) => dueOn > toDay(today)),
    oldestUnpaidOn: null,
    state: 'running',
    settledOn: null,
    done: new Set([...dues.map(({ dueOn }) => `remind/${fromDay(dueOn)}`), ...done]),
    openDebit: null,
    openRefund: null,
    openDraw: null,
    drawingEndsOn: null,
    remindBeforeDays: 3,
    debitRetryDays: [],
    bounceWindowDays: 5,
    ladder: [],
    repricing,
    firstDisbursedOn: toDay('2026-01-10'),
    utcOffsetMinutes: 480,
  };
}

describe('the repricing day', () => {
  it.each<[string, Repricing, string, string]>([
    ['the anniversary', { kind: 'anniversary', ...lpr }, '2026-12-20', '2027-01-10'],
    ['1 January', { kind: 'january-first', ...lpr }, '2026-12-20', '2027-01-01'],
    ['every third month', { kind: 'every-months', months: 3, ...lpr }, '2026-03-20', '2026-04-10'],
  ])('comes on %s, before anything else of the day', (_, repricing, today, on) => {
    const eve = fromDay(toDay(on) - 1);
    expect(nextMilestone(running(today, repricing))).toEqual({
      kind: 'reprice',
      key: `reprice/${on}`,
      at: `${eve}T16:10:00.000Z`,
    });
  });

  it('is made up for after an outage, each in its order, and comes once', () => {
    const every = { kind: 'every-months', months: 3, ...lpr } as const;
    const first = nextMilestone(running('2026-07-20', every));
    expect(first).toMatchObject({ key: 'reprice/2026-04-10', at: '2026-07-20T02:00:00.000Z' });
    const second = nextMilestone(running('2026-07-20', every, ['reprice/2026-04-10']));
    expect(second).toMatchObject({ key: 'reprice/2026-07-10' });
    const done = ['reprice/2026-04-10', 'reprice/2026-07-10'];
    expect(nextMilestone(running('2026-07-20', every, done))).toMatchObject({ kind: 'collect' });
  });

  it('never comes for a fixed rate, nor when no instalment lies behind it', () => {
    expect(nextMilestone(running('2027-01-05', { kind: 'fixed' }))).toMatchObject({ kind: 'collect' });
    const last = running('2027-12-20', { kind: 'anniversary', ...lpr }, ['reprice/2027-01-10']);
    expect(nextMilestone(last)).toMatchObject({ kind: 'collect', key: 'collect/2028-01-10' });
  });
});
