import type { Milestone, ServicingPlan } from '../../contracts/loan/plan';
import { fromDay } from '../../domain/calendar/civil-day';
import type { ActivityDeps } from '../support/deps';
import { failure } from '../support/failures';
import { notify } from '../support/notify';
import { announce, audit, moveTo } from '../support/record';
import { reserve } from './draw-standing';
import { escalate } from './escalate';
import { book, inLoanStep, type LoanStep, markDone } from './loan-step';
import { planOf, viewOf } from './plan';
import { reprice } from './reprice';

/** Does what a milestone asks, once by its key, and says what is next. */
export function runMilestone(
  deps: ActivityDeps,
  { applicationId, milestone }: { applicationId: string; milestone: Milestone },
): Promise<ServicingPlan> {
  return inLoanStep(deps, applicationId, async (step) => {
    if (milestone.kind === 'escalate') await escalate(deps, step, milestone);
    else if (await markDone(step, milestone.key, milestone.kind, 'done'))
      await perform(deps, step, milestone);
    return planOf(deps, step);
  });
}

function perform(deps: ActivityDeps, step: LoanStep, milestone: Milestone): Promise<void> {
  switch (milestone.kind) {
    case 'remind':
      return remind(deps, step);
    case 'markOverdue':
      return markOverdue(step);
    case 'reprice':
      return reprice(deps, step, milestone);
    case 'endDrawing':
      return reserve(step);
    case 'endBounceWindow':
      return endBounceWindow(step);
    default:
      throw failure('INVARIANT', `milestone ${milestone.kind} is not a database step`);
  }
}

/** Tells the borrower what falls due and when, a few days before. */
async function remind(deps: ActivityDeps, step: LoanStep): Promise<void> {
  const { nextDue } = step.account;
  if (!nextDue) return;
  const dueOn = fromDay(nextDue.on);
  await notify(deps.vault, step, {
    key: `reminder/${step.loan.id}/${dueOn}`,
    template: 'payment-reminder',
    channel: 'sms',
    params: {
      amount: nextDue.totalMinor.toString(),
      dueOn,
      accountTail: (step.app.maskedAccount ?? '—').slice(-4),
    },
  });
}

/** Brings the books to today and, past the grace, says openly that the loan is overdue or fell into a worse bucket. */
async function markOverdue(step: LoanStep): Promise<void> {
  const outcome = await book(step);
  if (!outcome.ok) throw failure('BOOKING_REFUSED', outcome.code);
  const view = viewOf(step);
  if (view.daysOverdue === 0) return;
  const { daysOverdue, bucket } = view;
  await audit(step, 'loan.overdue', 'system', { daysOverdue, bucket });
  await announce(step, 'loan.overdue', { loanId: step.loan.id, daysOverdue, bucket });
}

/** No payment can bounce any more: the loan is closed for good. */
async function endBounceWindow(step: LoanStep): Promise<void> {
  await moveTo(step, 'CLOSED', null, { outcome: 'PAID_OFF', closedAt: step.now });
  await audit(step, 'loan.closed', 'system', { outcome: 'PAID_OFF' });
}
