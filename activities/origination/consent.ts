import { and, eq, isNull, sql } from 'drizzle-orm';
import type { ConsentResult } from '../../contracts/loan/steps';
import { compiledRead } from '../../db/compiled';
import { consents } from '../../db/schema/applications';
import type { PolicySet } from '../../domain/policy/policy';
import { deadlineAfter, standingDeadline } from '../support/deadline';
import type { ActivityDeps } from '../support/deps';
import { notify } from '../support/notify';
import { policiesOf } from '../support/policies';
import { announce, audit, moveTo } from '../support/record';
import { inStep, type Step } from '../support/step';
import { dateOf } from '../support/words';

const standing = compiledRead((from) =>
  from
    .select({ code: consents.code, validUntil: consents.validUntil })
    .from(consents)
    .where(and(eq(consents.applicationId, sql.placeholder('applicationId')), isNull(consents.withdrawnAt))),
);

/** What the product's sources need and the applicant has not consented to, or consented to no longer; of these, what lapsed. */
async function missingConsents({ tx, app, now }: Step, { product }: PolicySet) {
  const given = await standing(tx, { applicationId: app.id });
  const stands = (code: string) => given.some((consent) => consent.code === code && consent.validUntil > now);
  const missing = product.body.consents.filter((code) => !stands(code));
  return { missing, lapsed: missing.filter((code) => given.some((consent) => consent.code === code)) };
}

/** Goes on to the facts; answers the sources to ask. */
async function toFacts(step: Step, { product, sources }: PolicySet): Promise<string[]> {
  await moveTo(step, 'FACTS', null);
  const asked = sources.filter(({ body }) => body.appliesTo.includes(product.body.customerType));
  return asked.map(({ ref }) => ref.code);
}

/** Goes on to the facts within a step that comes before, if nothing is left to consent to. */
export async function sourcesIfConsented(step: Step, set: PolicySet): Promise<{ sources?: string[] }> {
  const { missing } = await missingConsents(step, set);
  return missing.length === 0 ? { sources: await toFacts(step, set) } : {};
}

/** Whether every consent that the product's sources need is given and stands; else asks for them, with a deadline. */
export function checkConsentStep(deps: ActivityDeps, applicationId: string): Promise<ConsentResult> {
  return inStep(deps, applicationId, async (step) => {
    const { app, now } = step;
    const set = await policiesOf(deps, step);
    const { product } = set;
    const { missing, lapsed } = await missingConsents(step, set);
    if (missing.length === 0) return { granted: true, sources: await toFacts(step, set) };
    const { consentDays, remindBeforeDays } = product.body.waits;
    const asking = app.stage === 'CONSENT' && app.waitUntil !== null;
    const offset = deps.settings.utcOffsetMinutes;
    const deadline =
      asking && app.waitUntil
        ? standingDeadline(now, app.waitUntil, remindBeforeDays, offset)
        : deadlineAfter(now, consentDays, remindBeforeDays, offset);
    await moveTo(step, 'CONSENT', { on: 'CONSENT', until: deadline.expiresAt });
    const deadlineOn = dateOf(deadline.expiresAt, offset);
    await notify(deps.vault, step, {
      // Whoever consented before is told anew; one request has one message, however much of it is answered.
      key: lapsed.length > 0 ? `consent/${app.id}/${deadlineOn}` : `consent/${app.id}`,
      template: 'consent-request',
      channel: 'sms',
      params: { deadlineOn },
    });
    if (!asking && lapsed.length > 0) await audit(step, 'consent.lapsed', 'system', { consents: lapsed });
    if (!asking) await announce(step, 'loan.consent_requested', { until: deadline.expiresAt });
    return { granted: false, missing, deadline };
  });
}
