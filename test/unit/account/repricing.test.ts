import { nextRepricingOn, repricedRate } from '../../../domain/account/repricing';
import type { Repricing } from '../../../domain/account/terms';
import { fromDay, toDay } from '../../../domain/calendar/civil-day';
import { formatDecimal, fromPercent } from '../../../domain/money/decimal';

describe('repricing to the loan prime rate', () => {
  const next = (repricing: Repricing, after: string) => {
    const day = nextRepricingOn(repricing, toDay('2026-01-31'), toDay(after));
    return day === null ? null : fromDay(day);
  };

  it.each<[string, Repricing, string, string | null]>([
    ['never when fixed', { kind: 'fixed' }, '2026-02-01', null],
    ['on the anniversary', { kind: 'anniversary' }, '2026-01-31', '2027-01-31'],
    ['on the next anniversary once it was done', { kind: 'anniversary' }, '2027-01-31', '2028-01-31'],
    ['on 1 January', { kind: 'january-first' }, '2026-01-31', '2027-01-01'],
    ['on the next 1 January after one', { kind: 'january-first' }, '2027-01-01', '2028-01-01'],
    [
      'every three months, at month end where the day lacks',
      { kind: 'every-months', months: 3 },
      '2026-02-01',
      '2026-04-30',
    ],
    ['every six months', { kind: 'every-months', months: 6 }, '2026-07-31', '2027-01-31'],
  ])('comes %s', (_, repricing, after, expected) => {
    expect(next(repricing, after)).toBe(expected);
  });

  const published = [
    { publishedOn: toDay('2026-07-20'), tenor: '1Y' as const, rate: fromPercent('3.1') },
    { publishedOn: toDay('2026-08-20'), tenor: '1Y' as const, rate: fromPercent('3.0') },
    { publishedOn: toDay('2026-08-20'), tenor: '5Y' as const, rate: fromPercent('3.5') },
  ];

  it('takes the rate published last before the pricing date, with its points', () => {
    const of = (on: string, tenor: '1Y' | '5Y', spreadBps: number) => {
      const rate = repricedRate(published, { on: toDay(on), tenor, spreadBps });
      return rate === null ? null : formatDecimal(rate);
    };
    expect(of('2026-08-19', '1Y', 120)).toBe('0.0430');
    expect(of('2026-08-20', '1Y', 120)).toBe('0.0420');
    expect(of('2026-09-01', '5Y', -20)).toBe('0.0330');
    expect(of('2026-01-01', '1Y', 0)).toBeNull();
  });
});
