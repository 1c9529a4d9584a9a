import type { ReferenceRateBody } from '../../contracts/policy/servicing';
import { latestPublished, type PublishedRate } from '../account/repricing';
import { type Day, toDay } from '../calendar/civil-day';
import { fromBps } from '../money/decimal';

/** Code of the policy that lists the published LPR. */
export const LPR = 'lpr';

/** The published rates as the account engine reads them. */
export function publishedRates({ publications }: ReferenceRateBody): PublishedRate[] {
  return publications.map(({ publishedOn, tenor, rateBps }) => ({
    publishedOn: toDay(publishedOn),
    tenor,
    rate: fromBps(rateBps),
  }));
}

/** The LPR that stands on a day, in basis points; null when none was published by then. */
export function publishedBpsOn(
  body: ReferenceRateBody,
  tenor: PublishedRate['tenor'],
  on: Day,
): number | null {
  const latest = latestPublished(publishedRates(body), { on, tenor });
  return latest === null ? null : Number(latest.units);
}
