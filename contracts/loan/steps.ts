import type { CommandInput, CommandKind, CommandRefusal } from './commands';
import type { Milestone, ServicingPlan } from './plan';
import type { Outcome, Wait } from './stage';

/** Reference to the loan process that a step works for. */
export interface StepRef {
  applicationId: string;
}

/** Absolute times of a wait: when to remind (may be null) and when it ends. */
export interface Deadline {
  remindAt: string | null;
  expiresAt: string;
}

export type PreScreenResult =
  /** With the sources to ask, when every consent that they need stands already. */
  | { verdict: 'pass'; sources?: string[] }
  | { verdict: 'supplement'; missing: string[]; deadline: Deadline }
  | { verdict: 'decline'; reasonCodes: string[]; reviewUntil: string | null };

export type ConsentResult =
  | { granted: true; sources: string[] }
  | { granted: false; missing: string[]; deadline: Deadline };

export interface SourceResult {
  source: string;
  outcome: 'answered' | 'no_record' | 'refused' | 'unavailable';
}

/** A source was not asked, because the consent that it needs has lapsed: the applicant is asked anew. */
export interface LapsedConsent {
  source: string;
  outcome: 'consent_lapsed';
}

export type DecisionResult =
  | { result: 'approve'; route: string; grade: string }
  | { result: 'refer'; route: string; grade: string; levels: ApprovalLevel[] }
  | { result: 'decline'; grade: string; reasonCodes: string[]; reviewUntil: string | null };

/** One tier of approval: who decides, how many votes, in which order it comes. */
export interface ApprovalLevel {
  level: 'OFFICER' | 'SENIOR_OFFICER' | 'COMMITTEE';
  votesNeeded: number;
}

export interface OpenedTask {
  taskId: string;
  level: ApprovalLevel['level'];
  dueAt: string;
  /** When a deputy may act, if nobody did by the due time. */
  deputyAt: string;
}

/** What a command did; `refused` is an answer, not an error. */
export type AppliedCommand =
  | { ok: false; code: CommandRefusal }
  | {
      ok: true;
      effect: string;
      /** Set when the command ended a task. */
      verdict?: 'approved' | 'rejected' | 'returned';
      missing?: string[];
      deadline?: Deadline;
      reasonCodes?: string[];
      reviewUntil?: string | null;
      plan?: ServicingPlan;
    };

export interface SealedContract {
  /** Until when the borrower may still withdraw, and no money goes out (冷静期); null where the product grants no such time. */
  coolingOffUntil: string | null;
  /** What the bank said of the payout that went along; `begun`: not known, its own step asks; none: not begun. */
  payout?: PayoutResult | 'begun' | null;
}

export interface OfferResult {
  contractId: string;
  deadline: Deadline;
}

export interface PayoutResult {
  status: 'confirmed' | 'processing' | 'failed';
  payoutId: string;
  failureCode: string | null;
  /** When to ask the bank again, while processing. */
  askAgainAt: string | null;
  plan: ServicingPlan | null;
}

/** An item of the inbox, as much of it as the workflow may know. */
export interface InboxItem {
  seq: number;
  kind:
    | 'documents'
    | 'consent'
    | 'signed'
    | 'refused'
    | 'payout'
    | 'account'
    | 'payment'
    | 'debit'
    | 'bounce'
    | 'operation'
    | 'alert';
  ref: string;
}

/** Short steps next to Postgres; each is one transaction, safe to repeat, run as a local activity. */
export interface RecordSteps {
  preScreen(ref: StepRef): Promise<PreScreenResult>;
  checkConsent(ref: StepRef): Promise<ConsentResult>;
  decide(ref: StepRef): Promise<DecisionResult>;
  openApproval(input: StepRef & { level: ApprovalLevel; round: number }): Promise<OpenedTask>;
  escalateTask(
    input: StepRef & { taskId: string; to: 'supervisor' | 'deputy' },
  ): Promise<{ nextAt: string | null }>;
  openDeclineReview(input: StepRef & { round: number }): Promise<OpenedTask>;
  applyCommand(
    input: StepRef & { kind: CommandKind; channel: 'api' | 'signal'; command: CommandInput },
  ): Promise<AppliedCommand>;
  recordRefusal(
    input: StepRef & {
      kind: CommandKind;
      channel: 'api' | 'signal';
      command: CommandInput;
      code: CommandRefusal;
    },
  ): Promise<void>;
  takeInbox(ref: StepRef): Promise<InboxItem[]>;
  remindApplicant(input: StepRef & { wait: Wait }): Promise<void>;
  closeApplication(input: StepRef & { outcome: Outcome; reasonCodes: string[] }): Promise<void>;
  payoutState(input: StepRef & { payoutId: string }): Promise<PayoutResult>;
  askForAccount(ref: StepRef): Promise<Deadline>;
  planServicing(ref: StepRef): Promise<ServicingPlan>;
  bookInbox(ref: StepRef): Promise<ServicingPlan>;
  runMilestone(input: StepRef & { milestone: Milestone }): Promise<ServicingPlan>;
  park(input: StepRef & { step: string; reason: string }): Promise<void>;
  unpark(ref: StepRef): Promise<void>;
  sleepOnClock(input: StepRef & { until: string | null }): Promise<void>;
}

/** Steps that call an outside party or do heavy work; run as ordinary activities, never local. */
export interface OutsideSteps {
  /** Asks all sources side by side; what has answered stays answered when the step is tried again. */
  gatherFacts(
    input: StepRef & { sources: string[]; round: number },
  ): Promise<(SourceResult | LapsedConsent)[]>;
  prepareContract(input: StepRef & { round: number }): Promise<OfferResult>;
  /**
   * Seals; with `thenPay` the payout's intent is stored together with the seal and sent, unless there is a cooling-off or a
   * withdrawal is on its way. Histories from before there was a cooling-off have no result here.
   */
  sealContract(
    input: StepRef & { contractId: string; thenPay?: boolean },
  ): Promise<SealedContract | undefined>;
  sendPayout(ref: StepRef): Promise<PayoutResult>;
  queryPayout(input: StepRef & { payoutId: string }): Promise<PayoutResult>;
  collectInstalment(input: StepRef & { milestone: Milestone }): Promise<ServicingPlan>;
  queryDebit(input: StepRef & { milestone: Milestone }): Promise<ServicingPlan>;
  payRefund(input: StepRef & { milestone: Milestone }): Promise<ServicingPlan>;
  payDraw(input: StepRef & { milestone: Milestone }): Promise<ServicingPlan>;
  issueLetter(input: StepRef & { milestone: Milestone }): Promise<ServicingPlan>;
  issueCertificate(input: StepRef & { milestone: Milestone }): Promise<ServicingPlan>;
}
