/** What a month came to, as far as the bureau's 还款状态 speaks of it. */
export interface MonthOutcome {
  readonly ended: 'settled' | 'ended_otherwise' | 'written_off' | null;
  readonly paidBy: 'borrower' | 'guarantor' | 'in_kind';
  /** Days overdue at the month's end. */
  readonly daysOverdue: number;
  /** Whether any instalment fell due in the month. */
  readonly dueInMonth: boolean;
  /** Whether what was due was paid after its day, yet before the month's end. */
  readonly paidLate: boolean;
}

/** Code of one month (二代征信): N on time, * nothing due, 1–7 overdue step, M late within the month, C G D Z B ends. */
export function repaymentCode(month: MonthOutcome): string {
  if (month.ended === 'settled') return 'C';
  if (month.ended === 'ended_otherwise') return 'G';
  if (month.ended === 'written_off') return 'B';
  if (month.paidBy === 'guarantor') return 'D';
  if (month.paidBy === 'in_kind') return 'Z';
  if (month.daysOverdue > 0) return String(Math.min(Math.ceil(month.daysOverdue / 30), 7));
  if (!month.dueInMonth) return '*';
  return month.paidLate ? 'M' : 'N';
}

const MONTHS = 24;

/** The last 24 months, oldest first, with months before the account was opened as `/`. */
export function appendMonth(months24: string, code: string): string {
  return (months24 + code).slice(-MONTHS).padStart(MONTHS, '/');
}

/** What lenders read from such a string: worst step, overdue months in all, and the longest run of them (连三累六). */
export function readMonths(months: string): { worstStep: number; overdueMonths: number; longestRun: number } {
  let worstStep = 0;
  let overdueMonths = 0;
  let longestRun = 0;
  let run = 0;
  for (const code of months) {
    const step = /[1-7]/.test(code) ? Number(code) : 0;
    run = step > 0 ? run + 1 : 0;
    if (step > 0) overdueMonths++;
    worstStep = Math.max(worstStep, step);
    longestRun = Math.max(longestRun, run);
  }
  return { worstStep, overdueMonths, longestRun };
}
