import { setTimeout as pause } from 'node:timers/promises';
import { ApplicationFailure } from '@temporalio/common';
import type { CommandKind } from '../../../contracts/loan/commands';
import type {
  AppliedCommand,
  Deadline,
  InboxItem,
  OutsideSteps,
  RecordSteps,
  StepRef,
} from '../../../contracts/loan/steps';
import { Repayment } from './repayment';

type Steps = RecordSteps & OutsideSteps;
export type StepName = keyof Steps;
export type InputOf<N extends StepName> = Parameters<Steps[N]>[0];
export type OutputOf<N extends StepName> = Awaited<ReturnType<Steps[N]>>;
type Answer<N extends StepName> = (input: InputOf<N>) => OutputOf<N> | Promise<OutputOf<N>>;
type Answers = { [N in StepName]?: Answer<N>[] };
type CommandAnswer = (
  command: InputOf<'applyCommand'>['command'],
) => AppliedCommand | Promise<AppliedCommand>;

/** One call of a step, as Postgres and the outside parties would have seen it. */
export interface Call {
  step: StepName;
  input: StepRef & Record<string, unknown>;
  /** Time of the loan at the call: of the skipping server, or of its test clock. */
  at: string;
}

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** The outside sources that a consumer loan asks. */
const SOURCES = ['identity', 'telecom', 'bank_card', 'bureau', 'anti_fraud', 'court'];

/**
 * Plays Postgres and the outside parties of one loan. Left alone it lets the loan go straight through and be repaid on
 * time; a story replaces what it is about. A queue of answers is used up in order, and the last one stays.
 */
export class Script {
  readonly calls: Call[] = [];
  readonly repayment: Repayment;
  private readonly queues: Answers = {};
  private readonly commands = new Map<CommandKind, CommandAnswer[]>();
  private readonly inbox: InboxItem[] = [];
  private seq = 0;

  constructor(
    readonly now: () => Promise<number>,
    readonly startedAt: number,
  ) {
    this.repayment = new Repayment(startedAt);
  }

  /** Absolute time, so many days after the loan's start. */
  day(days: number): string {
    return new Date(this.startedAt + days * DAY_MS).toISOString();
  }

  /** A wait with a reminder, in days after the loan's start. */
  deadline(remindOnDay: number | null, expiresOnDay: number): Deadline {
    return {
      remindAt: remindOnDay === null ? null : this.day(remindOnDay),
      expiresAt: this.day(expiresOnDay),
    };
  }

  /** Results of a step, one per call. */
  answers<N extends StepName>(step: N, ...results: OutputOf<N>[]): this {
    return this.does(step, ...results.map((result) => () => result));
  }

  /** What a step does, one per call. */
  does<N extends StepName>(step: N, ...answers: Answer<N>[]): this {
    const queue: Answer<N>[] = this.queues[step] ?? [];
    queue.push(...answers);
    return this.put(step, queue);
  }

  /** Forgets what was scripted for a step; it does its ordinary work again. */
  recovers(step: StepName): this {
    delete this.queues[step];
    return this;
  }

  /** A step that fails, whatever its input: for good (the loan parks) or so that trying again may help. */
  fails(step: StepName, type: string, kind: 'for good' | 'for now'): this {
    this.queues[step] = [];
    return this.does(step, () => {
      throw ApplicationFailure.create({ message: type, type, nonRetryable: kind === 'for good' });
    });
  }

  /** What Postgres says to commands of a kind, one per command. */
  onCommand(kind: CommandKind, ...answers: (AppliedCommand | CommandAnswer)[]): this {
    const queue = this.commands.get(kind) ?? [];
    queue.push(...answers.map((answer) => (typeof answer === 'function' ? answer : () => answer)));
    this.commands.set(kind, queue);
    return this;
  }

  /** Writes a row into the loan's inbox, as the API does; the wake-up is a signal of its own. */
  deliver(kind: InboxItem['kind'], ref: string): void {
    this.seq += 1;
    this.inbox.push({ seq: this.seq, kind, ref });
  }

  /** Calls of some steps, or the names of all calls in order. */
  of<N extends StepName>(step: N): (StepRef & Record<string, unknown>)[] {
    return this.calls.filter((call) => call.step === step).map(({ input }) => input);
  }

  get order(): StepName[] {
    return this.calls.map(({ step }) => step);
  }

  /** Lets the loan work, in real time, until a step was called so many times; asks the loan nothing. */
  async called(step: StepName, times = 1): Promise<void> {
    const deadline = Date.now() + 15_000;
    while (this.of(step).length < times) {
      if (Date.now() > deadline) throw new Error(`${step} is not called: ${this.order.join(', ')}`);
      await pause(5);
    }
  }

  /** Times of the calls of a step. */
  timesOf(step: StepName): string[] {
    return this.calls.filter((call) => call.step === step).map(({ at }) => at);
  }

