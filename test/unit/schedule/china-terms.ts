import { toDay } from '../../../domain/calendar/civil-day';
import { fromPercent } from '../../../domain/money/decimal';
import type { ScheduleTerms } from '../../../domain/schedule/terms';

/** 100,000 at 12% over twelve months: the loan that the reference figures are about. */
export function chinaTerms(over: Partial<ScheduleTerms> = {}): ScheduleTerms {
  return {
    convention: 'china',
    currency: 'CNY',
    principalMinor: 10_000_000n,
    disbursedOn: toDay('2026-01-15'),
    annualRate: fromPercent('12'),
    method: { kind: 'equal-instalment' },
    periods: 12,
    period: { unit: 'month', every: 1 },
    dayCount: 'actual/360',
    interest: 'per-period',
    rounding: { mode: 'half-up', decimals: 2 },
    ...over,
  };
}
