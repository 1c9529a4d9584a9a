import { z } from 'zod';
import { type BureauResult, repaymentString } from '../../../contracts/sources/bureau';
import { sumMinor, yuanToMinor } from '../yuan';

const account = z.object({
  acctType: z.string(),
  mgmtOrg: z.string(),
  openDate: z.iso.date(),
  creditAmt: z.string(),
  balance: z.string(),
  scheduledAmt: z.string(),
  overdueAmt: z.string(),
  acctStatus: z.string(),
  rpyStatus24: repaymentString,
});
type Account = z.infer<typeof account>;

/** The parts of a second-generation personal report that are read. */
export const bureauReport = z.object({
  reportHeader: z.object({ reportNo: z.string(), reportTime: z.iso.datetime() }),
  score: z.object({ value: z.int(), factors: z.array(z.string()) }).nullable(),
  scoreNote: z.array(z.string()).default([]),
  accounts: z.array(account),
  guarantees: z.array(z.object({ balance: z.string() })).default([]),
  publicRecords: z.object({
    taxArrears: z.array(z.unknown()).default([]),
    enforcements: z.array(z.unknown()).default([]),
  }),
  queries: z.array(z.object({ date: z.iso.date(), reason: z.string() })).default([]),
});
export type BureauReport = z.infer<typeof bureauReport>;

/** Account kinds (账户类型): loans and revolving loans on one side, cards on the other. */
const cardTypes = new Set(['R2', 'R3']);
const CLOSED = '3';
const BAD_DEBT = '4';

/** Queries for a loan, a card or a guarantee count as hard ones (贷款审批, 信用卡审批, 担保资格审查). */
const hardReasons = new Set(['02', '03', '08']);

const stepAt = (month: string | undefined): number =>
  month !== undefined && /[1-7]/.test(month) ? Number(month) : month === 'B' ? 7 : 0;

/** The months overdue in any account, oldest first: the worst step of each of the 24 months. */
function worstByMonth(accounts: readonly Account[]): number[] {
  return Array.from({ length: 24 }, (_, month) =>
    Math.max(0, ...accounts.map((item) => stepAt(item.rpyStatus24[month]))),
  );
}

function longestRun(months: readonly number[]): number {
  let longest = 0;
  let run = 0;
  for (const step of months) {
    run = step > 0 ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

const monthIndex = (on: string) => Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7));

function daysBetween(fromOn: string, untilOn: string): number {
  return Math.round((Date.parse(untilOn) - Date.parse(fromOn)) / 86_400_000);
}

/** Reduces a report to figures; dates are counted from the day of the report, not from today. */
export function summariseReport(report: BureauReport, party: string): BureauResult {
  const { accounts } = report;
  const reportedOn = new Date(Date.parse(report.reportHeader.reportTime) + 8 * 3_600_000)
    .toISOString()
    .slice(0, 10);
  const minor = (amount: string) => yuanToMinor(party, amount);
  const cards = accounts.filter((item) => cardTypes.has(item.acctType));
  const loans = accounts.filter((item) => !cardTypes.has(item.acctType));
  const open = accounts.filter((item) => item.acctStatus !== CLOSED);
  const overdue = accounts.filter((item) => minor(item.overdueAmt) !== '0');
  const months = worstByMonth(accounts);
  const lastOverdue = months.findLastIndex((step) => step > 0);
  const hardWithin = (days: number) =>
    report.queries.filter(
      (query) => hardReasons.has(query.reason) && daysBetween(query.date, reportedOn) <= days,
    ).length;
  const ages = accounts.map((item) => monthIndex(reportedOn) - monthIndex(item.openDate));
  return {
    reportNo: report.reportHeader.reportNo,
    reportedOn,
    subjectMatches: true,
    thinFile: report.score === null && accounts.length === 0,
    scorePoints: report.score?.value ?? null,
    scoreFactors: report.score?.factors ?? report.scoreNote,
    loanAccountCount: loans.length,
    openLoanCount: loans.filter((item) => item.acctStatus !== CLOSED).length,
    cardAccountCount: cards.length,
    lenderCount: new Set(open.map((item) => item.mgmtOrg)).size,
    loanBalanceMinor: sumMinor(loans.map((item) => minor(item.balance))),
    cardLimitMinor: sumMinor(cards.map((item) => minor(item.creditAmt))),
    cardUsedMinor: sumMinor(cards.map((item) => minor(item.balance))),
    monthlyRepaymentMinor: sumMinor(open.map((item) => minor(item.scheduledAmt))),
    guaranteeBalanceMinor: sumMinor(report.guarantees.map((item) => minor(item.balance))),
    overdueAccountCount: overdue.length,
    overdueBalanceMinor: sumMinor(overdue.map((item) => minor(item.overdueAmt))),
    repaymentStrings: accounts.map((item) => item.rpyStatus24),
    worstStep24m: Math.max(0, ...months),
    overdueMonths24m: accounts.reduce(
      (sum, item) => sum + [...item.rpyStatus24].filter((month) => stepAt(month) > 0).length,
      0,
    ),
    longestOverdueRun24m: Math.max(
      0,
      ...accounts.map((item) => longestRun([...item.rpyStatus24].map((month) => stepAt(month)))),
    ),
    monthsSinceOverdue: lastOverdue < 0 ? null : 23 - lastOverdue,
    badDebtAccountCount: accounts.filter((item) => item.acctStatus === BAD_DEBT).length,
    hardQueries1m: hardWithin(30),
    hardQueries3m: hardWithin(90),
    hardQueries6m: hardWithin(180),
    oldestAccountMonths: Math.max(0, ...ages),
    enforcementCount: report.publicRecords.enforcements.length,
    taxArrearsCount: report.publicRecords.taxArrears.length,
  };
}
