import { addMonths } from '../calendar/add-months';
import { civilDate, civilDay, type Day } from '../calendar/civil-day';
import { addDecimal, type Decimal, fromBps } from '../money/decimal';
import type { Repricing } from './terms';

/** One published loan prime rate (LPR, 20th of the month or the working day after). */
export interface PublishedRate {
  readonly publishedOn: Day;
  readonly tenor: '1Y' | '5Y';
  readonly rate: Decimal;
}

/** First day after `after` on which a floating rate follows the LPR again (重定价日); null when it never does. */
export function nextRepricingOn(repricing: Repricing, firstDisbursedOn: Day, after: Day): Day | null {
  switch (repricing.kind) {
    case 'fixed':
      return null;
    case 'january-first':
      return civilDay(civilDate(after).year + 1, 1, 1);
    case 'anniversary':
      return nextStep(firstDisbursedOn, 12, after);
    case 'every-months':
      return nextStep(firstDisbursedOn, repricing.months, after);
  }
}

function nextStep(start: Day, months: number, after: Day): Day {
  for (let count = 1; ; count++) {
    const day = addMonths(start, count * months);
    if (day > after) return day;
  }
}

/** 执行利率 = LPR published last on or before the pricing date ± points; null when none was published by then. */
export function repricedRate(
  published: readonly PublishedRate[],
  pricing: { readonly on: Day; readonly tenor: PublishedRate['tenor']; readonly spreadBps: number },
): Decimal | null {
  let latest: PublishedRate | null = null;
  for (const rate of published) {
    if (rate.tenor !== pricing.tenor || rate.publishedOn > pricing.on) continue;
    if (latest === null || rate.publishedOn > latest.publishedOn) latest = rate;
  }
  return latest === null ? null : addDecimal(latest.rate, fromBps(pricing.spreadBps));
}
