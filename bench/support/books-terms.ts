import type { AccountTerms } from '../../domain/account/terms';
import type { Day } from '../../domain/calendar/civil-day';
import { fromBps, fromPercent } from '../../domain/money/decimal';

/** An ordinary instalment loan of these principal and periods, for benchmarks of the books. */
export function booksTerms(disbursedOn: Day, principalMinor: bigint, periods: number): AccountTerms {
  return {
    schedule: {
      convention: 'china',
      currency: 'CNY',
      principalMinor,
      disbursedOn,
      annualRate: fromPercent('12'),
      method: { kind: 'equal-instalment' },
      periods,
      period: { unit: 'month', every: 1 },
      dayCount: 'actual/360',
      interest: 'per-period',
      rounding: { mode: 'half-up', decimals: 2 },
    },
    recalculation: 'none',
    overdue: {
      penaltyUplift: fromPercent('50'),
      compound: 'penalty',
      graceDays: 0,
      afterGrace: 'from-due-date',
      principalBears: 'penalty',
      dayBasis: 360,
      nonAccrualAfterDays: 90,
    },
    allocation: [
      {
        fromDaysOverdue: 0,
        order: ['fee', 'penalty', 'compound', 'interest', 'principal'],
        scan: 'instalment-first',
      },
    ],
    excess: 'suspense',
    suspenseAtDue: 'apply',
    prepayment: { fees: [], runningInterest: 'next-due' },
    repricing: { kind: 'fixed' },
    vat: { interest: fromBps(600), fee: fromBps(600) },
    ledger: {},
  };
}
