import { eq } from 'drizzle-orm';
import type { Outcome } from '../../contracts/loan/stage';
import { exposures } from '../../db/schema/applications';
import { clockWaits } from '../../db/schema/clocks';
import { contracts } from '../../db/schema/contracts';
import { cancelTasks } from '../approval/open';
import type { ActivityDeps } from './deps';
import { absorbInbox } from './inbox';
import { notify } from './notify';
import { announce, audit, moveTo } from './record';
import { inStep, type Step } from './step';

/** How long after the end of a run its history is complete and can be archived. */
const ARCHIVE_AFTER_SECONDS = 5;

/** The end of the process: outcome, released limit, cancelled tasks, a last word to the applicant, the archive. */
export function closeApplication(
  deps: ActivityDeps,
  { applicationId, outcome, reasonCodes }: { applicationId: string; outcome: Outcome; reasonCodes: string[] },
): Promise<void> {
  return inStep(deps, applicationId, async (step) => {
    const { tx, app, now } = step;
    const workflowId = `loan/${applicationId}`;
    if (app.stage !== 'CLOSED') {
      await absorbInbox(deps, step);
      const codes = reasonCodes.length > 0 ? reasonCodes : app.reasonCodes;
      await moveTo(step, 'CLOSED', null, { outcome, reasonCodes: codes, closedAt: now });
      if (outcome !== 'WRITTEN_OFF') {
        await tx
          .update(exposures)
          .set({ state: 'released', updatedAt: now })
          .where(eq(exposures.applicationId, app.id));
      }
      await cancelTasks(step, ['approval', 'decline_review']);
      if (outcome === 'EXPIRED') await tellExpired(deps, step);
      await audit(step, 'application.closed', 'system', { outcome, reasonCodes: codes });
    }
    await announce(step, 'loan.closed', { outcome });
    await tx.delete(clockWaits).where(eq(clockWaits.workflowId, workflowId));
    step.records.orders.push({
      topic: 'history.archive',
      ref: workflowId,
      availableAt: new Date(Date.now() + ARCHIVE_AFTER_SECONDS * 1000),
      clockId: app.clockId,
    });
  });
}

async function tellExpired(deps: ActivityDeps, step: Step): Promise<void> {
  const { tx, app } = step;
  const [offer] = app.contractId
    ? await tx
        .update(contracts)
        .set({ status: 'expired' })
        .where(eq(contracts.id, app.contractId))
        .returning({ amountMinor: contracts.amountMinor })
    : [];
  const key = `expired/${app.id}`;
  if (offer) {
    const params = { amount: offer.amountMinor.toString() };
    await notify(deps.vault, step, { key, template: 'offer-expired', channel: 'sms', params });
  } else {
    const params = { applicationNumber: app.id.slice(-8).toUpperCase() };
    await notify(deps.vault, step, { key, template: 'application-expired', channel: 'sms', params });
  }
}
