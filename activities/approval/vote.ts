import { and, eq, ne } from 'drizzle-orm';
import { z } from 'zod';
import { newId } from '../../contracts/ids';
import type { CommandInput } from '../../contracts/loan/commands';
import type { AppliedCommand } from '../../contracts/loan/steps';
import { Route } from '../../contracts/policy/rule-results';
import { inHouseCurrency } from '../../db/repositories/exchange-rates';
import { staffUsers } from '../../db/schema/access';
import { exposures } from '../../db/schema/applications';
import { tasks, taskVotes } from '../../db/schema/tasks';
import { decisions } from '../../db/schema/underwriting';
import { type AttachedTerms, conditionProblems, strictest } from '../../domain/approval/conditions';
import { mayDecide } from '../../domain/approval/may-decide';
import { tally, type Vote } from '../../domain/approval/tally';
import { type PolicySet, refsOf } from '../../domain/policy/policy';
import { agreedTerms } from '../origination/agreed';
import { askForDocuments } from '../origination/pre-screen';
import type { ActivityDeps } from '../support/deps';
import { notify } from '../support/notify';
import { policiesOf } from '../support/policies';
import { announce, audit } from '../support/record';
import { staffMay } from '../support/staff-limits';
import { change, type Step } from '../support/step';
import { reasonWords } from '../support/words';
import { areListed } from './listed-reasons';

const Rule = z.object({ seats: z.int(), quorum: z.int(), votesNeeded: z.int() });
const Attached = z.object({
  amountMinor: z.string().transform(BigInt).optional(),
  termMonths: z.int().optional(),
  rateBps: z.int().optional(),
});

export type VoteKind = 'approve' | 'reject' | 'returnForDocuments';
const WORD = { approve: 'approve', reject: 'reject', returnForDocuments: 'return' } as const;

type TaskRow = typeof tasks.$inferSelect;

/**
 * Takes one person's vote: role, limits, ceiling and maker ≠ checker are looked up here, whatever the caller claimed. When the
 * tier has decided, the decision is stored and its terms take effect.
 */
export async function castVote(
  deps: ActivityDeps,
  step: Step,
  kind: VoteKind,
  channel: 'api' | 'signal',
  command: CommandInput,
): Promise<AppliedCommand> {
  const { tx, app, now } = step;
  const task = await openTaskOf(step, command.taskId);
  if (!task) return { ok: false, code: 'NO_SUCH_TASK' };
  const set = await policiesOf(deps, step);
  const [actor] = await tx.select().from(staffUsers).where(eq(staffUsers.id, command.actorId));
  if (!actor) return { ok: false, code: 'NOT_AUTHORISED' };
  const votes = await tx.select().from(taskVotes).where(eq(taskVotes.taskId, task.id));
  const may = mayDecide(
    actor,
    {
      status: task.status,
      requiredRole: task.requiredRole,
      deputyRole: task.deputyRole,
      deputyFrom: task.deputyFrom?.toISOString() ?? null,
      amountMinor: task.amountMinor ?? app.amountMinor,
      makerIds: [app.createdBy, ...(await otherTiersVoters(step, task))],
      voterIds: votes.map(({ actorId }) => actorId),
    },
    recommends(set, app.route, task) ? null : set.authority.body.ceilings,
    now.toISOString(),
  );
  if (!may.ok) return may;
  const asked = { amountMinor: task.amountMinor ?? app.amountMinor, currency: app.currency };
  const inHouseMinor = await inHouseCurrency(tx, asked, step.today);
  if (!(await staffMay(tx, actor.id, { action: 'decide', subject: 'Task', inHouseMinor })))
    return { ok: false, code: 'AMOUNT_ABOVE_AUTHORITY' };
  if (kind === 'approve' && command.conditions) {
    const attached = Attached.parse(command.conditions);
    if (conditionProblems(attached, agreedTerms(app), set.product.body).length > 0)
      return { ok: false, code: 'BAD_CONDITIONS' };
  }
  if (kind === 'returnForDocuments' && app.supplementRound >= set.product.body.waits.supplementRoundsMax)
    return { ok: false, code: 'RETURNS_USED_UP' };
  if (kind !== 'returnForDocuments' && !(await areListed(deps, step, set, command.reasonCodes ?? [])))
    return { ok: false, code: 'REASON_NOT_LISTED' };
  await tx.insert(taskVotes).values({
    taskId: task.id,
    actorId: actor.id,
    decision: WORD[kind],
    reasonCodes: command.reasonCodes ?? [],
    commentId: command.commentId ?? null,
    conditions: command.conditions ?? null,
    channel,
    votedAt: now,
  });
  await audit(step, `task.voted_${WORD[kind]}`, actor.id, {
    taskId: task.id,
    asRole: may.asRole,
    reasonCodes: command.reasonCodes ?? [],
  });
  const all = await tx.select().from(taskVotes).where(eq(taskVotes.taskId, task.id));
  const counted = all.map(({ actorId, decision }) => ({ actorId, decision: decision as Vote['decision'] }));
  const { state } = tally(counted, Rule.parse(task.details));
  if (state === 'open') return { ok: true, effect: 'VOTE_RECORDED' };
  return decided(deps, step, { task, set, verdict: state, votes: all, deciderId: actor.id });
}

