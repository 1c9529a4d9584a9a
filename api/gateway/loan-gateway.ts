import type { CommandInput, CommandKind, CommandRefusal, CommandResult } from '../../contracts/loan/commands';

/** What became of a command within the time the caller waits. */
export type CommandOutcome =
  | { kind: 'applied'; result: CommandResult }
  | { kind: 'refused'; code: CommandRefusal }
  /** No such workflow runs: not started yet, or ended. */
  | { kind: 'absent' }
  /** Accepted, not yet applied; the command resource tells when it is. */
  | { kind: 'pending' };

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
  /** Starts the workflow that moves a test clock to the target of its row. */
  advanceClock(clockId: string): Promise<void>;
}
