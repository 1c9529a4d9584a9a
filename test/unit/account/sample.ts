import { type Account, accountOf } from '../../../domain/account/account-of';
import type { LoanEvent, LoanEventBody } from '../../../domain/account/events';
import { type Amounts, noAmounts } from '../../../domain/account/item';
import type { AccountTerms, OverdueTerms, PrepaymentTerms } from '../../../domain/account/terms';
import { fromDay, toDay } from '../../../domain/calendar/civil-day';
import { fromBps, fromPercent } from '../../../domain/money/decimal';
import type { ScheduleTerms } from '../../../domain/schedule/terms';

/** Terms of the worked examples in reference and contracts: 100,000.00 at 12%, twelve months, 1/360, penalty × 1.5. */
export function terms(
  over: Partial<Omit<AccountTerms, 'schedule' | 'overdue' | 'prepayment'>> & {
    schedule?: Partial<ScheduleTerms>;
    overdue?: Partial<OverdueTerms>;
    prepayment?: Partial<PrepaymentTerms>;
  } = {},
): AccountTerms {
  const { schedule, overdue, prepayment, ...rest } = over;
  return {
    schedule: {
      convention: 'china',
      currency: 'CNY',
      principalMinor: 10_000_000n,
      disbursedOn: toDay('2026-01-10'),
      annualRate: fromPercent('12'),
      method: { kind: 'equal-instalment' },
      periods: 12,
      period: { unit: 'month', every: 1 },
      dayCount: 'actual/360',
      interest: 'per-period',
      rounding: { mode: 'half-up', decimals: 2 },
      ...schedule,
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
      ...overdue,
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
    excess: 'suspense',
    suspenseAtDue: 'apply',
    prepayment: { fees: [], runningInterest: 'collected', ...prepayment },
    repricing: { kind: 'fixed' },
    vat: { interest: fromBps(0), fee: fromBps(0) },
    ledger: {},
    ...rest,
  };
}

let counter = 0;

/** An event booked on its effective day unless said otherwise. */
export function event(
  on: string,
  body: LoanEventBody,
  over: { key?: string; bookedOn?: string } = {},
): LoanEvent {
  counter += 1;
  return {
    key: over.key ?? `k${String(counter).padStart(6, '0')}`,
    effectiveOn: toDay(on),
    bookedOn: toDay(over.bookedOn ?? on),
    body,
  };
}

export const out = (on: string, amountMinor = 10_000_000n, withheldMinor = 0n): LoanEvent =>
  event(on, { type: 'disbursed', payoutId: `out-${on}`, amountMinor, withheldMinor });

export function paid(
  on: string,
  amountMinor: bigint,
  over: { key?: string; bookedOn?: string } = {},
): LoanEvent {
  return event(on, { type: 'repaid', paymentId: over.key ?? `pay-${on}`, amountMinor }, over);
}

export function early(
  on: string,
  amountMinor: bigint,
  way: 'full' | 'shorter-term' | 'lower-instalment',
): LoanEvent {
  return event(on, { type: 'prepaid', paymentId: `early-${on}`, amountMinor, way });
}

export function amounts(over: Partial<Amounts>): Amounts {
  return { ...noAmounts(), ...over };
}

/** The account on a day with everything known that was booked by then. */
export function on(day: string, of: AccountTerms, events: readonly LoanEvent[], knownOn = day): Account {
  return accountOf(of, events, { asOf: toDay(day), knownOn: toDay(knownOn) });
}

/** The first instalments of the annuity paid on their due dates. */
export function paidOnTime(count: number): LoanEvent[] {
  return Array.from({ length: count }, (_, index) =>
    paid(`2026-${String(index + 2).padStart(2, '0')}-10`, 888_488n),
  );
}

/** Rows that have not fallen due. */
export const planned = (account: Account) =>
  account.rows.filter((row) => row.standing === 'running' || row.standing === 'planned');

/** Principal and interest of a row. */
export const instalment = (row: Account['rows'][number] | undefined) =>
  row === undefined ? null : row.charged.principal + row.charged.interest;

/** Due dates to come. */
export const dues = (account: Account) => planned(account).map((row) => fromDay(row.dueOn));
