import type { Client } from '@temporalio/client';
import type { LoanView } from '../../contracts/loan/plan';
import type { OutsideSteps, RecordSteps } from '../../contracts/loan/steps';
import { wake } from '../../workflows/loan/messages';
import { loanWorkflowId } from '../../workflows/names';

const SOURCES = ['identity', 'telecom', 'bank_card', 'bureau', 'anti_fraud', 'court'];
const DEADLINE = { remindAt: null, expiresAt: '2099-01-01T00:00:00.000Z' };
const VIEW: LoanView = {
  stage: 'SETTLED',
  nextDueOn: null,
  nextDueAmountMinor: null,
  outstandingMinor: '0',
  currency: 'CNY',
  daysOverdue: 0,
  bucket: 'M0',
  overdueSince: null,
  instalmentsPaid: 12,
  instalments: 12,
};

type Answered = Pick<
  RecordSteps & OutsideSteps,
  | 'preScreen'
  | 'decide'
  | 'takeInbox'
  | 'closeApplication'
  | 'gatherFacts'
  | 'prepareContract'
  | 'sealContract'
>;

/** The steps of a straight-through loan with nothing behind them: the workflow alone is measured. */
export function aloneSteps(client: Client): Answered {
  return {
    preScreen: async () => ({ verdict: 'pass', sources: SOURCES }),
    gatherFacts: async ({ sources }) => sources.map((source) => ({ source, outcome: 'answered' })),
    decide: async () => ({ result: 'approve', route: 'AUTO', grade: 'A' }),
    async prepareContract({ applicationId }) {
      // The borrower signs once the offer is out.
      setTimeout(() => void client.workflow.getHandle(loanWorkflowId(applicationId)).signal(wake), 5);
      return { contractId: 'ctr_bench', deadline: DEADLINE };
    },
    takeInbox: async () => [{ seq: 1, kind: 'signed', ref: 'ctr_bench' }],
    sealContract: async () => ({
      coolingOffUntil: null,
      payout: {
        status: 'confirmed',
        payoutId: 'out_bench',
        failureCode: null,
        askAgainAt: null,
        plan: { next: null, view: VIEW, outcome: 'PAID_OFF', payoutReturned: false },
      },
    }),
    closeApplication: async () => undefined,
  };
}
