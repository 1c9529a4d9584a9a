import { civilDate, daysInMonth, toDay } from '../calendar/civil-day';

/** What a step of close of business works on: one date of one clock, or one part of its loans. */
export interface CloseScope {
  readonly on: string;
  readonly clockId: string | null;
}

/** A part of the loans: those between two ids, the first included, up to the end when there is no second. */
export interface PartScope extends CloseScope {
  readonly partition: number;
  readonly fromLoan: string;
  readonly toLoan: string | null;
}

/** Whether a date is the last of its month, when repayment codes and roll rates are taken. */
export function isMonthEnd(on: string): boolean {
  const { year, month, day } = civilDate(toDay(on));
  return day === daysInMonth(year, month);
}