interface Decided {
  task: TaskRow;
  set: PolicySet;
  verdict: 'approved' | 'rejected' | 'returned';
  votes: (typeof taskVotes.$inferSelect)[];
  deciderId: string;
}

/** While the applicant is waited for, the time of the tier stands still (`openTier` goes on with it). */
const paused = (now: Date) => ({ status: 'paused' as const, pausedAt: now });

async function decided(deps: ActivityDeps, step: Step, outcome: Decided): Promise<AppliedCommand> {
  const { tx, now } = step;
  const { task, set, verdict, votes, deciderId } = outcome;
  const ended = verdict === 'returned' ? paused(now) : { status: 'done' as const, closedAt: now };
  await tx
    .update(tasks)
    .set({ ...ended, outcome: verdict, closedBy: deciderId, version: task.version + 1 })
    .where(eq(tasks.id, task.id));
  const reasonCodes = [...new Set(votes.flatMap((vote) => vote.reasonCodes))];
  await storeDecision(step, outcome, reasonCodes);
  if (verdict === 'approved') {
    await adopt(step, votes);
    const { amountMinor, termMonths, rateBps } = agreedTerms(step.app);
    await announce(step, 'loan.approved', { amountMinor: amountMinor.toString(), termMonths, rateBps });
    return { ok: true, effect: 'LEVEL_APPROVED', verdict };
  }
  if (verdict === 'returned') {
    const { missing, deadline } = await askForDocuments(deps, step, set, reasonCodes);
    return { ok: true, effect: 'RETURNED', verdict, missing, deadline };
  }
  await change(step, { reasonCodes });
  await tx
    .update(exposures)
    .set({ state: 'released', updatedAt: now })
    .where(eq(exposures.applicationId, step.app.id));
  await notify(deps.vault, step, {
    key: `declined/${step.app.id}/${task.id}`,
    template: 'application-declined-final',
    channel: 'sms',
    params: { reasons: reasonWords(set, reasonCodes) },
  });
  await announce(step, 'loan.declined', { reasonCodes });
  return { ok: true, effect: 'REJECTED', verdict, reasonCodes };
}

/** Conditions of all approvers together, the strictest of each, become the terms. */
async function adopt(step: Step, votes: Decided['votes']): Promise<void> {
  const attached: AttachedTerms[] = votes
    .filter(({ decision, conditions }) => decision === 'approve' && conditions !== null)
    .map(({ conditions }) => Attached.parse(conditions));
  const agreed = agreedTerms(step.app);
  const { amountMinor, termMonths, rateBps } = strictest(attached, agreed);
  await change(step, { approvedAmountMinor: amountMinor, approvedTermMonths: termMonths, rateBps });
  const { tx, app, now } = step;
  const exposure = { applicationId: app.id, customerId: app.customerId, amountMinor, updatedAt: now };
  await tx
    .insert(exposures)
    .values({ ...exposure, state: 'reserved' })
    .onConflictDoUpdate({
      target: exposures.applicationId,
      set: { amountMinor, state: 'reserved', updatedAt: now },
    });
}

async function storeDecision(
  step: Step,
  { task, set, verdict, deciderId }: Decided,
  reasonCodes: string[],
): Promise<void> {
  const { tx, app, now } = step;
  const overturns = task.kind === 'decline_review' && verdict === 'approved';
  await tx
    .insert(decisions)
    .values({
      id: newId('dec'),
      applicationId: app.id,
      step: task.id,
      kind: 'human',
      result: overturns ? 'overturned' : verdict,
      route: app.route,
      grade: app.grade,
      score: app.score,
      amountMinor: app.approvedAmountMinor,
      rateBps: app.rateBps,
      termMonths: app.approvedTermMonths,
      reasonCodes,
      inputsHash: '',
      inputs: {},
      policyVersions: refsOf(set),
      decidedBy: deciderId,
      decidedAt: now,
      clockId: app.clockId,
    })
    .onConflictDoNothing({ target: [decisions.applicationId, decisions.step] });
}

async function openTaskOf({ tx, app }: Step, taskId: string | undefined): Promise<TaskRow | undefined> {
  const ofApplication = and(
    eq(tasks.applicationId, app.id),
    eq(tasks.status, 'open'),
    ne(tasks.kind, 'refund'),
  );
  const rows = await tx.select().from(tasks).where(ofApplication);
  const approvals = rows.filter(({ kind }) => kind === 'approval' || kind === 'decline_review');
  return taskId === undefined ? approvals[0] : approvals.find(({ id }) => id === taskId);
}

/** Whether another tier of the route decides after this one. */
function recommends({ authority }: PolicySet, route: string | null, { kind, level }: TaskRow): boolean {
  if (kind !== 'approval' || route === null) return false;
  const tiers = authority.body.routes[Route.parse(route)] ?? [];
  const at = tiers.findIndex((tier) => tier.level === level);
  return at >= 0 && at < tiers.length - 1;
}

/** Who decided this application at another tier: that person cannot also check it here. */
async function otherTiersVoters({ tx, app }: Step, task: TaskRow): Promise<string[]> {
  const rows = await tx
    .select({ actorId: taskVotes.actorId })
    .from(taskVotes)
    .innerJoin(tasks, eq(tasks.id, taskVotes.taskId))
    .where(and(eq(tasks.applicationId, app.id), ne(tasks.level, task.level ?? '')));
  return rows.map(({ actorId }) => actorId);
}
