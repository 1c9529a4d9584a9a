import { eq } from 'drizzle-orm';
import type { Wait } from '../../contracts/loan/stage';
import { forgetFailingStep } from '../../db/repositories/failing-steps';
import { clockWaits } from '../../db/schema/clocks';
import { FOREVER } from '../clock/clock-rows';
import type { ActivityDeps } from './deps';
import { notify } from './notify';
import { policiesOf } from './policies';
import { audit } from './record';
import { change, inStep, type Step } from './step';
import { dateOf, documentWords } from './words';

interface Ref {
  applicationId: string;
}

/** A step failed for good: the loan is parked where operators list it. */
export function park(
  deps: ActivityDeps,
  { applicationId, step: parkedStep, reason }: Ref & { step: string; reason: string },
) {
  return inStep(deps, applicationId, async (step) => {
    await change(step, { parkedStep, parkedReason: reason, parkedAt: step.now });
    await forgetFailingStep(step.tx, applicationId, parkedStep);
    await audit(step, 'loan.parked', 'system', { step: parkedStep, reason });
  });
}

export function unpark(deps: ActivityDeps, { applicationId }: Ref) {
  return inStep(deps, applicationId, async (step) => {
    await change(step, { parkedStep: null, parkedReason: null, parkedAt: null });
    await audit(step, 'loan.resumed', 'system');
  });
}

/** Test clocks only: the loan sleeps until the given virtual time, and the clock may move on. */
export function sleepOnClock(
  deps: ActivityDeps,
  { applicationId, until }: Ref & { until: string | null },
): Promise<void> {
  return deps.db.transaction(async (tx) => {
    await tx
      .update(clockWaits)
      .set({ waitUntil: until === null ? FOREVER : new Date(until), updatedAt: new Date() })
      .where(eq(clockWaits.workflowId, `loan/${applicationId}`));
  });
}

/** Reminds the applicant of what only they can do, before its deadline. */
export function remindApplicant(
  deps: ActivityDeps,
  { applicationId, wait }: Ref & { wait: Wait },
): Promise<void> {
  return inStep(deps, applicationId, async (step) => {
    await sendReminder(deps, step, wait);
    await audit(step, 'applicant.reminded', 'system', { wait });
  });
}

async function sendReminder(deps: ActivityDeps, step: Step, wait: Wait): Promise<void> {
  const { app, now } = step;
  const until = app.waitUntil ?? now;
  const deadlineOn = dateOf(until.toISOString(), deps.settings.utcOffsetMinutes);
  const key = `reminder/${app.id}/${wait}/${deadlineOn}`;
  const { vault } = deps;
  if (wait === 'DOCUMENTS') {
    const documents = documentWords(await policiesOf(deps, step), app.missing);
    await notify(vault, step, {
      key,
      template: 'supplement-reminder',
      channel: 'sms',
      params: { documents, deadlineOn },
    });
  } else if (wait === 'CONSENT') {
    await notify(vault, step, { key, template: 'consent-request', channel: 'sms', params: { deadlineOn } });
  } else if (wait === 'PAYOUT_ACCOUNT') {
    const amount = (app.approvedAmountMinor ?? app.amountMinor).toString();
    const params = { amount, accountTail: (app.maskedAccount ?? '—').slice(-4), deadlineOn };
    await notify(vault, step, { key, template: 'payout-returned', channel: 'sms', params });
  } else {
    const params = { amount: (app.approvedAmountMinor ?? app.amountMinor).toString(), expiresOn: deadlineOn };
    await notify(vault, step, { key, template: 'offer-reminder', channel: 'sms', params });
  }
}
