import type { Repricing } from '../../../domain/account/terms';
import { fromDay, toDay } from '../../../domain/calendar/civil-day';
import { nextMilestone, type ServicingSituation, waitKey } from '../../../domain/servicing/agenda';

const lpr = { tenor: '1Y' as const, spreadBps: 900 };

/** Paid out on 10 January 2026 over twenty-four months; all that fell due by the day is paid. */
function running(today: string, repricing: Repricing, done: readonly string[] = []): ServicingSituation {
  const dues = Array.from({ length: 24 }, (_, index) => {
    const [year, month] = [2026 + Math.floor((index + 1) / 12), ((index + 1) % 12) + 1];
    return { dueOn: toDay(`${year}-${String(month).padStart(2, '0')}-10`), openMinor: 100n };
  });
  return {
    now: `${today}T02:00:00.000Z`,
    nowMs: Date.parse(`${today}T02:00:00.000Z`),
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
    contactHours: { fromHour: 8, toHour: 22 },
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

describe('the hours of contact', () => {
  const DUE = '2026-06-01';
  const ladder = [
    ...[1, 2, 3, 4, 11].map((day) => ({ day, kind: 'escalate' as const })),
    { day: 11, kind: 'letter' as const },
  ];
  /** An instalment of 1 June is open; everything but the ladder is seen to. All times are of Shanghai. */
  function late(local: string, over: Partial<ServicingSituation> = {}, done: readonly string[] = []) {
    const nowMs = Date.parse(`${local}:00.000+08:00`);
    const today = toDay(local.slice(0, 10));
    const marks = [1, 31].map((day) => `markOverdue/${DUE}/${day}`);
    const next = nextMilestone({
      ...running(local.slice(0, 10), { kind: 'fixed' }),
      ...{ now: new Date(nowMs).toISOString(), nowMs, today, ladder, remindBeforeDays: 0 },
      openRows: [{ dueOn: toDay(DUE), openMinor: 100n }],
      oldestUnpaidOn: toDay(DUE),
      done: new Set([`collect/${DUE}`, ...marks, ...done]),
      ...over,
    });
    const shown = next && new Date(Date.parse(next.at) + 8 * 3_600_000).toISOString().slice(0, 16);
    return next && [next.key.replace(`/${DUE}`, ''), shown];
  }
  const until = (day: number) =>
    ladder.filter((step) => step.day <= day).map((step) => `${step.kind}/${DUE}/${step.day}`);

  it('let a step of the ladder run at its own hour', () => {
    expect(late('2026-06-02T00:10')).toEqual(['escalate/1', '2026-06-02T09:30']);
    expect(late('2026-06-06T12:00', {}, until(4))).toEqual(['letter/11', '2026-06-12T09:20']);
  });

  it('make a step that runs late at night wait for the morning, and one of the day run at once', () => {
    expect(late('2026-06-05T23:10', {}, until(3))).toEqual(['escalate/4', '2026-06-06T08:00']);
    expect(late('2026-06-06T03:00', {}, until(3))).toEqual(['escalate/4', '2026-06-06T08:00']);
    expect(late('2026-06-05T22:00', {}, until(3))).toEqual(['escalate/4', '2026-06-06T08:00']);
    expect(late('2026-06-05T21:59', {}, until(3))).toEqual(['escalate/4', '2026-06-05T21:59']);
    expect(late('2026-06-12T23:00', {}, [...until(4), `escalate/${DUE}/11`])).toEqual([
      'letter/11',
      '2026-06-13T08:00',
    ]);
  });

  it('never have the ladder act for two days in one: the later step takes the place of the waiting one', () => {
    expect(late('2026-06-03T23:10', {}, until(1))).toEqual(['escalate/3', '2026-06-04T09:30']);
  });

  it('move the ladder’s own hour into a window that does not hold it', () => {
    const contactHours = { fromHour: 14, toHour: 18 };
    expect(late('2026-06-02T00:10', { contactHours })).toEqual(['escalate/1', '2026-06-02T14:00']);
    const early = { fromHour: 7, toHour: 9 };
    expect(late('2026-06-02T00:10', { contactHours: early })).toEqual(['escalate/1', '2026-06-02T07:00']);
    expect(late('2026-06-05T09:10', { contactHours: early }, until(3))).toEqual([
      'escalate/4',
      '2026-06-06T07:00',
    ]);
    const night = { fromHour: 20, toHour: 2 };
    expect(late('2026-06-06T01:10', { contactHours: night }, until(3))).toEqual([
      'escalate/4',
      '2026-06-06T01:10',
    ]);
  });

  it('have a step whose messages found no room wait for the next day', () => {
    const waits = waitKey(`escalate/${DUE}/4`, toDay('2026-06-05'));
    expect(late('2026-06-05T09:30', {}, [...until(3), waits])).toEqual(['escalate/4', '2026-06-06T08:00']);
    expect(late('2026-06-06T08:00', {}, [...until(3), waits])).toEqual(['escalate/4', '2026-06-06T08:00']);
  });

  it('do not bind what is no collection: the debit of a due day runs whenever it is late', () => {
    expect(late('2026-06-01T23:30', { ladder: [], done: new Set() })).toEqual([
      'collect',
      '2026-06-01T23:30',
    ]);
  });
});
