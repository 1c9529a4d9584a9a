import { ApplicationFailure, condition, isCancellation, setCurrentDetails } from '@temporalio/workflow';
import type { CommandInput, CommandKind, CommandRefusal, CommandResult } from '../../contracts/loan/commands';
import type { Stage, Wait } from '../../contracts/loan/stage';
import type { AppliedCommand, StepRef } from '../../contracts/loan/steps';
import { Attributes } from './attributes';
import { detailsOf } from './details';
import { parseTick } from './messages';
import { orPark } from './park';
import type { LoanState } from './state';
import { type RecordStep, record, type StepArgs, type StepResult, stubborn } from './steps';

/** A command that waits for the loop, with the promise its caller waits on. Signals have nobody waiting. */
export interface PendingCommand {
  kind: CommandKind;
  channel: 'api' | 'signal';
  input: CommandInput;
  settle: (result: CommandResult | ApplicationFailure) => void;
}

/** What ended a wait. */
export type LoanEvent =
  | { type: 'deadline' }
  | { type: 'mail' }
  | { type: 'command'; pending: PendingCommand };

/** A wait of the process: on whom, until when, in which stage. */
export interface WaitSpec {
  stage: Stage;
  on: Wait;
  until: string | null;
  /** When the one waited for is out of time, if something else is due before that. People are shown this. */
  endsAt?: string;
}

/** The loop's side of one loan: its queue of news, its clock, and the one place where it sleeps. */
export class LoanProcess {
  readonly ref: StepRef;
  private readonly commands: PendingCommand[] = [];
  private readonly attributes: Attributes;
  private mail: boolean;
  private virtualNow: number | null;

  constructor(readonly state: LoanState) {
    this.ref = { applicationId: state.input.applicationId };
    this.attributes = new Attributes(state);
    this.virtualNow = state.input.clock ? Date.parse(state.input.clock.now) : null;
    // A run that continues another may have missed the wake-up of its predecessor.
    this.mail = state.input.from === 'servicing';
  }

  /** Time as this loan knows it: the test clock's when it has one. */
  now(): string {
    return new Date(this.virtualNow ?? Date.now()).toISOString();
  }

  enqueue(command: PendingCommand): void {
    this.commands.push(command);
  }

  wake(): void {
    this.mail = true;
  }

  /** Takes the test clock's time; what is no time (anybody may send a signal) changes nothing. */
  tick(moved: unknown): void {
    const now = parseTick(moved);
    if (this.virtualNow !== null && now !== undefined) this.virtualNow = Math.max(this.virtualNow, now);
  }

  /** Whether the inbox may hold news that nobody has looked at. */
  hasMail(): boolean {
    return this.mail;
  }

  /** Whether somebody's command waits to be looked at. */
  hasCommands(): boolean {
    return this.commands.length > 0;
  }

  /** Whether nothing is left to look at: the moment at which a run may end or continue as new. */
  idle(): boolean {
    return !this.mail && this.commands.length === 0;
  }

  /** Moves to a stage in which the loan is at work and waits for nobody. */
  enter(stage: Stage): void {
    this.state.enter(stage, this.now());
    setCurrentDetails(detailsOf(this.state));
  }

  /** Sleeps until there is news or the wait is over, whichever is first. News come before the deadline. */
  async next(wait: WaitSpec): Promise<LoanEvent> {
    const { state } = this;
    state.enter(wait.stage, this.now());
    state.waitingFor = wait.on;
    state.waitUntil = wait.endsAt ?? wait.until;
    this.show();
    const event = await this.newsOrDeadline(wait);
    this.enter(wait.stage);
    return event;
  }

  private async newsOrDeadline(wait: WaitSpec): Promise<LoanEvent> {
    for (;;) {
      const command = this.commands.shift();
      if (command) return { type: 'command', pending: command };
      if (this.mail) {
        this.mail = false;
        return { type: 'mail' };
      }
      if (this.isPast(wait.until)) return { type: 'deadline' };
      await this.sleep(wait, () => !this.idle());
    }
  }

  /** The next queued command without waiting; steps look here before they do what cannot be undone. */
  queued(): PendingCommand | undefined {
    return this.commands.shift();
  }

  /** A database step of the story; what fails for good parks the loan until an operator resumes it. */
  record<N extends RecordStep>(name: N, ...args: StepArgs<N>): Promise<StepResult<N>> {
    return orPark(this, name, () => record(name, ...args));
  }

  /** A step outside the database, parked likewise. */
  attempt<T>(name: string, run: () => Promise<T>): Promise<T> {
    return orPark(this, name, run);
  }

  /**
   * Applies a command in Postgres, where role and authority are checked, and answers its caller. A command that
   * cannot be applied for a technical reason fails for its caller alone: the loan stays as it was.
   */
  async apply(pending: PendingCommand): Promise<AppliedCommand> {
    const { kind, channel, input } = pending;
    try {
      const applied = await record('applyCommand', { ...this.ref, kind, channel, command: input });
      pending.settle(
        applied.ok ? { commandId: input.commandId, effect: applied.effect } : refusal(applied.code),
      );
      return applied;
    } catch (error) {
      if (isCancellation(error)) throw error;
      await this.refuse(pending, 'COMMAND_FAILED');
      return { ok: false, code: 'COMMAND_FAILED' };
    }
  }

  /** Refuses a command that does not fit this moment; the refusal is recorded. */
  async refuse(pending: PendingCommand, code: CommandRefusal): Promise<void> {
    const { kind, channel, input } = pending;
    await stubborn('recordRefusal', { ...this.ref, kind, channel, command: input, code });
    pending.settle(refusal(code));
  }

  /** Waits for an operator's `resume`; everything else is refused meanwhile, news stay in the inbox. */
  async untilResumed(): Promise<void> {
    for (;;) {
      await this.sleep({ on: 'OPERATOR', until: null }, () => this.commands.length > 0);
      const pending = this.commands.shift();
      if (!pending) continue;
      if (pending.kind !== 'resume') await this.refuse(pending, 'PARKED');
      else if ((await this.apply(pending)).ok) return;
    }
  }

  /** Brings what people see up to date: the details in the Temporal UI and the search attributes. */
  show(): void {
    setCurrentDetails(detailsOf(this.state));
    this.attributes.publish(this.state);
  }

  private isPast(until: string | null): boolean {
    return until !== null && Date.parse(until) <= (this.virtualNow ?? Date.now());
  }

  private async sleep({ on, until }: Pick<WaitSpec, 'on' | 'until'>, news: () => boolean): Promise<void> {
    if (this.virtualNow !== null) {
      await stubborn('sleepOnClock', { ...this.ref, until });
      await condition(() => news() || this.isPast(until));
    } else if (until === null) {
      await condition(news);
    } else {
      const summary = `${on} until ${until}`;
      await condition(news, Math.max(1, Date.parse(until) - Date.now()), { summary });
    }
  }
}

/** The typed failure that the caller of an update receives. */
export function refusal(code: CommandRefusal): ApplicationFailure {
  return ApplicationFailure.create({ message: code, type: code, nonRetryable: true });
}
