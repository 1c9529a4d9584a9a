import { allHandlersFinished, continueAsNew, workflowInfo } from '@temporalio/workflow';
import type { Milestone, MilestoneKind, ServicingPlan } from '../../contracts/loan/plan';
import type { Wait } from '../../contracts/loan/stage';
import type { loan } from './loan';
import type { LoanProcess, PendingCommand } from './process';
import { outside } from './steps';

/**
 * The life of a paid-out loan: one loop on one timer. It waits for news or for the next milestone, whichever is
 * first; Postgres keeps the account and says what is next. Returns when the loan ended or its payout came back.
 */
export async function service(process: LoanProcess): Promise<ServicingPlan> {
  let plan = process.state.plan ?? (await process.record('planServicing', process.ref));
  for (;;) {
    process.state.plan = plan;
    // News of a loan that has ended are booked first: a payment goes to suspense, a bounced one reopens the loan.
    if (plan.payoutReturned || (plan.outcome !== null && !process.hasMail())) return plan;
    const { next, view } = plan;
    const event = await process.next({ stage: view.stage, on: waitOf(plan), until: next?.at ?? null });
    if (event.type === 'mail') {
      plan = await process.record('bookInbox', process.ref);
    } else if (event.type === 'command') {
      plan = await obey(process, event.pending, plan);
    } else if (next) {
      plan = await reach(process, next);
      await continueIfLong(process, plan);
    }
  }
}

/** Does what the milestone asks; whatever calls an outside party or makes a paper is an ordinary activity. */
function reach(process: LoanProcess, milestone: Milestone): Promise<ServicingPlan> {
  const input = { ...process.ref, milestone };
  switch (milestone.kind) {
    case 'collect':
      return process.attempt('collectInstalment', () => outside.collectInstalment(input));
    case 'queryDebit':
      return process.attempt('queryDebit', () => outside.queryDebit(input));
    case 'refund':
      return process.attempt('payRefund', () => outside.payRefund(input));
    case 'draw':
      return process.attempt('payDraw', () => outside.payDraw(input));
    case 'letter':
      return process.attempt('issueLetter', () => outside.issueLetter(input));
    case 'certify':
      return process.attempt('issueCertificate', () => outside.issueCertificate(input));
    default:
      return process.record('runMilestone', input);
  }
}

async function obey(
  process: LoanProcess,
  pending: PendingCommand,
  plan: ServicingPlan,
): Promise<ServicingPlan> {
  const applied = await process.apply(pending);
  return (applied.ok && applied.plan) || plan;
}

const WAIT_OF: Record<MilestoneKind, Wait> = {
  remind: 'REMINDER_DAY',
  collect: 'DUE_DATE',
  queryDebit: 'BANK',
  refund: 'BANK',
  draw: 'BANK',
  endDrawing: 'DRAWING_END',
  markOverdue: 'PAYMENT',
  escalate: 'PAYMENT',
  letter: 'PAYMENT',
  reprice: 'REPRICING_DAY',
  certify: 'BOUNCE_WINDOW',
  endBounceWindow: 'BOUNCE_WINDOW',
};

function waitOf({ next, view }: ServicingPlan): Wait {
  if (view.stage === 'WRITTEN_OFF') return 'RECOVERY';
  if (next === null || (view.stage === 'OVERDUE' && next.kind === 'collect')) return 'PAYMENT';
  return WAIT_OF[next.kind];
}

/**
 * Continues as new at a quiet moment once the history is long. Only right after a milestone: an update answered in
 * this same task might lose its answer.
 */
async function continueIfLong(process: LoanProcess, plan: ServicingPlan): Promise<void> {
  const { state } = process;
  const { continueAsNewSuggested, historyLength } = workflowInfo();
  const long = continueAsNewSuggested || historyLength > state.input.historyLimit;
  const ended = plan.outcome !== null || plan.payoutReturned;
  if (!long || ended || !process.idle() || !allHandlersFinished()) return;
  state.plan = plan;
  process.enter(plan.view.stage);
  process.show();
  await continueAsNew<typeof loan>(state.continued(plan, process.now()));
}
