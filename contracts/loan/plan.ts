import type { Outcome } from './stage';

/** Kinds of things that servicing does at a moment of its own, in no particular order. */
export const MILESTONES = [
  'remind',
  'collect',
  'queryDebit',
  'refund',
  'draw',
  'endDrawing',
  'markOverdue',
  'escalate',
  'letter',
  'reprice',
  'certify',
  'endBounceWindow',
] as const;
export type MilestoneKind = (typeof MILESTONES)[number];

/** One thing to do at one time; `key` is its business key, so that doing it twice does it once. */
export interface Milestone {
  kind: MilestoneKind;
  key: string;
  at: string;
}

/** How the loan stands after a step, for the workflow's display and search attributes. No money arithmetic on it. */
export interface LoanView {
  stage: 'REPAYING' | 'OVERDUE' | 'WRITTEN_OFF' | 'SETTLED' | 'CLOSED';
  nextDueOn: string | null;
  nextDueAmountMinor: string | null;
  outstandingMinor: string;
  currency: string;
  daysOverdue: number;
  bucket: string;
  overdueSince: string | null;
  instalmentsPaid: number;
  instalments: number;
}

/**
 * What servicing does next. `next` is null when only messages can move the loan on. `outcome` ends the workflow.
 * `payoutReturned` sends the loan back to disbursement: the bank returned money that it had confirmed.
 */
export interface ServicingPlan {
  next: Milestone | null;
  view: LoanView;
  outcome: Extract<Outcome, 'PAID_OFF' | 'WRITTEN_OFF' | 'CANCELLED'> | null;
  payoutReturned: boolean;
}
