import { z } from 'zod';
import { civilDay, code, count, positiveMinorAmount } from './figures';

/**
 * Twenty-four months of one account, oldest first, in the bureau's alphabet (二代征信 还款状态): N on time, * nothing due,
 * 1–7 overdue step, M paid before month end, B bad debt, C closed, G ended, D/Z paid by another or in kind, A/# other, / not open.
 */
export const repaymentString = z.string().regex(/^[N*1-7MBCGDZA#/]{24}$/);

/** PBOC personal report reduced to what underwriting reads; a thin file (白户) has no score and no accounts. */
export const bureauResult = z.strictObject({
  reportNo: code,
  reportedOn: civilDay,
  subjectMatches: z.boolean(),
  thinFile: z.boolean(),
  scorePoints: z.int().min(0).max(1000).nullable(),
  scoreFactors: z.array(code),
  loanAccountCount: count,
  openLoanCount: count,
  cardAccountCount: count,
  lenderCount: count,
  loanBalanceMinor: positiveMinorAmount,
  cardLimitMinor: positiveMinorAmount,
  cardUsedMinor: positiveMinorAmount,
  monthlyRepaymentMinor: positiveMinorAmount,
  guaranteeBalanceMinor: positiveMinorAmount,
  overdueAccountCount: count,
  overdueBalanceMinor: positiveMinorAmount,
  repaymentStrings: z.array(repaymentString),
  worstStep24m: z.int().min(0).max(7),
  overdueMonths24m: count,
  longestOverdueRun24m: z.int().min(0).max(24),
  monthsSinceOverdue: z.int().min(0).max(24).nullable(),
  badDebtAccountCount: count,
  hardQueries1m: count,
  hardQueries3m: count,
  hardQueries6m: count,
  oldestAccountMonths: count,
  enforcementCount: count,
  taxArrearsCount: count,
});
export type BureauResult = z.infer<typeof bureauResult>;
