import { movementsOf } from '../../../domain/account/movements';
import { toDay } from '../../../domain/calendar/civil-day';
import { event, out, paid, terms } from './sample';

const period = (from: string, to: string) => ({ from: toDay(from), to: toDay(to) });
const events = [
  out('2026-01-10'),
  paid('2026-02-10', 888_488n),
  paid('2026-03-20', 500_000n, { key: 'bounced' }),
  event('2026-03-22', { type: 'reversed', eventKey: 'bounced', reason: 'bounced' }),
  event('2026-03-22', { type: 'fee_charged', code: 'notice', amountMinor: 5_000n }),
  event('2026-03-25', {
    type: 'waived',
    amounts: { fee: 5_000n, penalty: 0n, compound: 0n, interest: 0n, principal: 0n },
    reason: 'goodwill',
  }),
];

describe('movements of an account', () => {
  it('are what was charged and paid, to the cent', () => {
    const { openingMinor, lines, closingMinor } = movementsOf(
      terms(),
      events,
      period('2026-01-01', '2026-02-10'),
    );
    expect(openingMinor).toBe(0n);
    expect(lines.map(({ what, chargedMinor, paidMinor }) => [what, chargedMinor, paidMinor])).toEqual([
      ['disbursed', 10_000_000n, 0n],
      ['accrued', 100_000n, 0n],
      ['repaid', 0n, 888_488n],
    ]);
    expect(closingMinor).toBe(10_000_000n + 100_000n - 888_488n);
  });

  it('lead from what was owed before to what is owed after, whatever happened', () => {
    const { openingMinor, lines, closingMinor, closing } = movementsOf(
      terms(),
      events,
      period('2026-02-11', '2026-03-31'),
    );
    expect(openingMinor).toBe(9_211_512n);
    const what = lines.map((line) => line.what);
    expect(what).toEqual([
      'accrued',
      'repaid',
      'accrued',
      'reversed',
      'fee_charged',
      'accrued',
      'waived',
      'accrued',
    ]);
    let owed = openingMinor;
    for (const line of lines) {
      owed += line.chargedMinor - line.paidMinor;
      expect(line.owedMinor).toBe(owed);
    }
    expect(closingMinor).toBe(owed);
    expect(closing.balances.feeMinor).toBe(0n);
    expect(lines[1]).toMatchObject({ paidMinor: 500_000n, chargedMinor: 0n });
    expect(lines[6]).toMatchObject({ paidMinor: 5_000n, chargedMinor: 0n });
    // The bounce puts back what the payment took, and the penalty that it had kept from running.
    expect(lines[3]?.chargedMinor).toBeGreaterThan(500_000n);
  });
});
