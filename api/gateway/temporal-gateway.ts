import { setTimeout as pause } from 'node:timers/promises';
import {
  type Client,
  isGrpcServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowFailedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { COMMAND_REFUSALS, type CommandInput, type CommandKind } from '../../contracts/loan/commands';
import { commandUpdate } from '../../workflows/loan/messages';
import { clockWorkflowId, LOAN_QUEUE, loanWorkflowId, WORKFLOW_TYPES } from '../../workflows/names';
import { ProblemError } from '../problem';
import type { CommandOutcome, LoanGateway, RunStanding } from './loan-gateway';
import { standingOf } from './run-standing';

const QUICK_MS = 2_000;
const ACCEPT_MS = 5_000;
/** The status of an answer that says: no such thing. */
const GRPC_NOT_FOUND = 5;

/** The gateway over a Temporal client. */
export class TemporalGateway implements LoanGateway {
  constructor(private readonly client: Client) {}

  async ping(): Promise<void> {
    await this.quickly(() => this.client.workflowService.getSystemInfo({}));
  }

  async command(
    applicationId: string,
    kind: CommandKind,
    command: CommandInput,
    waitMs: number,
  ): Promise<CommandOutcome> {
    const handle = this.client.workflow.getHandle(loanWorkflowId(applicationId));
    const waited = Date.now() + waitMs;
    try {
      const update = await this.inTime(ACCEPT_MS, () =>
        handle.startUpdate(commandUpdate(kind), {
          args: [command],
          updateId: command.commandId,
          waitForStage: 'ACCEPTED',
        }),
      );
      if (update === LATE)
        throw new ProblemError('DEPENDENCY_UNAVAILABLE', { headers: { 'retry-after': '2' } });
      const result = await this.inTime(Math.max(waited - Date.now(), 0), () => update.result());
      return result === LATE ? { kind: 'pending' } : { kind: 'applied', result };
    } catch (error) {
      return refusalOf(error);
    }
  }

  async retryStep(
    applicationId: string,
    { runId, activityId }: { runId: string; activityId: string },
  ): Promise<'told' | 'absent'> {
    const { options, workflowService } = this.client;
    const execution = { workflowId: loanWorkflowId(applicationId), runId };
    const { namespace, identity } = options;
    try {
      await this.quickly(() =>
        workflowService.resetActivity({ namespace, execution, identity, id: activityId }),
      );
      return 'told';
    } catch (error) {
      if (isGrpcServiceError(error) && error.code === GRPC_NOT_FOUND) return 'absent';
      throw error;
    }
  }

  async standing(applicationId: string): Promise<RunStanding | null> {
    try {
      const handle = this.client.workflow.getHandle(loanWorkflowId(applicationId));
      return standingOf(await this.quickly(() => handle.describe()));
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return null;
      throw error;
    }
  }

  async advanceClock(clockId: string): Promise<void> {
    const workflowId = clockWorkflowId(clockId);
    const options = { workflowId, taskQueue: LOAN_QUEUE, args: [clockId] };
    const start = () => this.client.workflow.start(WORKFLOW_TYPES.advanceClock, options);
    try {
      await this.quickly(start);
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      // It may be the former advance, which said ready and is just closing: it would not see the new target.
      const closed = await this.inTime(QUICK_MS, () => this.closeOf(workflowId));
      if (closed !== LATE) await this.quickly(start).catch(unlessStarted);
    }
  }

  /** Returns when the workflow's run is closed, however it ended. */
  private async closeOf(workflowId: string): Promise<void> {
    await this.client.workflow
      .getHandle(workflowId)
      .result()
      .catch((error: unknown) => {
        if (!(error instanceof WorkflowFailedError)) throw error;
      });
  }

  /** A call's result, or LATE once the time is over; the call is then given up, for its loan goes on without a listener. */
  private async inTime<T>(ms: number, call: () => Promise<T>): Promise<T | typeof LATE> {
    const over = new AbortController();
    const called = this.client.withAbortSignal(over.signal, call);
    called.catch(() => undefined);
    try {
      return await Promise.race([called, pause(ms, LATE, { signal: over.signal })]);
    } finally {
      over.abort();
    }
  }

  private quickly<T>(call: () => Promise<T>): Promise<T> {
    return this.client.withDeadline(Date.now() + QUICK_MS, call);
  }
}

const LATE = Symbol('late');

/** What a failed update means to its caller. */
function refusalOf(error: unknown): CommandOutcome {
  if (error instanceof WorkflowNotFoundError) return { kind: 'absent' };
  if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure) {
    const { type } = error.cause;
    const code = COMMAND_REFUSALS.find((known) => known === type);
    if (code !== undefined) return { kind: 'refused', code };
  }
  throw error;
}

function unlessStarted(error: unknown): void {
  if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
}
