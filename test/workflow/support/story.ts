import { setTimeout as pause } from 'node:timers/promises';
import {
  isGrpcCancelledError,
  isGrpcDeadlineError,
  type WorkflowHandle,
  WorkflowUpdateFailedError,
  WorkflowUpdateStage,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { CommandInput, CommandKind, CommandResult } from '../../../contracts/loan/commands';
import type { Wait } from '../../../contracts/loan/stage';
import type { InboxItem } from '../../../contracts/loan/steps';
import type { loan } from '../../../workflows/loan/loan';
import { commandSignal, commandUpdate, progress, tick, wake } from '../../../workflows/loan/messages';
import type { LoanProgress } from '../../../workflows/loan/state';
import type { Script } from './script';

type Order = Partial<CommandInput>;
const PATIENCE_MS = 15_000;
const ANSWER_MS = 3_000;
let commandCount = 0;

/** A command of an actor, with an id of its own. */
export function commandOf(order: Order): CommandInput {
  commandCount += 1;
  return { commandId: `cmd_${commandCount}`, actorId: 'usr_1', ...order };
}

/** One running loan: what a story does to it and sees of it. */
export class Story {
  constructor(
    private readonly env: TestWorkflowEnvironment,
    readonly handle: WorkflowHandle<typeof loan>,
    readonly script: Script,
    readonly firstRunId: string,
  ) {}

  /** What the loan says of itself. The skipping server may lose a question that meets a task on its way; it is put again. */
  async progress(): Promise<LoanProgress> {
    const { connection } = this.env;
    for (const until = Date.now() + PATIENCE_MS; ; ) {
      try {
        return await connection.withDeadline(Date.now() + ANSWER_MS, () => this.handle.query(progress));
      } catch (error) {
        const unanswered = isGrpcDeadlineError(error) || isGrpcCancelledError(error);
        if (!unanswered || Date.now() > until) throw error;
      }
    }
  }

  /** Lets the loan work, in real time, until its progress is as wished. */
  async until(wish: (progress: LoanProgress) => boolean): Promise<LoanProgress> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const now = await this.progress();
      if (wish(now)) return now;
      if (Date.now() > deadline) throw new Error(`the loan stays at ${JSON.stringify(now)}`);
      await pause(10);
    }
  }

  /** Lets the loan work until it waits for somebody or something. */
  waitsFor(on: Wait): Promise<LoanProgress> {
    return this.until(({ waitingFor }) => waitingFor === on);
  }

  /** Lets time pass, in days; whatever falls due meanwhile happens at its own time. */
  async pass(days: number): Promise<void> {
    await this.env.sleep(days * 86_400_000);
  }

  /** A row in the inbox and the wake-up that follows it. */
  async news(kind: InboxItem['kind'], ref = `${kind}_1`): Promise<void> {
    this.script.deliver(kind, ref);
    await this.handle.signal(wake);
  }

  /** Orders something and waits until it is applied. */
  order(kind: CommandKind, order: Order = {}): Promise<CommandResult> {
    return this.handle.executeUpdate(commandUpdate(kind), { args: [commandOf(order)] });
  }

  /** Orders something and returns once it is accepted; the result is awaited later. */
  begin(kind: CommandKind, order: Order = {}) {
    return this.handle.startUpdate(commandUpdate(kind), {
      args: [commandOf(order)],
      waitForStage: WorkflowUpdateStage.ACCEPTED,
    });
  }

  /** The same order by signal, as from the Temporal CLI. */
  signal(kind: CommandKind, order: Order = {}): Promise<void> {
    return this.handle.signal(commandSignal(kind), commandOf(order));
  }

  /** Anything at all sent to a handler: the CLI does not check. */
  signalRaw(name: string, ...args: unknown[]): Promise<void> {
    return this.handle.signal(name, ...args);
  }

  orderRaw(name: string, args: unknown[]): Promise<unknown> {
    const options: { args: [unknown] } = { args: args as [unknown] };
    return this.handle.executeUpdate<unknown, [unknown]>(name, options);
  }

  /** The test clock moves on. */
  tick(now: string): Promise<void> {
    return this.handle.signal(tick, { now });
  }

  /** What the Temporal UI shows as current details. */
  async details(): Promise<string> {
    const metadata = await this.handle.query<{ currentDetails: string }, []>('__temporal_workflow_metadata');
    return metadata.currentDetails;
  }

  /** Search attributes by name; times as ISO texts. */
  async attributes(): Promise<Record<string, unknown>> {
    const { typedSearchAttributes } = await this.handle.describe();
    return Object.fromEntries(
      typedSearchAttributes
        .getAll()
        .map(({ key, value }) => [key.name, value instanceof Date ? value.toISOString() : value]),
    );
  }

  /** Waits, in real time, until the search attributes hold these values: they are written when the task completes. */
  async shows(expected: Record<string, unknown>): Promise<void> {
    const deadline = Date.now() + 10_000;
    for (;;) {
      const now = await this.attributes();
      const missing = Object.entries(expected).filter(([name, value]) => now[name] !== value);
      if (missing.length === 0) return;
      if (Date.now() > deadline)
        throw new Error(`not shown: ${missing.map(([name, value]) => `${name}=${value}`).join(', ')}`);
      await pause(20);
    }
  }

  /** How the loan ended; time is skipped as far as needed. */
  async outcome(): Promise<string> {
    return (await this.handle.result()).outcome;
  }

  async history() {
    return this.handle.fetchHistory();
  }
}

/** Code of the refusal that an order met; fails if it met none. */
export async function refusalOf(order: Promise<unknown>): Promise<string | null | undefined> {
  try {
    await order;
  } catch (error) {
    if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure)
      return error.cause.type;
    throw error;
  }
  throw new Error('the order was not refused');
}
