import { type DecidableTask, mayDecide } from '../../../domain/approval/may-decide';
import { seeded } from '../underwriting/support';

const { ceilings } = seeded('authority', 'authority_person');
const now = '2026-06-02T08:00:00.000Z';
const task: DecidableTask = {
  status: 'open',
  requiredRole: 'officer',
  deputyRole: 'senior_officer',
  deputyFrom: '2026-06-03T08:00:00.000Z',
  amountMinor: 5_000_000n,
  makerIds: ['usr_maker'],
  voterIds: ['usr_voted'],
};
const actor = (over = {}) => ({ id: 'usr_1', active: true, roles: ['officer'], ...over });

describe('mayDecide', () => {
  it('lets the right person decide', () => {
    expect(mayDecide(actor(), task, ceilings, now)).toEqual({ ok: true, asRole: 'officer' });
  });

  it.each([
    ['a closed task', actor(), { status: 'done' as const }, 'TASK_NOT_OPEN'],
    ['another role', actor({ roles: ['collector'] }), {}, 'NOT_AUTHORISED'],
    ['an inactive account', actor({ active: false }), {}, 'NOT_AUTHORISED'],
    ['the maker', actor({ id: 'usr_maker' }), {}, 'MAKER_IS_CHECKER'],
    ['a second vote', actor({ id: 'usr_voted' }), {}, 'ALREADY_VOTED'],
    ['an amount above the role', actor(), { amountMinor: 10_000_001n }, 'AMOUNT_ABOVE_AUTHORITY'],
    ['a deputy before time', actor({ roles: ['senior_officer'] }), {}, 'NOT_AUTHORISED'],
    [
      'a deputy of a task without one',
      actor({ roles: ['senior_officer'] }),
      { deputyRole: null, deputyFrom: now },
      'NOT_AUTHORISED',
    ],
  ])('refuses %s', (_what, who, over, code) => {
    expect(mayDecide(who, { ...task, ...over }, ceilings, now)).toEqual({ ok: false, code });
  });

  it('lets the deputy act from the hour on, within the deputy’s own ceiling', () => {
    const late = '2026-06-03T08:00:00.000Z';
    expect(mayDecide(actor({ roles: ['senior_officer'] }), task, ceilings, late)).toEqual({
      ok: true,
      asRole: 'senior_officer',
    });
  });

  it('takes an amount at the ceiling and refuses a role without one', () => {
    expect(mayDecide(actor(), { ...task, amountMinor: 10_000_000n }, ceilings, now).ok).toBe(true);
    expect(mayDecide(actor(), task, [], now)).toEqual({ ok: false, code: 'AMOUNT_ABOVE_AUTHORITY' });
  });
});
