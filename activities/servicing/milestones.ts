import type { Milestone, ServicingPlan } from '../../contracts/loan/plan';
import type { CollectionAction } from '../../contracts/policy/servicing';
import { isMessageCode } from '../../documents/messages/catalogue';
import { summaryOf } from '../../domain/account/summary';
import { fromDay } from '../../domain/calendar/civil-day';
import { ladderStep } from '../../domain/collections/ladder';
import type { ActivityDeps } from '../support/deps';
import { failure } from '../support/failures';
import { notify } from '../support/notify';
import { announce, audit, moveTo } from '../support/record';
import { reserve } from './draw-standing';
import { book, inLoanStep, type LoanStep, markDone } from './loan-step';
import { planOf, viewOf } from './plan';
import { reprice } from './reprice';
import { openTask } from './task';

/** Does what a milestone asks, once by its key, and says what is next. */
export function runMilestone(
  deps: ActivityDeps,
  { applicationId, milestone }: { applicationId: string; milestone: Milestone },
): Promise<ServicingPlan> {
  return inLoanStep(deps, applicationId, async (step) => {
    if (await markDone(step, milestone.key, milestone.kind, 'done')) await perform(deps, step, milestone);
    return planOf(deps, step);
  });
}

function perform(deps: ActivityDeps, step: LoanStep, milestone: Milestone): Promise<void> {
  switch (milestone.kind) {
    case 'remind':
      return remind(deps, step);
    case 'markOverdue':
      return markOverdue(step);
    case 'escalate':
      return escalate(deps, step, milestone);
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

/** The step of the collection ladder for the age of the debt: messages and tasks; letters are papers of their own. */
async function escalate(deps: ActivityDeps, step: LoanStep, { key }: Milestone): Promise<void> {
  const age = Number(key.split('/')[2]);
  const { actions } = ladderStep(step.set.collectionStrategy.body, age);
  for (const action of actions) await act(deps, step, action, `${key}/${step.loan.id}`, age);
}

async function act(
  deps: ActivityDeps,
  step: LoanStep,
  action: CollectionAction,
  key: string,
  age: number,
): Promise<void> {
  const due = summaryOf(step.account).dueMinor;
  if (action.kind === 'message') {
    const days = { days: age, amount: due };
    const common = { key: `${key}/${action.template}`, channel: action.channel };
    if (!isMessageCode(action.template)) throw failure('BAD_DATA', `message ${action.template}`);
    if (action.template === 'overdue-late') {
      const payBy = fromDay(step.account.asOf + 7);
      await notify(deps.vault, step, { ...common, template: 'overdue-late', params: { ...days, payBy } });
    } else if (action.template === 'overdue-middle') {
      await notify(deps.vault, step, { ...common, template: 'overdue-middle', params: days });
    } else {
      await notify(deps.vault, step, { ...common, template: 'overdue-early', params: days });
    }
  } else if (action.kind === 'task') {
    await openTask(step, {
      key: `${key}/${action.task}`,
      kind: action.task,
      requiredRole: action.role,
      amountMinor: BigInt(due),
      dueHours: action.dueHours,
      priority: action.priority,
      details: { daysOverdue: age },
    });
  }
}

/** No payment can bounce any more: the loan is closed for good. */
async function endBounceWindow(step: LoanStep): Promise<void> {
  await moveTo(step, 'CLOSED', null, { outcome: 'PAID_OFF', closedAt: step.now });
  await audit(step, 'loan.closed', 'system', { outcome: 'PAID_OFF' });
}
