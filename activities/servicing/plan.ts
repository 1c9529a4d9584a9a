import type { LoanView, ServicingPlan } from '../../contracts/loan/plan';
import { sumOf } from '../../domain/account/item';
import { summaryOf } from '../../domain/account/summary';
import { fromDay, toDay } from '../../domain/calendar/civil-day';
import { ladderDays } from '../../domain/collections/ladder';
import { isOver, nextMilestone, type OpenRow, type ServicingSituation } from '../../domain/servicing/agenda';
import { reservedUntil } from '../../domain/servicing/drawing';
import type { ActivityDeps } from '../support/deps';
import { moveTo } from '../support/record';
import { drawsOf } from './draw-standing';
import { doneKeys, type LoanStep, openDebitOf } from './loan-step';
import { openRefundOf } from './refund-news';

/** How long the bank may take over a debit before it is asked. */
export const DEBIT_ANSWER_MINUTES = 30;

/**
 * What servicing does next, from the account, what was done, and product data. Also brings the loan's stage in lists
 * up to date, since every servicing step ends here.
 */
export async function planOf(deps: ActivityDeps, step: LoanStep): Promise<ServicingPlan> {
  const { account, set, today, now } = step;
  const { servicing } = set.product.body;
  const view = viewOf(step);
  const payoutReturned = account.status === 'pending';
  const [openDebit, openRefund, draws, done] = await Promise.all([
    openDebitOf(step),
    openRefundOf(step),
    drawsOf(step),
    doneKeys(step),
  ]);
  const written = account.status === 'written_off' || account.status === 'transferred';
  const situation: ServicingSituation = {
    now: now.toISOString(),
    nowMs: now.getTime(),
    today: toDay(today),
    openRows: openRows(step),
    oldestUnpaidOn: account.oldestUnpaidOn,
    state: account.status === 'settled' ? 'settled' : written ? 'written_off' : 'running',
    settledOn: account.settledOn,
    done,
    openDebit: openDebit ? { id: openDebit.id, askAgainAt: askAgainAt(openDebit.intendedAt) } : null,
    openRefund: openRefund ? { id: openRefund.id, askAt: openRefund.askedAt.toISOString() } : null,
    openDraw: draws?.open ? { id: draws.open.id, askAt: (draws.open.askAt ?? now).toISOString() } : null,
    drawingEndsOn: draws === null ? null : reservedUntil(draws.standing),
    remindBeforeDays: servicing.remindBeforeDueDays,
    debitRetryDays: servicing.debitRetryDays,
    bounceWindowDays: servicing.bounceWindowDays,
    ladder: ladderDays(set.collectionStrategy.body, ageDays(step)),
    contactHours: set.collectionStrategy.body.contactLimits,
    repricing: step.terms.repricing,
    firstDisbursedOn: account.firstDisbursedOn,
    utcOffsetMinutes: deps.settings.utcOffsetMinutes,
  };
  const over = isOver(situation);
  const next = payoutReturned || over ? null : nextMilestone(situation);
  if (!payoutReturned && !over) {
    await moveTo(
      step,
      view.stage,
      next && { on: view.stage === 'OVERDUE' ? 'PAYMENT' : 'DUE_DATE', until: next.at },
    );
  }
  return { next, view, outcome: over ? 'PAID_OFF' : null, payoutReturned };
}

/** Age of the oldest debt; nothing is owed late on day 0. */
export const ageDays = ({ account, today }: LoanStep): number =>
  account.oldestUnpaidOn === null ? 0 : toDay(today) - account.oldestUnpaidOn;

const askAgainAt = (intendedAt: Date): string =>
  new Date(intendedAt.getTime() + DEBIT_ANSWER_MINUTES * 60_000).toISOString();

function openRows({ account }: LoanStep): OpenRow[] {
  return account.rows
    .map((row) => ({ dueOn: row.dueOn, openMinor: sumOf(row.open) }))
    .filter(({ openMinor }) => openMinor > 0n)
    .sort((a, b) => a.dueOn - b.dueOn);
}

/** How the loan stands, for people: no arithmetic is done on it. */
export function viewOf({ account, loan }: LoanStep): LoanView {
  const summary = summaryOf(account);
  const { daysOverdue, inGrace } = account;
  const overdue = account.status === 'overdue' && !inGrace && daysOverdue > 0;
  const stage =
    account.status === 'settled'
      ? 'SETTLED'
      : account.status === 'written_off' || account.status === 'transferred'
        ? 'WRITTEN_OFF'
        : overdue
          ? 'OVERDUE'
          : 'REPAYING';
  const instalments = account.rows.filter(({ cause }) => cause === 'instalment');
  return {
    stage,
    nextDueOn: summary.nextDueOn,
    nextDueAmountMinor: summary.nextDueOn === null ? null : summary.nextDueMinor,
    outstandingMinor: summary.outstandingPrincipalMinor,
    currency: loan.currency,
    daysOverdue: overdue ? daysOverdue : 0,
    bucket: overdue ? summary.bucket : 'M0',
    overdueSince:
      overdue && account.oldestUnpaidOn !== null ? `${fromDay(account.oldestUnpaidOn)}T00:00:00.000Z` : null,
    instalmentsPaid: instalments.filter(({ standing }) => standing === 'cleared').length,
    instalments: instalments.length,
  };
}