  /** Performs a step and records the call. */
  async perform<N extends StepName>(step: N, input: InputOf<N>): Promise<OutputOf<N>> {
    const at = new Date(await this.now()).toISOString();
    this.calls.push({ step, input: { ...input }, at });
    const queue: Answer<N>[] | undefined = this.queues[step];
    const scripted = queue && queue.length > 1 ? queue.shift() : queue?.[0];
    if (scripted) return scripted(input);
    const usual: Answer<N> = this.usual[step];
    return usual(input);
  }

  private put<N extends StepName>(step: N, queue: Answer<N>[]): this {
    Object.assign(this.queues, { [step]: queue });
    return this;
  }

  private drain(): InboxItem[] {
    return this.inbox.splice(0);
  }

  private async later(hours: number): Promise<string> {
    return new Date((await this.now()) + hours * HOUR_MS).toISOString();
  }

  private async within(remindDays: number, days: number): Promise<Deadline> {
    return { remindAt: await this.later(remindDays * 24), expiresAt: await this.later(days * 24) };
  }

  private async openTask(key: string, level: 'OFFICER' | 'SENIOR_OFFICER' | 'COMMITTEE') {
    return {
      taskId: `task_${key}`,
      level,
      dueAt: await this.later(24),
      deputyAt: await this.later(48),
    };
  }

  private async applied({ kind, command }: InputOf<'applyCommand'>): Promise<AppliedCommand> {
    const queue = this.commands.get(kind);
    const scripted = queue && queue.length > 1 ? queue.shift() : queue?.[0];
    if (scripted) return scripted(command);
    if (kind === 'approve') return { ok: true, effect: 'LEVEL_APPROVED', verdict: 'approved' };
    if (kind === 'reject')
      return { ok: true, effect: 'REJECTED', verdict: 'rejected', reasonCodes: command.reasonCodes };
    if (kind === 'returnForDocuments')
      return { ok: true, effect: 'RETURNED', verdict: 'returned', deadline: await this.within(5, 10) };
    return { ok: true, effect: kind.toUpperCase() };
  }

  /** What the steps do when no story says otherwise. */
  private readonly usual: { [N in StepName]: Answer<N> } = {
    preScreen: () => ({ verdict: 'pass' }),
    checkConsent: () => ({ granted: true, sources: SOURCES }),
    decide: () => ({ result: 'approve', route: 'AUTO', grade: 'A' }),
    openApproval: ({ level, round }) => this.openTask(`${level.level}_${round}`, level.level),
    openDeclineReview: ({ round }) => this.openTask(`review_${round}`, 'SENIOR_OFFICER'),
    escalateTask: async ({ to }) => ({ nextAt: to === 'deputy' ? await this.later(24) : null }),
    applyCommand: (input) => this.applied(input),
    recordRefusal: () => undefined,
    takeInbox: () => this.drain(),
    remindApplicant: () => undefined,
    closeApplication: () => undefined,
    payoutState: ({ payoutId }) => this.confirmed(payoutId),
    askForAccount: () => this.within(5, 10),
    planServicing: () => this.repayment.plan(),
    bookInbox: () => this.repayment.book(this.drain()),
    runMilestone: ({ milestone }) => this.repayment.reach(milestone),
    park: () => undefined,
    unpark: () => undefined,
    sleepOnClock: () => undefined,
    gatherFacts: ({ sources }) => sources.map((source) => ({ source, outcome: 'answered' })),
    prepareContract: async () => ({ contractId: 'ctr_1', deadline: await this.within(3, 7) }),
    sealContract: () => undefined,
    sendPayout: () => this.confirmed('out_1'),
    queryPayout: ({ payoutId }) => this.confirmed(payoutId),
    collectInstalment: ({ milestone }) => this.repayment.reach(milestone),
    queryDebit: ({ milestone }) => this.repayment.reach(milestone),
    payRefund: ({ milestone }) => this.repayment.reach(milestone),
    payDraw: ({ milestone }) => this.repayment.reach(milestone),
    issueLetter: ({ milestone }) => this.repayment.reach(milestone),
    issueCertificate: ({ milestone }) => this.repayment.reach(milestone),
  };

  private confirmed(payoutId: string): OutputOf<'sendPayout'> {
    const plan = this.repayment.plan();
    return { status: 'confirmed', payoutId, failureCode: null, askAgainAt: null, plan };
  }
}

/** Names of all steps, for the worker. */
export const STEP_NAMES: readonly StepName[] = [
  'preScreen',
  'checkConsent',
  'decide',
  'openApproval',
  'openDeclineReview',
  'escalateTask',
  'applyCommand',
  'recordRefusal',
  'takeInbox',
  'remindApplicant',
  'closeApplication',
  'payoutState',
  'askForAccount',
  'planServicing',
  'bookInbox',
  'runMilestone',
  'park',
  'unpark',
  'sleepOnClock',
  'gatherFacts',
  'prepareContract',
  'sealContract',
  'sendPayout',
  'queryPayout',
  'collectInstalment',
  'queryDebit',
  'payRefund',
  'payDraw',
  'issueLetter',
  'issueCertificate',
];
