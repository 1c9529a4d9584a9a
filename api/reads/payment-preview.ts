import type { z } from 'zod';
import type { PaymentPreview, PayNow } from '../../contracts/http/my-payments';
import type { Queryable } from '../../db/client';
import { type LoanRow, termsOf } from '../../db/repositories/loans';
import { type Account, accountOf } from '../../domain/account/account-of';
import type { LoanEvent, LoanEventBody } from '../../domain/account/events';
import { sumOf } from '../../domain/account/item';
import { refusalOf } from '../../domain/account/refusal';
import { fromDay, toDay } from '../../domain/calendar/civil-day';
import { bucketsOf } from '../present/loan';
import { ProblemError } from '../problem';
import { foldedAccount } from './loans';

type Wish = z.output<typeof PayNow>;
const PREVIEW = 'preview';

/** What a payment would clear: the account is folded once with it and once without. Nothing is booked. */
export async function previewPayment(
  db: Queryable,
  loan: LoanRow,
  wish: Wish,
  today: string,
): Promise<z.input<typeof PaymentPreview>> {
  const { account, events } = await foldedAccount(db, loan, today, today);
  const amountMinor = BigInt(wish.amountMinor);
  if (account.status !== 'active' && account.status !== 'overdue') throw new ProblemError('LOAN_NOT_PAYABLE');
  if (amountMinor > account.payoff.totalMinor) throw new ProblemError('LOAN_NOT_PAYABLE');
  const day = toDay(today);
  const terms = termsOf(loan);
  const body = bodyOf(wish, amountMinor);
  const event: LoanEvent = { key: PREVIEW, effectiveOn: day, bookedOn: day, body };
  if (refusalOf(event, { terms, events, account, on: day }) !== null)
    throw new ProblemError('LOAN_NOT_PAYABLE');
  const after = accountOf(terms, [...events, event], { asOf: day, knownOn: day });
  return { amountMinor: wish.amountMinor, on: today, ...difference(account, after) };
}

function bodyOf({ way }: Wish, amountMinor: bigint): LoanEventBody {
  const paid = { paymentId: PREVIEW, amountMinor };
  if (way === 'payoff') return { type: 'prepaid', way: 'full', ...paid };
  if (way === 'shorter_term') return { type: 'prepaid', way: 'shorter-term', ...paid };
  if (way === 'lower_instalment') return { type: 'prepaid', way: 'lower-instalment', ...paid };
  return { type: 'repaid', ...paid };
}

function difference(before: Account, after: Account) {
  const cleared = { fee: 0n, penalty: 0n, compound: 0n, interest: 0n, principal: 0n };
  for (const { ref, amounts } of after.allocations) {
    if (ref !== PREVIEW) continue;
    cleared.fee += amounts.fee;
    cleared.penalty += amounts.penalty;
    cleared.compound += amounts.compound;
    cleared.interest += amounts.interest;
    cleared.principal += amounts.principal;
  }
  const instalments = before.rows.flatMap((row, index) => {
    const later = after.rows[index];
    const paid = later === undefined ? sumOf(row.open) : sumOf(row.open) - sumOf(later.open);
    if (paid <= 0n || row.standing === 'planned' || row.standing === 'running') return [];
    const openAfter = later === undefined ? 0n : sumOf(later.open);
    const paidMinor = paid.toString();
    return [{ no: index + 1, dueOn: fromDay(row.dueOn), paidMinor, openAfterMinor: openAfter.toString() }];
  });
  const overdue = after.rows.filter(({ standing }) => standing === 'overdue');
  const kept = after.balances.suspenseMinor - before.balances.suspenseMinor;
  return {
    clears: bucketsOf(cleared),
    instalments,
    keptMinor: (kept > 0n ? kept : 0n).toString(),
    principalAfterMinor: after.balances.principalMinor.toString(),
    overdueAfterMinor: overdue.reduce((sum, row) => sum + sumOf(row.open), 0n).toString(),
    nextDueAfter:
      after.nextDue === null
        ? null
        : { on: fromDay(after.nextDue.on), amountMinor: after.nextDue.totalMinor.toString() },
    settles: after.status === 'settled',
  };
}
