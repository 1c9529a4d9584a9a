import { toDay } from '../../../domain/calendar/civil-day';
import { previewOf } from '../../../domain/ledger/preview';
import { amounts, early, event, on, out, paidOnTime, terms } from '../account/sample';

const history = [out('2026-01-10'), ...paidOnTime(3)];
const today = toDay('2026-04-10');

describe('the preview of an operation', () => {
  it('shows the due dates that change and the entries that would be posted', () => {
    const preview = previewOf(terms(), history, early('2026-04-10', 2_000_000n, 'lower-instalment'), today);
    if (!preview.ok) throw new Error(preview.code);
    expect(preview.schedule).toHaveLength(9);
    expect(preview.schedule[0]).toEqual({
      dueOn: toDay('2026-05-10'),
      before: amounts({ interest: 76_108n, principal: 812_380n }),
      after: amounts({ interest: 56_108n, principal: 598_899n }),
    });
    expect(preview.entries).toEqual([
      expect.objectContaining({
        kind: 'prepaid',
        lines: [
          { role: 'clearing', accountCode: '101201', amountMinor: 2_000_000n },
          { role: 'principal.normal', accountCode: '130301', amountMinor: -2_000_000n },
        ],
      }),
    ]);
  });

  it('shows the rows that fall away when the term is shortened', () => {
    const preview = previewOf(terms(), history, early('2026-04-10', 2_000_000n, 'shorter-term'), today);
    if (!preview.ok) throw new Error(preview.code);
    expect(preview.schedule.filter((change) => change.after === null)).toHaveLength(2);
  });

  it('leaves the loan as it was', () => {
    const before = on('2026-04-10', terms(), history);
    previewOf(terms(), history, event('2026-04-10', { type: 'written_off' }), today);
    expect(on('2026-04-10', terms(), history)).toEqual(before);
  });

  it.each([
    [early('2026-04-10', 7_610_801n, 'full'), 'PAYOFF_TOO_SMALL'],
    [event('2026-04-10', { type: 'refunded', payoutId: 'x', amountMinor: 1n }), 'REFUND_EXCEEDS_SUSPENSE'],
    [
      event('2026-04-10', { type: 'waived', amounts: amounts({ penalty: 1n }), reason: 'x' }),
      'WAIVER_EXCEEDS_DEBT',
    ],
    [event('2026-04-10', { type: 'reversed', eventKey: 'none', reason: 'x' }), 'EVENT_NOT_FOUND'],
    [event('2026-04-11', { type: 'accelerated' }), 'EFFECTIVE_AFTER_BOOKING'],
    [
      event('2026-04-10', { type: 'disbursed', payoutId: 'x', amountMinor: 1n, withheldMinor: 0n }),
      'DISBURSEMENT_EXCEEDS_PRINCIPAL',
    ],
  ])('refuses what could not be booked (%#)', (wanted, code) => {
    expect(previewOf(terms(), history, wanted, today)).toMatchObject({ ok: false, code });
  });

  it('refuses to change a loan that is settled', () => {
    const done = [...history, early('2026-04-10', 7_610_802n, 'full')];
    const wanted = event('2026-04-10', { type: 'extended', periods: 1 });
    expect(previewOf(terms(), done, wanted, today)).toEqual({ ok: false, code: 'LOAN_CLOSED' });
  });

  it('refuses to change the terms of a loan that is not paid out', () => {
    const wanted = event('2026-04-10', { type: 'extended', periods: 1 });
    expect(previewOf(terms(), [], wanted, today)).toEqual({ ok: false, code: 'NOTHING_DISBURSED' });
  });
});
