import type { ServicingPlan } from '../../contracts/loan/plan';
import type { Outcome, Stage, Wait } from '../../contracts/loan/stage';
import type { PayoutResult } from '../../contracts/loan/steps';

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
  /** What the run before this one knew; null in the first. */
  carried: Carried | null;
}

/** What a run hands to the next: absolute times only, so that a wait goes on where it was. */
export interface Carried {
  since: string;
  route: string;
  grade: string;
  plan: ServicingPlan;
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

/** Stage that a loan is started in; its search attribute is set together with the start. */
export const STAGE_AT_START = { application: 'PRE_SCREEN', servicing: 'REPAYING' } as const;

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
  route: string;
  grade: string;
  plan: ServicingPlan | null;
  /** What the bank said of the payout that was sent along with the seal, until it is looked at. */
  paidAlong: PayoutResult | null = null;

  constructor(
    readonly input: LoanInput,
    now: string,
  ) {
    const { carried, from } = input;
    this.stage = carried?.plan.view.stage ?? STAGE_AT_START[from];
    this.since = carried?.since ?? now;
    this.route = carried?.route ?? '';
    this.grade = carried?.grade ?? '';
    this.plan = carried?.plan ?? null;
  }

  /** Moves to a stage, at work; the time of entry is kept while the stage stays the same. */
  enter(stage: Stage, now: string): void {
    this.waitingFor = null;
    this.waitUntil = null;
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

  /** The next run's argument. */
  continued(plan: ServicingPlan, now: string): LoanInput {
    const { input, since, route, grade } = this;
    const clock = input.clock && { ...input.clock, now };
    return { ...input, clock, from: 'servicing', carried: { since, route, grade, plan } };
  }
}
