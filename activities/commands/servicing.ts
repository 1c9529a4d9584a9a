import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { CommandInput } from '../../contracts/loan/commands';
import type { AppliedCommand } from '../../contracts/loan/steps';
import { type LoanEventBodyJson, loanEventBody } from '../../contracts/loan-events';
import { staffUsers } from '../../db/schema/access';
import { tasks } from '../../db/schema/tasks';
import { beyondLimits } from '../servicing/call-outcome';
import { asLoanStep, book } from '../servicing/loan-step';
import { planOf } from '../servicing/plan';
import type { ActivityDeps } from '../support/deps';
import { policiesOf } from '../support/policies';
import { announce } from '../support/record';
import type { Step } from '../support/step';

const minor = z
  .string()
  .regex(/^(0|[1-9]\d{0,17})$/)
  .default('0');
const WaiveTerms = z.object({
  fee: minor,
  penalty: minor,
  compound: minor,
  interest: minor,
  reason: z.string().min(1),
});
const periods = z
  .string()
  .regex(/^[1-9]\d{0,2}$/)
  .transform(Number);

/** Ways of changing a plan, by `terms.way`; each becomes one event of the account. */
const RestructureTerms = z.discriminatedUnion('way', [
  z.object({ way: z.literal('defer'), periods, interest: z.enum(['runs', 'waived']).default('runs') }),
  z.object({ way: z.literal('extend'), periods }),
  z.object({ way: z.literal('reamortise'), periods }),
  z.object({ way: z.literal('rate'), annualRate: z.string().regex(/^\d+(\.\d+)?%$/) }),
  z.object({
    way: z.literal('capitalise'),
    periods,
    annualRate: z
      .string()
      .regex(/^\d+(\.\d+)?%$/)
      .optional(),
  }),
]);

/** Lets go of penalty, compound interest, fees or interest, never of principal. */
export function waive(deps: ActivityDeps, step: Step, command: CommandInput): Promise<AppliedCommand> {
  const terms = WaiveTerms.safeParse(command.terms);
  if (!terms.success) return Promise.resolve({ ok: false, code: 'BAD_COMMAND' });
  const { reason, ...amounts } = terms.data;
  return bookCommand(
    deps,
    step,
    command,
    { type: 'waived', amounts: { ...amounts, principal: '0' }, reason },
    'WAIVED',
  );
}

/** Changes what is left of the plan. */
export function restructure(deps: ActivityDeps, step: Step, command: CommandInput): Promise<AppliedCommand> {
  const terms = RestructureTerms.safeParse(command.terms);
  if (!terms.success) return Promise.resolve({ ok: false, code: 'BAD_COMMAND' });
  return bookCommand(deps, step, command, restructuring(terms.data), 'RESTRUCTURED');
}

function restructuring(terms: z.infer<typeof RestructureTerms>): LoanEventBodyJson {
  switch (terms.way) {
    case 'defer':
      return { type: 'deferred', periods: terms.periods, interest: terms.interest };
    case 'extend':
      return { type: 'extended', periods: terms.periods };
    case 'reamortise':
      return { type: 'reamortised', periods: terms.periods };
    case 'rate':
      return { type: 'rate_changed', annualRate: terms.annualRate, reason: 'agreement' };
    case 'capitalise':
      return {
        type: 'restructured',
        capitalised: ['fee', 'penalty', 'compound', 'interest'],
        periods: terms.periods,
        ...(terms.annualRate && { annualRate: terms.annualRate }),
      };
  }
}

/** Writes the loan off (财金〔2017〕90号): only as old as the product says; the debt lives on and recovery continues. */
export async function writeOff(
  deps: ActivityDeps,
  step: Step,
  command: CommandInput,
): Promise<AppliedCommand> {
  const loanStep = await asLoanStep(deps, step);
  const { writeOffFromDays } = (await policiesOf(deps, step)).product.body.servicing;
  if (loanStep.account.daysOverdue < writeOffFromDays) return { ok: false, code: 'WRONG_STAGE' };
  const applied = await bookCommand(deps, step, command, { type: 'written_off' }, 'WRITTEN_OFF');
  if (applied.ok) await announce(step, 'loan.written_off', { loanId: step.app.loanId ?? '' });
  return applied;
}

async function bookCommand(
  deps: ActivityDeps,
  step: Step,
  command: CommandInput,
  body: LoanEventBodyJson,
  effect: string,
): Promise<AppliedCommand> {
  if (!loanEventBody.safeParse(body).success) return { ok: false, code: 'BAD_COMMAND' };
  const loanStep = await asLoanStep(deps, step);
  const outcome = await book(loanStep, {
    body,
    effectiveOn: step.today,
    idempotencyKey: `command/${command.commandId}`,
    actor: command.actorId,
  });
  if (!outcome.ok) return { ok: false, code: 'BOOKING_REFUSED' };
  return { ok: true, effect, plan: await planOf(deps, loanStep) };
}

/** Records what came of a call, letter, negotiation or refund task. */
export async function completeTask(
  deps: ActivityDeps,
  step: Step,
  command: CommandInput,
): Promise<AppliedCommand> {
  const { tx, app, now } = step;
  const { taskId, actorId, terms } = command;
  const mine = and(eq(tasks.id, taskId ?? ''), eq(tasks.applicationId, app.id));
  const [task] = await tx.select().from(tasks).where(mine).for('update');
  if (!task || task.kind === 'approval' || task.kind === 'decline_review')
    return { ok: false, code: 'NO_SUCH_TASK' };
  if (task.status !== 'open') return { ok: false, code: 'TASK_NOT_OPEN' };
  const [staff] = await tx.select().from(staffUsers).where(eq(staffUsers.id, actorId));
  if (!staff?.active || !staff.roles.includes(task.requiredRole))
    return { ok: false, code: 'NOT_AUTHORISED' };
  const { outcome = 'done', ...said } = terms ?? {};
  const flagged = await beyondLimits(deps, step, task, { outcome, ...said });
  if (!flagged.ok) return flagged;
  await tx
    .update(tasks)
    .set({
      status: 'done',
      outcome,
      details: { ...(task.details as Record<string, unknown>), ...said, ...flagged.details },
      closedAt: now,
      closedBy: actorId,
      version: task.version + 1,
    })
    .where(eq(tasks.id, task.id));
  return { ok: true, effect: 'TASK_DONE' };
}
