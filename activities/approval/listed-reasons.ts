import { publishedOfKind } from '../../db/repositories/policy';
import { businessDate } from '../../domain/calendar/business-date';
import type { PolicySet } from '../../domain/policy/policy';
import type { ActivityDeps } from '../support/deps';
import type { Step } from '../support/step';

/**
 * Whether each reason is one of the house: of the list that the application was decided under, or of the one in force
 * now, which is what people choose from. A code without words would reach nobody who reads it.
 */
export async function areListed(
  { settings }: Pick<ActivityDeps, 'settings'>,
  { tx, now }: Pick<Step, 'tx' | 'now'>,
  { reasonCodes }: PolicySet,
  given: readonly string[],
): Promise<boolean> {
  const strange = given.filter((code) => !reasonCodes.body.reasons.some((reason) => reason.code === code));
  if (strange.length === 0) return true;
  const inForce = await publishedOfKind(
    tx,
    'reason_codes',
    businessDate(now.getTime(), settings.utcOffsetMinutes),
  );
  const listed = new Set(inForce.flatMap(({ body }) => body.reasons.map(({ code }) => code)));
  return strange.every((code) => listed.has(code));
}
