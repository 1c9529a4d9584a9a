import type { ServicingPlan } from '../../contracts/loan/plan';
import type { Outcome, Stage, Wait } from '../../contracts/loan/stage';

/** Version of the snapshot below; a new version migrates old ones where it is read. */
export const SCHEMA_VERSION = 1;

/** Argument of the workflow and of each continue-as-new: all that a loan needs to go on. Ids, codes and dates only. */
export interface LoanInput {
  schemaVersion: typeof SCHEMA_VERSION;
  applicationId: string;
  customerId: string;
  productCode: string;
  /** Test clock the loan is attached to, and its time at the start. Null in real time. */
  clock: { id: string; now: string } | null;
  /** Where to begin: a new application, or a loan in servicing (continued, or started again from Postgres). */
  from: 'application' | 'servicing';
  /** Events after which a run continues as new at the next quiet moment. */
  historyLimit: number;
  plan: ServicingPlan | null;
}

/** Answer of the query `progress`: what stage, since when, waiting for whom, until when. */
export interface LoanProgress {
  applicationId: string;
  stage: Stage;
  since: string;
  waitingFor: Wait | null;
  waitUntil: string | null;
  parked: { step: string; reason: string; since: string } | null;
  openTask: { taskId: string; level: string } | null;
  outcome: Outcome | null;
  plan: ServicingPlan | null;
}

/** What the workflow returns when it ends. */
export interface LoanOutcome {
  applicationId: string;
  outcome: Outcome;
}

/** Mutable state of one run. Changed by the main loop alone; handlers only enqueue. */
export class LoanState {
  stage: Stage;
  since: string;
  waitingFor: Wait | null = null;
  waitUntil: string | null = null;
  parked: LoanProgress['parked'] = null;
  openTask: LoanProgress['openTask'] = null;
  voted: string[] = [];
  outcome: Outcome | null = null;
  route = '';
  grade = '';
  plan: ServicingPlan | null;

  constructor(
    readonly input: LoanInput,
    now: string,
  ) {
    this.stage = input.plan?.view.stage ?? 'PRE_SCREEN';
    this.since = now;
    this.plan = input.plan;
  }

  /** Moves to a stage; the time of entry is kept while the stage stays the same. */
  enter(stage: Stage, now: string): void {
    if (this.stage === stage) return;
    this.stage = stage;
    this.since = now;
  }

  progress(): LoanProgress {
    const { input, stage, since, waitingFor, waitUntil, parked, openTask, outcome, plan } = this;
    return {
      applicationId: input.applicationId,
      stage,
      since,
      waitingFor,
      waitUntil,
      parked,
      openTask,
      outcome,
      plan,
    };
  }

  /** The next run's argument: absolute times only, so that a wait goes on where it was. */
  continued(now: string): LoanInput {
    const clock = this.input.clock && { ...this.input.clock, now };
    return { ...this.input, clock, from: 'servicing', plan: this.plan };
  }
}
