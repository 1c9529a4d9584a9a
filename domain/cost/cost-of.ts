import type { Day } from '../calendar/civil-day';
import { planPeriods } from '../schedule/build-schedule';
import { feeAmount, rowFees } from '../schedule/fees';
import type { Schedule } from '../schedule/schedule';
import { totalsOf } from '../schedule/schedule';
import type { FeeTerm, ScheduleTerms } from '../schedule/terms';
import { type CashFlow, compoundAnnual, irr, simpleAnnual, xirr } from './irr';

/** One line of the cost table: what is charged, how and how much over the whole term. */
export interface CostItem {
  readonly code: string;
  readonly way: 'interest' | 'withheld' | 'paid-upfront' | 'with-each-row' | 'on-its-date';
  readonly amountMinor: bigint;
}

/** Annualised cost of a plan kept as agreed (综合融资成本明示表): rate per period where periods are equal, by dates otherwise. */
export interface AnnualCost {
  readonly periodRate: number | null;
  readonly simple: number;
  readonly compound: number;
  readonly xirr: number | null;
  readonly totalCostMinor: bigint;
  readonly items: readonly CostItem[];
}

function periodsPerYear(terms: ScheduleTerms, rows: number): number {
  const { unit, every } = terms.period;
  const each = terms.method.kind === 'bullet' ? every * terms.periods : every;
  const perYear = {
    day: terms.dayCount === 'actual/360' || terms.dayCount === '30/360' ? 360 : 365,
    week: 52,
    month: 12,
    year: 1,
  };
  return rows === 0 ? 0 : perYear[unit] / each;
}

/** Flows at whole periods; null where payouts or rows do not keep to them. */
function regularFlows(terms: ScheduleTerms, schedule: Schedule): bigint[] | null {
  const { rows, disbursements } = schedule;
  const { method, downPaymentRate } = terms;
  const repaidBetween = method.kind === 'revolving' && method.repayments.length > 0;
  if (downPaymentRate !== undefined || method.kind === 'custom' || repaidBetween) return null;
  if ((terms.fees ?? []).some((fee) => fee.when.kind === 'at')) return null;
  if (disbursements.some((payout) => payout.on !== terms.disbursedOn)) return null;
  const periods = planPeriods(terms);
  if (
    periods.length !== rows.length ||
    periods.some((period) => period.regularFrom !== period.contractualFrom)
  )
    return null;
  const out = disbursements.reduce(
    (sum, payout) => sum + payout.amountMinor - payout.withheldMinor - payout.paidMinor,
    0n,
  );
  const paid = rows.map((row) => -row.totalMinor);
  const [atOnce = 0n, ...later] = paid;
  return terms.dueAt === 'period-start' ? [out + atOnce, ...later] : [out, ...paid];
}

/** Every payment and payout of the plan on its day. */
export function cashFlowsOf(schedule: Schedule): CashFlow[] {
  return [
    ...schedule.disbursements.map((payout) => ({
      on: payout.on,
      amountMinor: payout.amountMinor - payout.withheldMinor - payout.paidMinor,
    })),
    ...schedule.rows.map((row) => ({ on: row.dueOn, amountMinor: -row.totalMinor })),
  ];
}

function wayOf(fee: FeeTerm): CostItem['way'] {
  if (fee.when.kind === 'each-row') return 'with-each-row';
  if (fee.when.kind === 'at') return 'on-its-date';
  return fee.taken === 'withheld' ? 'withheld' : 'paid-upfront';
}

function feeTotal(fee: FeeTerm, terms: ScheduleTerms, schedule: Schedule): bigint {
  const { mode } = terms.rounding;
  const base = { principalMinor: terms.principalMinor, balanceMinor: terms.principalMinor };
  if (fee.when.kind === 'upfront') return feeAmount(fee, base, mode);
  return schedule.rows.reduce((sum, row, index) => {
    const when: { from: Day; dueOn: Day; first: boolean } = {
      from: row.from,
      dueOn: row.dueOn,
      first: index === 0,
    };
    const balanceMinor = row.balanceMinor + row.principalMinor;
    return sum + rowFees([fee], when, { principalMinor: terms.principalMinor, balanceMinor }, mode);
  }, 0n);
}

/** Annualised total cost with its items, from the plan alone: it assumes that each row is paid on its day. */
export function costOf(terms: ScheduleTerms, schedule: Schedule): AnnualCost | null {
  const regular = regularFlows(terms, schedule);
  const periodRate = regular === null ? null : irr(regular);
  const byDate = xirr(cashFlowsOf(schedule));
  const perYear = periodsPerYear(terms, schedule.rows.length);
  const simple = periodRate === null ? null : simpleAnnual(periodRate, perYear);
  const compound = periodRate === null ? byDate : compoundAnnual(periodRate, perYear);
  if (compound === null) return null;
  const items: CostItem[] = [
    { code: 'interest', way: 'interest', amountMinor: totalsOf(schedule.rows).interestMinor },
    ...(terms.fees ?? []).map((fee) => ({
      code: fee.code,
      way: wayOf(fee),
      amountMinor: feeTotal(fee, terms, schedule),
    })),
  ];
  return {
    periodRate,
    simple: simple ?? 12 * ((1 + compound) ** (1 / 12) - 1),
    compound,
    xirr: byDate,
    totalCostMinor: items.reduce((sum, item) => sum + item.amountMinor, 0n),
    items,
  };
}
