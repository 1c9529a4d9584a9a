import { eq } from 'drizzle-orm';
import { exposures } from '../../db/schema/applications';
import type { PolicySet } from '../../domain/policy/policy';
import { deadlineAfter } from '../support/deadline';
import type { ActivityDeps } from '../support/deps';
import { notify } from '../support/notify';
import { announce, audit, moveTo } from '../support/record';
import type { Step } from '../support/step';
import { dateOf, reasonWords } from '../support/words';

/**
 * An automatic decline: the applicant is told the reasons and until when a person may be asked (PIPL 24). The
 * reservation is given up at once.
 */
export async function declineWith(
  deps: ActivityDeps,
  step: Step,
  set: PolicySet,
  reasonCodes: string[],
  by: string,
) {
  const { tx, app, now } = step;
  const days = set.product.body.waits.declineReviewDays;
  const { expiresAt } = deadlineAfter(now, days, 0, deps.settings.utcOffsetMinutes);
  const reviewUntil = days > 0 ? expiresAt : null;
  await moveTo(step, 'DECLINED', reviewUntil ? { on: 'REVIEW_REQUEST', until: reviewUntil } : null, {
    reasonCodes,
  });
  await tx
    .update(exposures)
    .set({ state: 'released', updatedAt: now })
    .where(eq(exposures.applicationId, app.id));
  const reasons = reasonWords(set, reasonCodes);
  const key = `declined/${app.id}/${by}`;
  if (reviewUntil === null) {
    await notify(deps.vault, step, {
      key,
      template: 'application-declined-final',
      channel: 'sms',
      params: { reasons },
    });
  } else {
    const params = { reasons, reviewUntil: dateOf(reviewUntil, deps.settings.utcOffsetMinutes) };
    await notify(deps.vault, step, { key, template: 'application-declined', channel: 'sms', params });
  }
  await audit(step, 'application.declined', 'system', { by, reasonCodes });
  await announce(step, 'loan.declined', { reasonCodes });
  return { reasonCodes, reviewUntil };
}
