import { eq, sql } from 'drizzle-orm';
import type { PreScreenResult } from '../../contracts/loan/steps';
import { compiledRead, insertInto } from '../../db/compiled';
import { documents, exposures } from '../../db/schema/applications';
import type { PolicySet } from '../../domain/policy/policy';
import { preScreen } from '../../domain/underwriting/pre-screen';
import { deadlineAfter, standingDeadline } from '../support/deadline';
import type { ActivityDeps } from '../support/deps';
import { notify } from '../support/notify';
import { policiesOf, rulesOf } from '../support/policies';
import { announce, audit, moveTo } from '../support/record';
import { inStep, type Step } from '../support/step';
import { dateOf, documentWords } from '../support/words';
import { caseOf } from './case-of';
import { sourcesIfConsented } from './consent';
import { declineWith } from './decline';
import { overturned } from './overturned';

const documentsOf = compiledRead((from) =>
  from
    .select({ kind: documents.kind })
    .from(documents)
    .where(eq(documents.applicationId, sql.placeholder('applicationId'))),
);
const putExposure = insertInto(exposures, 'ignore');

/**
 * Completeness and hard entry rules; a passing application reserves its amount against the customer's limit, and goes on
 * to the facts at once when its consents came with it.
 */
export function preScreenStep(deps: ActivityDeps, applicationId: string): Promise<PreScreenResult> {
  return inStep(deps, applicationId, async (step) => {
    const { tx, app } = step;
    const set = await policiesOf(deps, step);
    const product = set.product.body;
    const [{ application }, present] = await Promise.all([
      caseOf(deps, step),
      documentsOf(tx, { applicationId: app.id }),
    ]);
    const result = await preScreen(
      {
        application,
        product,
        limits: set.limits.body,
        checklist: set.checklist.body,
        documents: present.map(({ kind }) => kind),
      },
      rulesOf(deps, set),
    );
    // What was missing came: the application is back at the pre-screen before it goes on from there.
    if (result.verdict !== 'supplement' && app.stage === 'SUPPLEMENT')
      await moveTo(step, 'PRE_SCREEN', null, { missing: [] });
    if (result.verdict === 'decline' && !(await overturned(tx, app.id))) {
      return {
        verdict: 'decline',
        ...(await declineWith(deps, step, set, [...result.reasons], 'pre-screen')),
      };
    }
    await reserve(step);
    if (result.verdict !== 'supplement') return { verdict: 'pass', ...(await sourcesIfConsented(step, set)) };
    return {
      verdict: 'supplement',
      ...(await askForDocuments(deps, step, set, [...result.missing])),
    };
  });
}

/** Holds the amount for this application until it is paid out, lowered or given up. */
async function reserve({ tx, app, now }: Step): Promise<void> {
  const row = {
    applicationId: app.id,
    customerId: app.customerId,
    amountMinor: app.amountMinor,
    updatedAt: now,
  };
  await putExposure(tx, { ...row, state: 'reserved' });
}

/** Asks for what is missing, once per round; the deadline of a round does not move while parts of it come in. */
export async function askForDocuments(deps: ActivityDeps, step: Step, set: PolicySet, missing: string[]) {
  const { app, now } = step;
  const { waits } = set.product.body;
  const offset = deps.settings.utcOffsetMinutes;
  const asking = app.stage === 'SUPPLEMENT' && app.waitUntil !== null;
  const round = asking ? app.supplementRound : app.supplementRound + 1;
  const deadline =
    asking && app.waitUntil
      ? standingDeadline(now, app.waitUntil, waits.remindBeforeDays, offset)
      : deadlineAfter(now, waits.supplementDays, waits.remindBeforeDays, offset);
  await moveTo(
    step,
    'SUPPLEMENT',
    { on: 'DOCUMENTS', until: deadline.expiresAt },
    { missing, supplementRound: round },
  );
  if (asking) return { missing, deadline };
  await notify(deps.vault, step, {
    key: `supplement/${app.id}/${round}`,
    template: 'supplement-request',
    channel: 'sms',
    params: { documents: documentWords(set, missing), deadlineOn: dateOf(deadline.expiresAt, offset) },
  });
  await audit(step, 'application.supplement_requested', 'system', { missing, round });
  await announce(step, 'loan.supplement_requested', { until: deadline.expiresAt });
  return { missing, deadline };
}
