import type { ChecklistBody, LimitsBody, RateCapBody } from '../../../contracts/policy/origination';
import type { CalendarBody, ExchangeRatesBody, ReferenceRateBody } from '../../../contracts/policy/servicing';
import { toDay, weekday } from '../../calendar/civil-day';
import { isConvertible } from '../exchange-rates';
import { blocks, type Finding, warns } from './finding';
import { twice } from './review-product';
import type { Shelf } from './shelf';

export function reviewChecklist({ items }: ChecklistBody): Finding[] {
  const keys = items.map(({ document, fromAmountMinor, purposes, employment }) =>
    [document, fromAmountMinor ?? '', (purposes ?? []).join('+'), (employment ?? []).join('+')].join('|'),
  );
  return items.flatMap(({ names }, at) =>
    keys.indexOf(keys[at] ?? '') < at ? [blocks('TWICE', ['items', at, 'document'], { what: names })] : [],
  );
}

export function reviewLimits({ dtiReferPercent, dtiMaxPercent }: LimitsBody): Finding[] {
  return dtiReferPercent > dtiMaxPercent ? [blocks('DTI_ORDER', ['dtiReferPercent'])] : [];
}

/** Holidays and make-up days lie inside the published years, and the published years only grow (国务院办公厅逐年公布). */
export function reviewCalendar(calendar: CalendarBody, code: string, shelf: Shelf): Finding[] {
  const { publishedFrom, publishedThrough, holidays, makeUpWorkdays } = calendar;
  if (publishedFrom > publishedThrough) return [blocks('RANGE_REVERSED', ['publishedFrom'])];
  const outside = (list: 'holidays' | 'makeUpWorkdays') =>
    calendar[list].flatMap((day, at) =>
      day < publishedFrom || day > publishedThrough ? [blocks('DAY_OUTSIDE', [list, at], { day })] : [],
    );
  const before = shelf.find('calendar', code)?.publishedThrough;
  return [
    ...outside('holidays'),
    ...outside('makeUpWorkdays'),
    ...twice(holidays, 'holidays'),
    ...twice(makeUpWorkdays, 'makeUpWorkdays'),
    ...makeUpWorkdays.flatMap((day, at) => {
      const path = ['makeUpWorkdays', at];
      if (holidays.includes(day)) return [blocks('DAY_BOTH', path, { day })];
      const dayOfWeek = weekday(toDay(day));
      return dayOfWeek === 0 || dayOfWeek === 6 ? [] : [warns('DAY_NOT_WEEKEND', path, { day })];
    }),
    ...(before !== undefined && publishedThrough < before
      ? [blocks('CALENDAR_SHORTER', ['publishedThrough'], { day: publishedThrough, before })]
      : []),
  ];
}

/** At most one row of the cap holds on a day. */
export function reviewRateCap({ rows }: RateCapBody): Finding[] {
  return rows.flatMap((row, at) => {
    if (row.toOn !== null && row.toOn < row.fromOn) return [blocks('RANGE_REVERSED', ['rows', at, 'toOn'])];
    const clash = rows
      .slice(0, at)
      .some((other) => (other.toOn ?? '9999') >= row.fromOn && (row.toOn ?? '9999') >= other.fromOn);
    return clash ? [blocks('CAP_OVERLAP', ['rows', at, 'fromOn'])] : [];
  });
}

/** One rate of a tenor is published on a day. */
export function reviewReferenceRate({ publications }: ReferenceRateBody): Finding[] {
  const keys = publications.map(({ publishedOn, tenor }) => `${publishedOn} ${tenor}`);
  return keys.flatMap((what, at) =>
    keys.indexOf(what) < at ? [blocks('TWICE', ['publications', at, 'publishedOn'], { what })] : [],
  );
}

/** A currency has one rate, and every currency that a product lends in has one. */
export function reviewExchangeRates(form: ExchangeRatesBody, code: string, shelf: Shelf): Finding[] {
  const currencies = form.rates.map(({ currency }) => currency);
  const lent = new Set(shelf.productsUsing('exchange_rates', code).map(({ currency }) => currency));
  return [
    ...currencies.flatMap((what, at) =>
      currencies.indexOf(what) < at ? [blocks('TWICE', ['rates', at, 'currency'], { what })] : [],
    ),
    ...[...lent].flatMap((currency) =>
      isConvertible(currency, form) ? [] : [blocks('RATE_MISSING', ['rates'], { currency })],
    ),
  ];
}
