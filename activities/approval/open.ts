import { and, eq, inArray } from 'drizzle-orm';
import { newId } from '../../contracts/ids';
import type { ApprovalLevel, OpenedTask } from '../../contracts/loan/steps';
import type { AuthorityLevel } from '../../contracts/policy/origination';
import { Route } from '../../contracts/policy/rule-results';
import { tasks } from '../../db/schema/tasks';
import { decisions } from '../../db/schema/underwriting';
import { serviceLevel } from '../../domain/approval/service-level';
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
    return openTier(step, tier, { key: `approval/${applicationId}/${level.level}`, round, kind: 'approval' });
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
    const review = { key: `decline-review/${applicationId}`, round, kind: 'decline_review' };
    return openTier(step, authority.body.declineReview, review);
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

/** A tier's turn: its rounds share a key, and the time that the tier has. */
interface Turn {
  key: string;
  round: number;
  kind: string;
}

async function openTier(step: Step, tier: AuthorityLevel, turn: Turn): Promise<OpenedTask> {
  const { tx, app, now } = step;
  const { kind } = turn;
  const key = `${turn.key}/${turn.round}`;
  const former = await resumed(step, `${turn.key}/${turn.round - 1}`);
  const { dueAt, deputyAt } = serviceLevel(now, tier, former);
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
      ...(former && carried(former)),
      clockId: app.clockId,
    })
    .onConflictDoNothing({ target: tasks.key });
  const [task] = await tx.select().from(tasks).where(eq(tasks.key, key));
  if (!task) throw failure('CONFLICT', 'task');
  await moveTo(step, 'APPROVAL', { on: tier.level, until: dueAt.toISOString() });
  await audit(step, 'task.opened', 'system', { taskId: task.id, kind, level: tier.level });
  return {
    taskId: task.id,
    level: tier.level,
    dueAt: task.dueAt.toISOString(),
    deputyAt: deputyAt.toISOString(),
  };
}

type TaskRow = typeof tasks.$inferSelect;

/** Ends the pause of a tier's former round, if it was returned for documents; the next one goes on with its time. */
async function resumed({ tx, now }: Step, key: string): Promise<(TaskRow & { pausedAt: Date }) | null> {
  const [task] = await tx.select().from(tasks).where(eq(tasks.key, key));
  if (task === undefined || task.pausedAt === null) return null;
  await tx
    .update(tasks)
    .set({ status: 'done', closedAt: now })
    .where(and(eq(tasks.id, task.id), eq(tasks.status, 'paused')));
  return { ...task, pausedAt: task.pausedAt };
}

/** What was set in motion because nobody decided in time stays so. */
const carried = ({ priority, escalatedAt, deputyFrom }: TaskRow) => ({ priority, escalatedAt, deputyFrom });

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

/** Ends whatever tasks of the application are open, because the application ended; what was returned stays so. */
export async function cancelTasks({ tx, app, now }: Step, kinds: string[]): Promise<void> {
  const those = (status: 'open' | 'paused') =>
    and(eq(tasks.applicationId, app.id), eq(tasks.status, status), inArray(tasks.kind, kinds));
  await tx.update(tasks).set({ status: 'cancelled', closedAt: now }).where(those('open'));
  await tx.update(tasks).set({ status: 'done', closedAt: now }).where(those('paused'));
}
