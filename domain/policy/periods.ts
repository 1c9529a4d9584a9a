import type { ProductBody } from '../../contracts/policy/product';
import type { PeriodLength } from '../schedule/terms';

type Repayment = Pick<ProductBody['repayment'], 'period' | 'monthsPerPeriod'>;

/** Length of a product's period; products published before it had a unit say so many months. */
export function periodOf({ period, monthsPerPeriod }: Repayment): PeriodLength {
  return period ?? { unit: 'month', every: monthsPerPeriod ?? 1 };
}

/** Rows of a term that is agreed in months. A year has 52 weeks and a month 30 days, so that such a plan ends a few days early, never late. */
export function rowsOf(repayment: Repayment, termMonths: number): number {
  const { unit, every } = periodOf(repayment);
  switch (unit) {
    case 'day':
      return Math.max(1, Math.floor((termMonths * 30) / every));
    case 'week':
      return Math.max(1, Math.floor((termMonths * 52) / (12 * every)));
    case 'month':
      return Math.ceil(termMonths / every);
    case 'year':
      return Math.ceil(termMonths / (12 * every));
  }
}

/** Months that so many rows take, begun ones counted. */
export function monthsOf(repayment: Repayment, rows: number): number {
  const { unit, every } = periodOf(repayment);
  const length = rows * every;
  return {
    day: Math.ceil(length / 30),
    week: Math.ceil((length * 12) / 52),
    month: length,
    year: length * 12,
  }[unit];
}

/** Whether a term is no whole number of periods; days and weeks never are one. */
export function leavesPart(repayment: Repayment, termMonths: number): boolean {
  const { unit, every } = periodOf(repayment);
  if (unit === 'day' || unit === 'week') return false;
  return termMonths % (unit === 'year' ? 12 * every : every) !== 0;
}
