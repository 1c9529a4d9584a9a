import type { ProductBody } from '../../contracts/policy/product';
import type { PenaltyBody, ProvisioningBody, ReferenceRateBody } from '../../contracts/policy/servicing';
import type { AccountTerms, Repricing } from '../account/terms';
import type { Day } from '../calendar/civil-day';
import { type WorkdayCalendarData, workdayCalendar } from '../calendar/workday-calendar';
import { InvariantError } from '../invariant';
import { type Currency, minorDigits } from '../money/currency';
import { fromBps, fromPercent } from '../money/decimal';
import type { ScheduleTerms } from '../schedule/terms';
import { stagesOf } from '../servicing/drawing';
import type { OfferedTerms } from '../underwriting/decision';
import { feeTermOf } from './fee-term';
import { periodOf, rowsOf } from './periods';
import { publishedBpsOn } from './reference-rate';
import { methodOf } from './repayment-method';

/** The policies that shape a loan's plan and account. */
export interface TermPolicies {
  readonly product: ProductBody;
  readonly penalty: PenaltyBody;
  readonly provisioning: ProvisioningBody;
  readonly calendar: WorkdayCalendarData;
  /** The published LPR; null where the product's rate is fixed. */
  readonly referenceRate: ReferenceRateBody | null;
}

/** The repayment plan's terms: the product's way of reckoning with the agreed amount, rate, term and method. */
export function scheduleTermsOf(
  { product, calendar }: Pick<TermPolicies, 'product' | 'calendar'>,
  agreed: OfferedTerms,
  disbursedOn: Day,
): ScheduleTerms {
  const { repayment } = product;
  const currency = currencyOf(product.currency);
  const terms: ScheduleTerms = {
    convention: repayment.convention ?? 'china',
    currency,
    principalMinor: agreed.amountMinor,
    disbursedOn,
    annualRate: fromBps(agreed.rateBps),
    // Stands in while the due dates are found that a table is laid over.
    method: { kind: 'equal-principal' },
    periods: rowsOf(repayment, agreed.termMonths),
    period: periodOf(repayment),
    dayCount: repayment.dayCount,
    interest: repayment.interest,
    rounding: { mode: repayment.rounding, decimals: repayment.roundingDecimals ?? minorDigits[currency] },
    dueDay: repayment.dueDay,
    oddFirst: repayment.oddFirst,
    ...rowTermsOf(repayment),
    ...(repayment.holidayRule === 'none'
      ? {}
      : { holiday: { rule: repayment.holidayRule, calendar: workdayCalendar(calendar) } }),
    ...(stagesOf(product)?.term === 'full' && { trancheTerm: 'full' }),
    fees: product.fees.map((fee) => feeTermOf(fee, disbursedOn)),
  };
  return { ...terms, ...methodOf(repayment, agreed, terms) };
}

/** What a product may say about its rows beside the usual; what it leaves out stays out of the terms. */
function rowTermsOf(repayment: ProductBody['repayment']): Partial<ScheduleTerms> {
  const multiple = BigInt(repayment.instalmentMultipleMinor ?? '0');
  const grace = {
    ...(repayment.principalGracePeriods && { principalPeriods: repayment.principalGracePeriods }),
    ...(repayment.interestGracePeriods && { interestPeriods: repayment.interestGracePeriods }),
    ...(repayment.interestFreePeriods && { interestFreePeriods: repayment.interestFreePeriods }),
    ...(repayment.interestFreeDays && { interestFreeDays: repayment.interestFreeDays }),
  };
  return {
    ...(repayment.monthEnd && { monthEnd: repayment.monthEnd }),
    ...(repayment.dueAt && { dueAt: repayment.dueAt }),
    ...(repayment.downPaymentPercent && {
      downPaymentRate: fromPercent(String(repayment.downPaymentPercent)),
    }),
    ...(multiple > 0n && { instalmentMultipleMinor: multiple }),
    ...(Object.keys(grace).length > 0 && { grace }),
  };
}

/** Everything that fixes how the loan's account is kept; stored with the loan when it is paid out. */
export function accountTermsOf(policies: TermPolicies, agreed: OfferedTerms, disbursedOn: Day): AccountTerms {
  const { product, penalty, provisioning } = policies;
  return {
    schedule: scheduleTermsOf(policies, agreed, disbursedOn),
    recalculation: product.recalculation,
    overdue: {
      penaltyUplift: fromPercent(String(penalty.overdueSurchargePercent)),
      compound: penalty.compound,
      graceDays: product.grace.days,
      afterGrace: product.grace.afterGrace,
      principalBears: penalty.principalBears,
      dayBasis: penalty.dayBasis,
      nonAccrualAfterDays: provisioning.nonAccrualOverDays,
    },
    allocation: product.allocation,
    excess: product.excess,
    suspenseAtDue: product.suspenseAtDue,
    prepayment: {
      fees: product.prepayment.fees.map(({ beforeMonths, feeBps }) => ({
        beforeMonths,
        amount: { kind: 'rate', rate: fromBps(feeBps) },
      })),
      runningInterest: product.prepayment.runningInterest,
    },
    ...(agreed.method === 'revolving' && lineOf(product)),
    repricing: repricingOf(policies, agreed, disbursedOn),
    vat: { interest: fromBps(product.vat.interestBps), fee: fromBps(product.vat.feeBps) },
    ledger: {},
  };
}

/** 额度有效期 of what a revolving loan may draw again. */
function lineOf(product: ProductBody): Pick<AccountTerms, 'drawMonths'> {
  const staged = stagesOf(product);
  return staged === null ? {} : { drawMonths: staged.availableMonths };
}

/** The points of a floating rate are what was agreed above or below the LPR that stands on the day of payout (fixed for life). */
function repricingOf(
  { product, referenceRate }: TermPolicies,
  { rateBps }: OfferedTerms,
  disbursedOn: Day,
): Repricing {
  const { repricing } = product;
  if (repricing.kind === 'fixed') return repricing;
  const lpr = referenceRate && publishedBpsOn(referenceRate, repricing.tenor, disbursedOn);
  if (lpr === null) throw new InvariantError(`no LPR of ${repricing.tenor} published by the payout`);
  return { ...repricing, spreadBps: rateBps - lpr };
}

/** The currency of a product, among those whose books are kept. */
export function currencyOf(code: string): Currency {
  for (const currency of ['CNY', 'HKD', 'USD', 'EUR', 'JPY'] as const) if (currency === code) return currency;
  throw new InvariantError(`currency ${code} is not kept`);
}
