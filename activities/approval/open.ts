import { and, eq, inArray } from 'drizzle-orm';
import { newId } from '../../contracts/ids';
import type { ApprovalLevel, OpenedTask } from '../../contracts/loan/steps';
import type { AuthorityLevel } from '../../contracts/policy/origination';
import { Route } from '../../contracts/policy/rule-results';
import { tasks } from '../../db/schema/tasks';
import { decisions } from '../../db/schema/underwriting';
import type { ActivityDeps } from '../support/deps';
import { failure } from '../support/failures';
import { policiesOf } from '../support/policies';
import { audit, moveTo } from '../support/record';
import { change, inStep, type Step } from '../support/step';

const HOUR_MS = 3_600_000;

/** Opens the task of one tier of the application's route; a round begins anew after documents came. */
export function openApproval(
  deps: ActivityDeps,
  { applicationId, level, round }: { applicationId: string; level: ApprovalLevel; round: number },
): Promise<OpenedTask> {
  return inStep(deps, applicationId, async (step) => {
    const { authority } = await policiesOf(deps, step);
    const tiers = authority.body.routes[Route.parse(step.app.route)] ?? [authority.body.declineReview];
    const tier = tiers.find((each) => each.level === level.level);
    if (!tier) throw failure('MISSING_POLICY', `tier ${level.level} of route ${step.app.route}`);
    return openTier(step, tier, `approval/${applicationId}/${level.level}/${round}`, 'approval');
  });
}

/** A person's look at an automatic decline, asked for by the applicant (PIPL 24); a new round after documents came. */
export function openDeclineReview(
  deps: ActivityDeps,
  { applicationId, round }: { applicationId: string; round: number },
): Promise<OpenedTask> {
  return inStep(deps, applicationId, async (step) => {
    const { authority, product } = await policiesOf(deps, step);
    await proposeTerms(step, product.body.baseRateBps);
    return openTier(
      step,
      authority.body.declineReview,
      `decline-review/${applicationId}/${round}`,
      'decline_review',
    );
  });
}

/** What an approver of a declined application would approve: the terms worked out, else those asked for. */
async function proposeTerms(step: Step, baseRateBps: number): Promise<void> {
  const { tx, app } = step;
  if (app.approvedAmountMinor !== null) return;
  const [worked] = await tx
    .select()
    .from(decisions)
    .where(and(eq(decisions.applicationId, app.id), eq(decisions.kind, 'automatic')));
  const amountMinor = worked?.amountMinor ?? null;
  await change(step, {
    approvedAmountMinor: amountMinor !== null && amountMinor > 0n ? amountMinor : app.amountMinor,
    approvedTermMonths: worked?.termMonths ?? app.termMonths,
    rateBps: worked?.rateBps ?? app.rateBps ?? baseRateBps,
  });
}

async function openTier(step: Step, tier: AuthorityLevel, key: string, kind: string): Promise<OpenedTask> {
  const { tx, app, now } = step;
  const dueAt = new Date(now.getTime() + tier.slaHours * HOUR_MS);
  const deputyAt = new Date(now.getTime() + tier.deputyAfterHours * HOUR_MS);
  await tx
    .insert(tasks)
    .values({
      id: newId('task'),
      key,
      kind,
      applicationId: app.id,
      customerId: app.customerId,
      level: tier.level,
      requiredRole: tier.role,
      deputyRole: tier.deputyRole,
      amountMinor: app.approvedAmountMinor ?? app.amountMinor,
      details: { seats: tier.seats, quorum: tier.quorum, votesNeeded: tier.votesNeeded },
      status: 'open',
      openedAt: now,
      dueAt,
      clockId: app.clockId,
    })
    .onConflictDoNothing({ target: tasks.key });
  const [task] = await tx.select().from(tasks).where(eq(tasks.key, key));
  if (!task) throw failure('CONFLICT', 'task');
  await moveTo(step, 'APPROVAL', { on: tier.level, until: dueAt.toISOString() });
  await audit(step, 'task.opened', 'system', { taskId: task.id, kind, level: tier.level });
  const later = deputyAt.getTime() > task.dueAt.getTime() ? deputyAt : task.dueAt;
  return {
    taskId: task.id,
    level: tier.level,
    dueAt: task.dueAt.toISOString(),
    deputyAt: later.toISOString(),
  };
}

/** Nobody decided in time: the task goes up in priority for its supervisor, then its deputy may act. */
export function escalateTask(
  deps: ActivityDeps,
  { applicationId, taskId, to }: { applicationId: string; taskId: string; to: 'supervisor' | 'deputy' },
): Promise<{ nextAt: string | null }> {
  return inStep(deps, applicationId, async (step) => {
    const { tx, now } = step;
    const [task] = await tx.select().from(tasks).where(eq(tasks.id, taskId));
    const first = to === 'deputy' && task?.deputyFrom === null;
    await tx
      .update(tasks)
      .set({
        priority: 1,
        escalatedAt: task?.escalatedAt ?? now,
        ...(first && { deputyFrom: now, assigneeId: null, claimedAt: null }),
      })
      .where(eq(tasks.id, taskId));
    await audit(step, 'task.escalated', 'system', { taskId, to });
    // After the deputy it comes up again every day until somebody decides.
    return { nextAt: to === 'deputy' ? new Date(now.getTime() + 24 * HOUR_MS).toISOString() : null };
  });
}

/** Ends whatever tasks of the application are open, because the application ended. */
export async function cancelTasks({ tx, app, now }: Step, kinds: string[]): Promise<void> {
  await tx
    .update(tasks)
    .set({ status: 'cancelled', closedAt: now })
    .where(and(eq(tasks.applicationId, app.id), eq(tasks.status, 'open'), inArray(tasks.kind, kinds)));
}
