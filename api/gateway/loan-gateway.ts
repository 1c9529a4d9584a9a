import type { RunState, STEP_STATES } from '../../contracts/http/process';
import type { CommandInput, CommandKind, CommandRefusal, CommandResult } from '../../contracts/loan/commands';

/** What became of a command within the time the caller waits. */
export type CommandOutcome =
  | { kind: 'applied'; result: CommandResult }
  | { kind: 'refused'; code: CommandRefusal }
  /** No such workflow runs: not started yet, or ended. */
  | { kind: 'absent' }
  /** Accepted, not yet applied; the command resource tells when it is. */
  | { kind: 'pending' };

/** A step that Temporal has been told of and that has not ended. */
export interface PendingStep {
  step: string;
  state: (typeof STEP_STATES)[number];
  /** The attempt at work or to come, from one. */
  attempt: number;
  /** Type of the last failure. */
  error: string | null;
  lastFailedAt: Date | null;
  nextAttemptAt: Date | null;
}

/** The latest run of a loan's workflow. */
export interface RunStanding {
  runId: string;
  state: RunState;
  startedAt: Date;
  closedAt: Date | null;
  events: number;
  steps: PendingStep[];
}

/** The API's only way to Temporal. Starts and wakes are not here: the relay carries them from the outbox, which is told of each commit. */
export interface LoanGateway {
  /** Whether Temporal answers. */
  ping(): Promise<void>;
  /** Sends a command and waits for its result at most this long. */
  command(
    applicationId: string,
    kind: CommandKind,
    command: CommandInput,
    waitMs: number,
  ): Promise<CommandOutcome>;
  /** Lets a step that waits between attempts try at once, with all its attempts before it again. */
  retryStep(applicationId: string, step: { runId: string; activityId: string }): Promise<'told' | 'absent'>;
  /** How the loan's workflow stands; null where Temporal keeps no run of it. */
  standing(applicationId: string): Promise<RunStanding | null>;
  /** Starts the workflow that moves a test clock to the target of its row. */
  advanceClock(clockId: string): Promise<void>;
}
