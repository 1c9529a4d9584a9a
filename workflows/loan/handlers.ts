import {
  ApplicationFailure,
  allHandlersFinished,
  condition,
  setHandler,
  Trigger,
  uuid4,
} from '@temporalio/workflow';
import type { CommandInput, CommandKind, CommandRefusal, CommandResult } from '../../contracts/loan/commands';
import type { Stage } from '../../contracts/loan/stage';
import { COMMAND_HELP, commandSignal, commandUpdate, parseCommand, progress, tick, wake } from './messages';
import { type LoanProcess, refusal } from './process';
import type { LoanState } from './state';

/** Stages in which a command can make sense; the loop and Postgres have the last word. */
const STAGES_OF: Record<CommandKind, readonly Stage[] | 'any'> = {
  approve: ['APPROVAL'],
  reject: ['APPROVAL'],
  returnForDocuments: ['APPROVAL'],
  withdraw: ['PRE_SCREEN', 'SUPPLEMENT', 'CONSENT', 'FACTS', 'DECISION', 'APPROVAL', 'DECLINED', 'OFFER'],
  requestReview: ['DECLINED'],
  cancelPayout: ['ACCOUNT_CORRECTION'],
  completeTask: 'any',
  waive: ['REPAYING', 'OVERDUE', 'WRITTEN_OFF'],
  restructure: ['REPAYING', 'OVERDUE'],
  writeOff: ['OVERDUE'],
  resume: 'any',
};

/** Why a command cannot be accepted now, as far as the workflow's own memory knows. */
function objection(state: LoanState, kind: CommandKind, raw: unknown): CommandRefusal | null {
  const command = parseCommand(raw, '-');
  if (!command) return 'BAD_COMMAND';
  if (kind === 'resume') return state.parked ? null : 'NOT_PARKED';
  if (state.parked) return 'PARKED';
  if (state.outcome) return 'LOAN_CLOSED';
  const stages = STAGES_OF[kind];
  if (stages !== 'any' && !stages.includes(state.stage)) return 'WRONG_STAGE';
  if (kind === 'approve' || kind === 'reject' || kind === 'returnForDocuments')
    return taskObjection(state, command);
  return null;
}

function taskObjection(state: LoanState, command: CommandInput): CommandRefusal | null {
  if (!state.openTask) return 'NO_SUCH_TASK';
  if (command.taskId !== undefined && command.taskId !== state.openTask.taskId) return 'TASK_NOT_OPEN';
  return state.voted.includes(command.actorId) ? 'ALREADY_VOTED' : null;
}

/** Registers every handler, before anything is awaited. Handlers validate and enqueue; the loop alone changes state. */
export function registerHandlers(process: LoanProcess): void {
  const { state } = process;
  setHandler(progress, () => state.progress(), {
    description: 'Stage, since when, waiting for whom, until when.',
  });
  setHandler(wake, () => process.wake(), { description: 'News for this loan are in the inbox table.' });
  setHandler(tick, (moved) => process.tick(moved), { description: 'Test clock has moved.' });
  for (const kind of Object.keys(COMMAND_HELP) as CommandKind[]) registerCommand(process, kind);
}

function registerCommand(process: LoanProcess, kind: CommandKind): void {
  const { state } = process;
  const description = COMMAND_HELP[kind];
  setHandler(
    commandUpdate(kind),
    async (raw) => {
      const input = parseCommand(raw, uuid4());
      if (!input) throw refusal('BAD_COMMAND');
      const done = new Trigger<CommandResult | ApplicationFailure>();
      process.enqueue({ kind, channel: 'api', input, settle: (result) => done.resolve(result) });
      const result = await done;
      if (result instanceof ApplicationFailure) throw result;
      return result;
    },
    {
      description,
      validator: (raw) => {
        const code = objection(state, kind, raw);
        if (code) throw refusal(code);
      },
    },
  );
  setHandler(
    commandSignal(kind),
    (raw) => {
      const input = parseCommand(raw, uuid4());
      // Not even a command: there is nobody to tell and nothing to record it under.
      if (input) process.enqueue({ kind, channel: 'signal', input, settle: () => undefined });
    },
    { description },
  );
}

/** Waits until no caller is left without an answer; the run may end or continue as new after it. */
export async function answerEverybody(): Promise<void> {
  await condition(allHandlersFinished);
}
