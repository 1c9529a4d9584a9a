import { nextRepricingOn, repricingOn } from '../../../domain/account/repricing';
import type { Repricing } from '../../../domain/account/terms';
import { fromDay, toDay } from '../../../domain/calendar/civil-day';
import { formatDecimal, fromPercent, normalise } from '../../../domain/money/decimal';
import { event, out, terms } from './sample';

const lpr = { tenor: '1Y' as const, spreadBps: 120 };

describe('repricing to the loan prime rate', () => {
  const next = (repricing: Repricing, after: string) => {
    const day = nextRepricingOn(repricing, toDay('2026-01-31'), toDay(after));
    return day === null ? null : fromDay(day);
  };

  it.each<[string, Repricing, string, string | null]>([
    ['never when fixed', { kind: 'fixed' }, '2026-02-01', null],
    ['on the anniversary', { kind: 'anniversary', ...lpr }, '2026-01-31', '2027-01-31'],
    ['on the next anniversary once it was done', { kind: 'anniversary', ...lpr }, '2027-01-31', '2028-01-31'],
    ['on 1 January', { kind: 'january-first', ...lpr }, '2026-01-31', '2027-01-01'],
    ['on the next 1 January after one', { kind: 'january-first', ...lpr }, '2027-01-01', '2028-01-01'],
    [
      'every three months, at month end where the day lacks',
      { kind: 'every-months', months: 3, ...lpr },
      '2026-02-01',
      '2026-04-30',
    ],
    ['every six months', { kind: 'every-months', months: 6, ...lpr }, '2026-07-31', '2027-01-31'],
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
      const repricing: Repricing = { kind: 'every-months', months: 6, tenor, spreadBps };
      const found = repricingOn(toDay(on), terms({ repricing }), [out('2025-12-25')], published);
      return found && formatDecimal(found.after);
    };
    expect(of('2026-08-19', '1Y', 120)).toBe('0.0430');
    expect(of('2026-08-20', '1Y', 120)).toBe('0.0420');
    expect(of('2026-09-01', '5Y', -20)).toBe('0.0330');
    expect(of('2026-01-01', '1Y', 0)).toBeNull();
  });

  describe('of a running loan', () => {
    const floating = terms({ repricing: { kind: 'every-months', months: 6, tenor: '1Y', spreadBps: 900 } });
    const paidOut = out('2026-07-25');
    const change = (on: string, annualRate: string, reason: 'lpr' | 'downgrade', key?: string) =>
      event(on, { type: 'rate_changed', annualRate: fromPercent(annualRate), reason }, { key });
    const of = (on: string, events = [paidOut]) => {
      const found = repricingOn(toDay(on), floating, events, published);
      return found && [found.before, found.after].map((rate) => formatDecimal(normalise(rate)));
    };

    it('keeps its points above the LPR that stands on the day', () => {
      expect(of('2026-08-19')).toEqual(['0.12', '0.121']);
      expect(of('2026-08-20')).toEqual(['0.12', '0.12']);
    });

    it('knows the rate that an earlier repricing left', () => {
      expect(of('2026-09-01', [paidOut, change('2026-08-01', '12.1', 'lpr')])).toEqual(['0.121', '0.12']);
    });

    it('keeps the points that people agreed on since, unless that was reversed', () => {
      const downgraded = change('2026-08-01', '13', 'downgrade', 'worse');
      expect(of('2026-08-19', [paidOut, downgraded])).toEqual(['0.13', '0.13']);
      expect(of('2026-09-01', [paidOut, downgraded])).toEqual(['0.13', '0.129']);
      const undone = event('2026-08-02', { type: 'reversed', eventKey: 'worse', reason: 'mistake' });
      expect(of('2026-09-01', [paidOut, downgraded, undone])).toEqual(['0.12', '0.12']);
    });

    it('says nothing before the first publication, and nothing of a fixed rate', () => {
      expect(of('2026-07-01')).toBeNull();
      expect(repricingOn(toDay('2026-09-01'), terms(), [paidOut], published)).toBeNull();
    });
  });
});
