import { addMonths } from '../calendar/add-months';
import { civilDate, civilDay, type Day } from '../calendar/civil-day';
import { addDecimal, type Decimal, fromBps } from '../money/decimal';
import type { LoanEvent } from './events';
import type { AccountTerms, FloatingRate, Repricing } from './terms';

/** One published loan prime rate (LPR, 20th of the month or the working day after). */
export interface PublishedRate {
  readonly publishedOn: Day;
  readonly tenor: FloatingRate['tenor'];
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

/** LPR of a tenor published last on or before a day; null when none was published by then. */
export function latestPublished(
  published: readonly PublishedRate[],
  wanted: { readonly on: Day; readonly tenor: PublishedRate['tenor'] },
): Decimal | null {
  return latestPublication(published, wanted)?.rate ?? null;
}

/** The same with the day of its publication. */
export function latestPublication(
  published: readonly PublishedRate[],
  { on, tenor }: { readonly on: Day; readonly tenor: PublishedRate['tenor'] },
): PublishedRate | null {
  let latest: PublishedRate | null = null;
  for (const rate of published) {
    if (rate.tenor !== tenor || rate.publishedOn > on) continue;
    if (latest === null || rate.publishedOn > latest.publishedOn) latest = rate;
  }
  return latest;
}

/** A contract rate and the day from which it holds. */
interface AgreedRate {
  readonly from: Day;
  readonly annualRate: Decimal;
}

/**
 * What the LPR makes of a loan's rate on its repricing day, and the rate until then. A rate that people agreed on since
 * the payout (降级加点, agreement, restructuring) has its own points: what it lay above the LPR of its day.
 */
export function repricingOn(
  on: Day,
  terms: Pick<AccountTerms, 'repricing' | 'schedule'>,
  events: readonly LoanEvent[],
  published: readonly PublishedRate[],
): { readonly before: Decimal; readonly after: Decimal } | null {
  const { repricing, schedule } = terms;
  if (repricing.kind === 'fixed') return null;
  const changes = rateChanges(events, on);
  const before = changes.at(-1)?.annualRate ?? schedule.annualRate;
  const agreed = changes.filter(({ byLpr }) => !byLpr).at(-1);
  const then = agreed && latestPublished(published, { on: agreed.from, tenor: repricing.tenor });
  const lpr = latestPublished(published, { on, tenor: repricing.tenor });
  if (lpr === null) return null;
  const points = agreed && then ? subtract(agreed.annualRate, then) : fromBps(repricing.spreadBps);
  return { before, after: floored(addDecimal(lpr, points)) };
}

/** Changes of the contract rate that hold on a day, oldest first; what was reversed never happened. */
function rateChanges(events: readonly LoanEvent[], on: Day): (AgreedRate & { readonly byLpr: boolean })[] {
  const undone = new Set(events.flatMap(({ body }) => (body.type === 'reversed' ? [body.eventKey] : [])));
  return events
    .filter(({ key, effectiveOn }) => effectiveOn <= on && !undone.has(key))
    .flatMap(({ effectiveOn: from, body }) => {
      if (body.type === 'rate_changed')
        return [{ from, annualRate: body.annualRate, byLpr: body.reason === 'lpr' }];
      if (body.type !== 'restructured' || body.annualRate === undefined) return [];
      return [{ from, annualRate: body.annualRate, byLpr: false }];
    })
    .sort((a, b) => a.from - b.from);
}

const subtract = (a: Decimal, b: Decimal): Decimal => addDecimal(a, { units: -b.units, scale: b.scale });

/** No rate falls below nothing, whatever the points. */
const floored = (rate: Decimal): Decimal => (rate.units < 0n ? { units: 0n, scale: 0 } : rate);
