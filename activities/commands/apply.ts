import { eq } from 'drizzle-orm';
import type { CommandInput, CommandKind, CommandRefusal } from '../../contracts/loan/commands';
import type { AppliedCommand } from '../../contracts/loan/steps';
import { commands } from '../../db/schema/messaging';
import { castVote } from '../approval/vote';
import type { ActivityDeps } from '../support/deps';
import { audit } from '../support/record';
import { inStep, type Step } from '../support/step';
import { actorMay } from './actor-may';
import { cancelPayout, requestReview, withdraw } from './origination';
import { resume } from './resume';
import { completeTask, restructure, waive, writeOff } from './servicing';

export interface ApplyInput {
  applicationId: string;
  kind: CommandKind;
  channel: 'api' | 'signal';
  command: CommandInput;
}

/**
 * Applies a command once: a repeat of its id returns the stored result. Whoever sent it, the actor's role and authority
 * are those of Postgres; a bare signal proves no identity and is refused where the lender has not allowed it.
 */
export function applyCommand(deps: ActivityDeps, input: ApplyInput): Promise<AppliedCommand> {
  return inStep(deps, input.applicationId, async (step) => {
    const { tx, now } = step;
    const stored = await register(step, input);
    if (stored) return stored;
    const { command } = input;
    const result = await perform(deps, step, input);
    const status = statusAfter(result);
    await tx
      .update(commands)
      .set({ status, result, appliedAt: now })
      .where(eq(commands.id, command.commandId));
    await note(step, input, result);
    return result;
  });
}

/** A first word that waits for a second person's is neither applied nor refused. */
function statusAfter(result: AppliedCommand): 'applied' | 'proposed' | 'refused' {
  if (result.ok) return 'applied';
  return result.code === 'SECOND_PERSON_NEEDED' ? 'proposed' : 'refused';
}

/** A refusal by the workflow itself: the command did not fit the moment. Recorded like any other outcome. */
export function recordRefusal(
  deps: ActivityDeps,
  input: ApplyInput & { code: CommandRefusal },
): Promise<void> {
  return inStep(deps, input.applicationId, async (step) => {
    const { tx, now } = step;
    const { command, code } = input;
    if (await register(step, input)) return;
    const result = { ok: false, code } as const;
    await tx
      .update(commands)
      .set({ status: 'refused', result, appliedAt: now })
      .where(eq(commands.id, command.commandId));
    await note(step, input, result);
  });
}

/** Who ordered what by which way, and what it came to. */
function note(step: Step, { kind, channel, command }: ApplyInput, result: AppliedCommand): Promise<void> {
  const { commandId, actorId } = command;
  const outcome = result.ok ? result.effect : result.code;
  return audit(step, `command.${kind}`, actorId, { commandId, channel, outcome });
}

/**
 * Writes the command's row if the API did not; returns the result if it has one. The id of another loan's, kind's or
 * person's command is not theirs to use: who sends signals chooses ids freely, and would get somebody else's result.
 */
async function register(step: Step, input: ApplyInput): Promise<AppliedCommand | null> {
  const { tx, app, now } = step;
  const { kind, channel, command } = input;
  const { commandId, actorId } = command;
  const workflowId = `loan/${app.id}`;
  const row = { id: commandId, workflowId, kind, actorId, channel, payload: command, clockId: app.clockId };
  await tx
    .insert(commands)
    .values({ ...row, status: 'pending', createdAt: now })
    .onConflictDoNothing();
  const [known] = await tx.select().from(commands).where(eq(commands.id, commandId)).for('update');
  if (known?.workflowId !== workflowId || known.kind !== kind || known.actorId !== actorId) {
    const taken = { ok: false, code: 'BAD_COMMAND' } as const;
    await note(step, input, taken);
    return taken;
  }
  return known.status === 'pending' ? null : (known.result as AppliedCommand);
}

async function perform(
  deps: ActivityDeps,
  step: Step,
  { kind, channel, command }: ApplyInput,
): Promise<AppliedCommand> {
  if (channel === 'signal' && !deps.settings.signalDecisions)
    return { ok: false, code: 'SIGNAL_NOT_ALLOWED' };
  switch (kind) {
    case 'approve':
    case 'reject':
    case 'returnForDocuments':
      return castVote(deps, step, kind, channel, command);
    case 'completeTask':
      return completeTask(deps, step, command);
    default:
      break;
  }
  if (!(await actorMay(step, kind, command.actorId))) return { ok: false, code: 'NOT_AUTHORISED' };
  switch (kind) {
    case 'withdraw':
      return withdraw(step, command);
    case 'requestReview':
      return requestReview(step, command);
    case 'cancelPayout':
      return cancelPayout(step, command);
    case 'resume':
      return resume(step, command);
    case 'waive':
      return waive(deps, step, command);
    case 'restructure':
      return restructure(deps, step, command);
    case 'writeOff':
      return writeOff(deps, step, command);
  }
}
