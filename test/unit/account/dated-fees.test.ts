import { fromDay, toDay } from '../../../domain/calendar/civil-day';
import { fromPercent } from '../../../domain/money/decimal';
import { early, event, on, out, paid, paidOnTime, terms } from './sample';

const start = out('2026-01-10');
const withFee = (day: string) => {
  const when = { kind: 'at' as const, on: toDay(day) };
  const amount = { kind: 'fixed' as const, amountMinor: 5_000n };
  return terms({ schedule: { fees: [{ code: 'guarantee', when, amount, taken: 'paid' }] } });
};
const change = (day: string) =>
  event(day, { type: 'rate_changed', annualRate: fromPercent('6'), reason: 'agreement' });
const fees = (day: string, feeOn: string, ...events: Parameters<typeof on>[2][number][]) =>
  on(day, withFee(feeOn), [start, ...paidOnTime(2), ...events]).rows.flatMap(({ dueOn, charged }) =>
    charged.fee > 0n ? [[fromDay(dueOn), charged.fee]] : [],
  );

describe('a fee on a day of its own', () => {
  it('falls due once, with the row of its day or the next one', () => {
    expect(fees('2026-03-12', '2026-04-10')).toEqual([['2026-04-10', 5_000n]]);
    expect(fees('2026-03-12', '2026-03-20')).toEqual([['2026-04-10', 5_000n]]);
  });

  it('stays when rows are laid again before its day, after it, and after its row fell due', () => {
    expect(fees('2026-03-25', '2026-04-10', change('2026-03-20'))).toEqual([['2026-04-10', 5_000n]]);
    expect(fees('2026-03-25', '2026-03-15', change('2026-03-20'))).toEqual([['2026-04-10', 5_000n]]);
    const settled = paid('2026-04-10', 893_488n);
    expect(fees('2026-04-12', '2026-04-10', settled, change('2026-04-10'))).toEqual([['2026-04-10', 5_000n]]);
    const part = early('2026-04-11', 1_000_000n, 'lower-instalment');
    expect(fees('2026-04-12', '2026-04-10', settled, part)).toEqual([['2026-04-10', 5_000n]]);
  });

  it('moves with the row that a deferral moves', () => {
    const deferral = event('2026-04-01', { type: 'deferred', periods: 1, interest: 'runs' });
    expect(fees('2026-04-02', '2026-04-10', deferral)).toEqual([['2026-05-10', 5_000n]]);
    expect(fees('2026-04-02', '2026-03-20', deferral)).toEqual([['2026-05-10', 5_000n]]);
  });
});
