import { CollectionStrategyBody } from '../../../contracts/policy/servicing';
import { isMessageCode } from '../../../documents/messages/catalogue';
import { type ContactsToday, mayContact } from '../../../domain/collections/contact-limits';
import { ladderDays, ladderStep } from '../../../domain/collections/ladder';
import { seeded } from '../underwriting/support';

const strategy = seeded('collection_strategy', 'standard_ladder');

describe('ladderStep', () => {
  const kinds = (days: number) =>
    ladderStep(strategy, days).actions.map((action) => (action.kind === 'task' ? action.task : action.kind));

  it.each([
    [0, []],
    [1, ['message']],
    [2, ['message']],
    [3, ['message']],
    [4, ['call']],
    [5, []],
    [10, []],
    [11, ['senior_call', 'letter', 'message']],
    [12, []],
    [31, ['negotiation', 'message']],
    [61, ['negotiation', 'message']],
    [62, []],
    [91, ['agency', 'letter']],
    [400, []],
  ])('on day %i: %p', (days, expected) => {
    expect(kinds(days)).toEqual(expected);
  });

  it.each([
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 4],
    [4, 11],
    [11, 31],
    [31, 61],
    [61, 91],
    [91, null],
  ])('after day %i the next action is on day %p', (days, next) => {
    expect(ladderStep(strategy, days).nextDays).toBe(next);
  });

  it('visits every action once when it follows its own next day', () => {
    const visited: number[] = [];
    let at: number | null = 0;
    while (at !== null) {
      if (ladderStep(strategy, at).actions.length > 0) visited.push(at);
      at = ladderStep(strategy, at).nextDays;
    }
    expect(visited).toEqual([1, 2, 3, 4, 11, 31, 61, 91]);
  });

  it('says on which row a loan stands', () => {
    expect([0, 7, 30, 90, 200].map((days) => ladderStep(strategy, days).rowFromDays)).toEqual([
      0, 4, 11, 31, 91,
    ]);
  });
});

describe('ladderDays', () => {
  const daysOf = (age: number, kind: 'escalate' | 'letter') =>
    ladderDays(strategy, age)
      .filter((each) => each.kind === kind)
      .map(({ day }) => day);

  it('goes up to the age of a debt and one day further', () => {
    expect(daysOf(0, 'escalate')).toEqual([1]);
    expect(daysOf(5, 'escalate')).toEqual([1, 2, 3, 4, 11]);
    expect(daysOf(400, 'escalate')).toEqual([1, 2, 3, 4, 11, 31, 61, 91]);
  });

  it('sends a letter on the first day of its row alone', () => {
    expect(daysOf(10, 'letter')).toEqual([11]);
    expect(daysOf(400, 'letter')).toEqual([11, 91]);
    const [row] = strategy.rows.filter(({ fromDays }) => fromDays === 11);
    const again = { rows: [{ ...row!, toDays: null, repeatDays: 10 }] };
    expect(ladderDays(again, 31).map(({ day, kind }) => `${kind} ${day}`)).toEqual([
      'escalate 11',
      'letter 11',
      'escalate 21',
      'escalate 31',
      'escalate 41',
    ]);
  });
});

describe('seeded ladder', () => {
  it('names only messages that exist', () => {
    const templates = strategy.rows.flatMap(({ actions }) =>
      actions.flatMap((action) => (action.kind === 'message' ? [action.template] : [])),
    );
    expect(templates.length).toBeGreaterThan(0);
    for (const template of templates) expect([template, isMessageCode(template)]).toEqual([template, true]);
  });

  it('covers every day from the first without a gap', () => {
    const { rows } = strategy;
    expect(rows[0]?.fromDays).toBe(1);
    for (let at = 1; at < rows.length; at++) expect(rows[at]?.fromDays).toBe((rows[at - 1]?.toDays ?? 0) + 1);
    expect(rows.at(-1)?.toDays).toBeNull();
  });
});

describe('a collection strategy of before', () => {
  it('is read without the years that recordings are kept, which nothing here goes by', () => {
    expect(CollectionStrategyBody.parse({ ...strategy, recordingYears: 5 })).toEqual(strategy);
    expect(CollectionStrategyBody.safeParse({ ...strategy, recordingMonths: 5 }).success).toBe(false);
  });
});

describe('mayContact', () => {
  const today: ContactsToday = { callAttempts: 0, callsConnected: 0, messages: 0, otherContacts: 0 };
  const call = { kind: 'call' as const, hour: 10, atDebtorsWish: false };
  const may = (over: Partial<ContactsToday>, wish: object = {}) =>
    mayContact(strategy.contactLimits, { ...today, ...over }, { ...call, ...wish });

  it('allows a first call in the day', () => {
    expect(may({})).toEqual({ ok: true });
    expect(may({}, { hour: 8 })).toEqual({ ok: true });
    expect(may({}, { hour: 21 })).toEqual({ ok: true });
  });

  it.each([
    ['seven in the morning', {}, { hour: 7 }, 'OUTSIDE_HOURS'],
    ['ten at night', {}, { hour: 22 }, 'OUTSIDE_HOURS'],
    ['a seventh attempt', { callAttempts: 6 }, {}, 'TOO_MANY_CALLS'],
    ['a fourth conversation', { callsConnected: 3, callAttempts: 3 }, {}, 'TOO_MANY_CALLS'],
    ['a third message', { messages: 2 }, { kind: 'message' }, 'TOO_MANY_MESSAGES'],
    ['a second call to another person', { otherContacts: 1 }, { kind: 'other' }, 'TOO_MANY_OTHERS'],
  ])('refuses %s', (_what, over, wish, code) => {
    expect(may(over, wish)).toEqual({ ok: false, code });
  });

  it('allows any hour at the debtor’s own wish', () => {
    expect(may({}, { hour: 23, atDebtorsWish: true })).toEqual({ ok: true });
  });
});
