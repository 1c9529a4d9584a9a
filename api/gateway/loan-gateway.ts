import type { CommandInput, CommandKind, CommandRefusal, CommandResult } from '../../contracts/loan/commands';

/** What became of a command within the time the caller waits. */
export type CommandOutcome =
  | { kind: 'applied'; result: CommandResult }
  | { kind: 'refused'; code: CommandRefusal }
  /** Accepted, not yet applied; the command resource tells when it is. */
  | { kind: 'pending' };

/** The API's only way to Temporal. Everything it starts or signals is also in the outbox, so a failure here loses nothing. */
export interface LoanGateway {
  /** Whether Temporal answers. */
  ping(): Promise<void>;
  /** Starts the workflow of an application; a repeat finds it running. */
  start(applicationId: string): Promise<void>;
  /** Tells a loan to look into its inbox. */
  wake(applicationId: string): Promise<void>;
  /** Sends a command and waits for its result at most this long. */
  command(
    applicationId: string,
    kind: CommandKind,
    command: CommandInput,
    waitMs: number,
  ): Promise<CommandOutcome>;
  /** Starts the workflow that moves a test clock to the target of its row. */
  advanceClock(clockId: string): Promise<void>;
}
