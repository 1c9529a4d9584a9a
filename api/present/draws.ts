import type { z } from 'zod';
import type { LoanDraws, LoanPayout } from '../../contracts/http/draws';
import type { PayoutRow } from '../../db/repositories/draws';
import type { LoanRow } from '../../db/repositories/loans';
import type { Account } from '../../domain/account/account-of';
import { fromDay } from '../../domain/calendar/civil-day';
import type { DrawRefusal, DrawStanding, EndRefusal } from '../../domain/servicing/drawing';

/** Why a draw is not made, for people. */
export const DRAW_WORDS: Record<DrawRefusal, { en: string; zh: string }> = {
  DRAWING_NOT_AGREED: { en: 'The loan was paid out all at once', zh: '该贷款一次性放款,不支持分次提款' },
  LOAN_NOT_PERFORMING: { en: 'The loan has ended or is not paid out', zh: '贷款未处于正常还款状态' },
  DRAW_ARREARS: { en: 'What is due must be paid first', zh: '须先清偿到期欠款' },
  DRAW_PERIOD_OVER: { en: 'The time to draw is over', zh: '提款有效期已过' },
  DRAW_UNDER_WAY: { en: 'Another draw is on its way', zh: '上一笔提款仍在处理' },
  DRAWS_USED_UP: { en: 'As often as agreed has been drawn', zh: '提款次数已用完' },
  NOTHING_TO_DRAW: { en: 'All that was approved is drawn', zh: '额度已全部提取' },
  DRAW_ABOVE_AVAILABLE: { en: 'More than is left would be drawn', zh: '提款金额超过可提额度' },
  DRAW_BELOW_LEAST: { en: 'Less than the least amount of a draw', zh: '提款金额低于最低提款额' },
};

/** Why a limit is not given up, for people. */
export const END_WORDS: Record<EndRefusal, { en: string; zh: string }> = {
  LIMIT_NOT_REVOLVING: { en: 'The loan has no limit that revolves', zh: '该贷款没有循环额度' },
  LOAN_NOT_PERFORMING: DRAW_WORDS.LOAN_NOT_PERFORMING,
  DRAW_UNDER_WAY: { en: 'A draw is on its way', zh: '有一笔提款正在处理' },
  LIMIT_IN_USE: { en: 'Something is owed on the limit', zh: '额度下仍有欠款' },
};

function presentPayout(row: PayoutRow): z.input<typeof LoanPayout> {
  const { id, drawOf, amountMinor, maskedAccount, status, failureCode, intendedAt, valueOn, returnedOn } =
    row;
  return {
    ...{ id, operationId: drawOf, account: maskedAccount, status, failureCode, valueOn, returnedOn },
    lentMinor: (amountMinor + row.withheldMinor).toString(),
    withheldMinor: row.withheldMinor.toString(),
    amountMinor: amountMinor.toString(),
    orderedAt: intendedAt.toISOString(),
  };
}

/** A loan's draws; of a loan that was paid out at once the limit is all drawn. */
export function presentDraws(
  loan: LoanRow,
  known: {
    readonly account: Account;
    readonly standing: DrawStanding | null;
    readonly refusal: DrawRefusal | null;
    readonly endRefusal: EndRefusal | null;
    readonly rows: readonly PayoutRow[];
  },
): z.input<typeof LoanDraws> {
  const { account, standing, refusal, endRefusal, rows } = known;
  const drawn = standing?.drawnMinor ?? account.totals.disbursedMinor;
  const lastDay = standing?.lastDay ?? null;
  return {
    loanId: loan.id,
    currency: loan.currency,
    asOf: fromDay(account.asOf),
    loanVersion: loan.version,
    limitMinor: loan.principalMinor.toString(),
    drawnMinor: drawn.toString(),
    underWayMinor: (standing?.underWayMinor ?? 0n).toString(),
    availableMinor: (standing?.availableMinor ?? 0n).toString(),
    leastMinor: (standing?.leastMinor ?? 0n).toString(),
    drawsLeft: standing?.drawsLeft ?? 0,
    lastDay: lastDay === null ? null : fromDay(lastDay),
    revolving: standing?.revolving ?? false,
    refusal,
    endRefusal,
    payouts: rows.map(presentPayout),
  };
}
