import type { LoanEvent } from '../../domain/account/events';
import type { AccountTerms } from '../../domain/account/terms';
import { toDay } from '../../domain/calendar/civil-day';
import { fromBps, fromPercent } from '../../domain/money/decimal';

/** Events of the measured loan. */
export const EVENTS = 2_400;
/** First day of the measured loan. */
export const start = toDay('2020-01-10');

/** The measured loan's terms: 3,000,000.00 at 12% over so many months, late amounts bear penalty and compound interest. */
export function terms(recalculation: AccountTerms['recalculation'], periods: number): AccountTerms {
  return {
    schedule: {
      convention: 'china',
      currency: 'CNY',
      principalMinor: 300_000_000n,
      disbursedOn: start,
      annualRate: fromPercent('12'),
      method: { kind: 'equal-instalment' },
      periods,
      period: { unit: 'month', every: 1 },
      dayCount: 'actual/360',
      interest: recalculation === 'daily' ? 'by-day' : 'per-period',
      rounding: { mode: 'half-up', decimals: 2 },
    },
    recalculation,
    overdue: {
      penaltyUplift: fromPercent('50'),
      compound: 'penalty',
      graceDays: 0,
      afterGrace: 'from-due-date',
      principalBears: recalculation === 'daily' ? 'contract-and-uplift' : 'penalty',
      dayBasis: 360,
      nonAccrualAfterDays: 90,
    },
    allocation: [
      {
        fromDaysOverdue: 0,
        order: ['fee', 'penalty', 'compound', 'interest', 'principal'],
        scan: 'instalment-first',
      },
      {
        fromDaysOverdue: 91,
        order: ['principal', 'fee', 'interest', 'penalty', 'compound'],
        scan: 'item-first',
      },
    ],
    excess: recalculation === 'daily' ? 'shorter-term' : 'suspense',
    suspenseAtDue: 'apply',
    prepayment: { fees: [], runningInterest: 'next-due' },
    repricing: { kind: 'fixed' },
    vat: { interest: fromBps(600), fee: fromBps(600) },
    ledger: {},
  };
}

/** A payment every third day for twenty years, mostly too small, so that instalments are late and penalties run. */
export function stream(): LoanEvent[] {
  const events: LoanEvent[] = [
    {
      key: 'k0',
      effectiveOn: start,
      bookedOn: start,
      body: { type: 'disbursed', payoutId: 'out', amountMinor: 300_000_000n, withheldMinor: 0n },
    },
  ];
  for (let index = 1; index < EVENTS - 1; index++) {
    const day = start + index * 3;
    events.push({
      key: `k${String(index).padStart(5, '0')}`,
      effectiveOn: day,
      bookedOn: day,
      body: {
        type: 'repaid',
        paymentId: `pay${index}`,
        amountMinor: BigInt(310_000 + ((index * 7_919) % 50_000)),
      },
    });
  }
  const last = start + EVENTS * 3;
  events.push({
    key: 'k-back',
    effectiveOn: start + 5,
    bookedOn: last,
    body: { type: 'repaid', paymentId: 'back', amountMinor: 1_000_000n },
  });
  return events;
}
