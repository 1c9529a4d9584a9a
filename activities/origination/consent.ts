import { and, eq, isNull, sql } from 'drizzle-orm';
import type { ConsentResult } from '../../contracts/loan/steps';
import { compiledRead } from '../../db/compiled';
import { consents } from '../../db/schema/applications';
import { deadlineAfter } from '../support/deadline';
import type { ActivityDeps } from '../support/deps';
import { notify } from '../support/notify';
import { policiesOf } from '../support/policies';
import { announce, moveTo } from '../support/record';
import { inStep } from '../support/step';
import { dateOf } from '../support/words';

const standing = compiledRead((from) =>
  from
    .select({ code: consents.code })
    .from(consents)
    .where(and(eq(consents.applicationId, sql.placeholder('applicationId')), isNull(consents.withdrawnAt))),
);

/** Whether every consent that the product's sources need is given and stands; else asks for them, with a deadline. */
export function checkConsentStep(deps: ActivityDeps, applicationId: string): Promise<ConsentResult> {
  return inStep(deps, applicationId, async (step) => {
    const { tx, app, now } = step;
    const { product, sources } = await policiesOf(deps, step);
    const given = await standing(tx, { applicationId: app.id });
    const missing = product.body.consents.filter((code) => !given.some((consent) => consent.code === code));
    if (missing.length === 0) {
      await moveTo(step, 'FACTS', null);
      const asked = sources.filter(({ body }) => body.appliesTo.includes(product.body.customerType));
      return {
        granted: true,
        sources: asked.map(({ ref }) => ref.code),
      };
    }
    const { consentDays, remindBeforeDays } = product.body.waits;
    const asking = app.stage === 'CONSENT' && app.waitUntil !== null;
    const fresh = deadlineAfter(now, consentDays, remindBeforeDays, deps.settings.utcOffsetMinutes);
    const deadline =
      asking && app.waitUntil ? { remindAt: null, expiresAt: app.waitUntil.toISOString() } : fresh;
    await moveTo(step, 'CONSENT', { on: 'CONSENT', until: deadline.expiresAt });
    await notify(deps.vault, step, {
      key: `consent/${app.id}`,
      template: 'consent-request',
      channel: 'sms',
      params: { deadlineOn: dateOf(deadline.expiresAt, deps.settings.utcOffsetMinutes) },
    });
    if (!asking) await announce(step, 'loan.consent_requested', { until: deadline.expiresAt });
    return { granted: false, missing, deadline };
  });
}
