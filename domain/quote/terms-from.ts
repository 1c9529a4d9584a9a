import type { ParsedQuoteRequest } from '../../contracts/quote';
import { toDay } from '../calendar/civil-day';
import { workdayCalendar } from '../calendar/workday-calendar';
import { type Decimal, fromPercent } from '../money/decimal';
import { parseMinor } from '../money/parse-minor';
import { conventions } from '../schedule/conventions';
import type { FeeTerm, Method, ScheduleTerms } from '../schedule/terms';

const optionalMinor = (text: string | undefined) => (text === undefined ? undefined : parseMinor(text));
const optionalDay = (text: string | undefined) => (text === undefined ? undefined : toDay(text));
const optionalPercent = (text: string | undefined): Decimal | undefined =>
  text === undefined ? undefined : fromPercent(text);

function methodFrom(method: ParsedQuoteRequest['method']): Method {
  switch (method.kind) {
    case 'balloon':
      return { kind: 'balloon', balloonMinor: parseMinor(method.balloonMinor) };
    case 'custom':
      return {
        kind: 'custom',
        rows: method.rows.map((row) => ({
          dueOn: toDay(row.dueOn),
          principalMinor: parseMinor(row.principalMinor),
          interestMinor: optionalMinor(row.interestMinor),
          feeMinor: optionalMinor(row.feeMinor),
        })),
      };
    case 'revolving':
      return {
        kind: 'revolving',
        repayments: method.repayments.map(({ on, amountMinor }) => ({
          on: toDay(on),
          amountMinor: parseMinor(amountMinor),
        })),
      };
    default:
      return method;
  }
}

function feeFrom(fee: ParsedQuoteRequest['fees'][number]): FeeTerm {
  return {
    code: fee.code,
    taken: fee.taken,
    when: fee.when.kind === 'at' ? { kind: 'at', on: toDay(fee.when.on) } : fee.when,
    amount:
      fee.amount.kind === 'fixed'
        ? { kind: 'fixed', amountMinor: parseMinor(fee.amount.amountMinor) }
        : { kind: 'rate', base: fee.amount.base, rate: fromPercent(fee.amount.ratePercent) },
  };
}

/** Schedule terms of a quote request; what the request leaves open takes the convention's usual value. */
export function termsFrom(request: ParsedQuoteRequest): ScheduleTerms {
  const { defaultMode } = conventions[request.convention];
  return {
    convention: request.convention,
    currency: request.currency,
    principalMinor: parseMinor(request.principalMinor),
    disbursedOn: toDay(request.disbursedOn),
    annualRate: fromPercent(request.annualRatePercent),
    method: methodFrom(request.method),
    periods: request.periods,
    period: request.period,
    dueAt: request.dueAt,
    dayCount: request.dayCount,
    interest: request.interest ?? (request.convention === 'china' ? 'per-period' : 'by-day'),
    rounding: request.rounding ?? { mode: defaultMode, decimals: 2 },
    dueDay: request.dueDay,
    firstDueOn: optionalDay(request.firstDueOn),
    oddFirst: request.oddFirst,
    disbursementDayBearsInterest: request.disbursementDayBearsInterest,
    trancheInterest: request.trancheInterest,
    trancheTerm: request.trancheTerm,
    monthEnd: request.monthEnd,
    holiday:
      request.holiday === undefined
        ? undefined
        : { rule: request.holiday.rule, calendar: workdayCalendar(request.holiday.calendar) },
    instalmentMultipleMinor: optionalMinor(request.instalmentMultipleMinor),
    downPaymentRate: optionalPercent(request.downPaymentPercent),
    fees: request.fees.map(feeFrom),
    grace: request.grace,
  };
}
