import { mayDecide } from '../../../domain/approval/may-decide';

describe('mayDecide where a higher tier decides afterwards', () => {
  const task = {
    status: 'open' as const,
    requiredRole: 'officer',
    deputyRole: null,
    deputyFrom: null,
    amountMinor: 15_000_000n,
    makerIds: [],
    voterIds: [],
  };
  const officer = { id: 'usr_1', active: true, roles: ['officer'] };
  const ceilings = [{ role: 'officer', maxAmountMinor: '10000000' }];
  const now = '2026-03-02T02:00:00.000Z';

  it('lets an officer recommend an amount that is not theirs to decide alone', () => {
    expect(mayDecide(officer, task, null, now)).toEqual({ ok: true, asRole: 'officer' });
    expect(mayDecide(officer, task, ceilings, now)).toEqual({ ok: false, code: 'AMOUNT_ABOVE_AUTHORITY' });
  });

  it('still asks for the right role', () => {
    const collector = { ...officer, roles: ['collector'] };
    expect(mayDecide(collector, task, null, now)).toEqual({ ok: false, code: 'NOT_AUTHORISED' });
  });
});
