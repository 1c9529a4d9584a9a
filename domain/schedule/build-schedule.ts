import { divRound } from '../money/rounding';
import { type Period, periodsOf, settlePeriod } from './due-dates';
import { upfrontFees } from './fees';
import { type Change, RowBuilder } from './rows';
import type { PlannedDisbursement, Schedule, ScheduleRow } from './schedule';
import type { ScheduleTerms } from './terms';

function customPeriods(terms: ScheduleTerms): Period[] {
  if (terms.method.kind !== 'custom') return periodsOf(terms);
  let from = terms.disbursedOn;
  let contractualFrom = terms.disbursedOn;
  return terms.method.rows.map((row, index) => {
    const contractual = { from: contractualFrom, dueOn: row.dueOn, regularFrom: contractualFrom };
    const period = settlePeriod(terms, index + 1, contractual, from);
    contractualFrom = row.dueOn;
    from = period.dueOn;
    return period;
  });
}

/** One period from the disbursement to maturity, for loans repaid in a single sum. */
function wholeTerm(terms: ScheduleTerms): Period[] {
  const periods = periodsOf(terms);
  const last = periods.at(-1);
  if (last === undefined) return [];
  const length = { unit: terms.period.unit, every: terms.period.every * terms.periods };
  return [
    {
      ...last,
      no: 1,
      from: terms.disbursedOn,
      contractualFrom: terms.disbursedOn,
      regularFrom: terms.disbursedOn,
      length,
    },
  ];
}

/** The periods that rows are laid over, as the method wants them. */
export function planPeriods(terms: ScheduleTerms): Period[] {
  if (terms.method.kind === 'custom') return customPeriods(terms);
  return terms.method.kind === 'bullet' ? wholeTerm(terms) : periodsOf(terms);
}

function changesOf(terms: ScheduleTerms): Change[] {
  const changes: Change[] = [];
  for (const { on, amountMinor } of terms.tranches ?? []) changes.push({ on, kind: 'payout', amountMinor });
  for (const { from, annualRate } of terms.rateChanges ?? [])
    changes.push({ on: from, kind: 'rate', annualRate });
  if (terms.method.kind === 'revolving') {
    for (const { on, amountMinor } of terms.method.repayments)
      changes.push({ on, kind: 'repayment', amountMinor });
  }
  return changes.sort((a, b) => a.on - b.on);
}

function downPaymentOf(terms: ScheduleTerms, amountMinor: bigint): bigint {
  const rate = terms.downPaymentRate;
  return rate === undefined
    ? 0n
    : divRound(amountMinor * rate.units, 10n ** BigInt(rate.scale), terms.rounding.mode);
}

function disbursementsOf(terms: ScheduleTerms): PlannedDisbursement[] {
  const first = upfrontFees(terms.fees ?? [], terms.principalMinor, terms.rounding.mode);
  const later = (terms.tranches ?? []).map(({ on, amountMinor }) => ({
    on,
    amountMinor,
    withheldMinor: 0n,
    paidMinor: 0n,
  }));
  return [{ on: terms.disbursedOn, amountMinor: terms.principalMinor, ...first }, ...later];
}

/** The repayment plan of a loan as agreed, before anything has happened. */
export function buildSchedule(terms: ScheduleTerms): Schedule {
  const periods = planPeriods(terms);
  const down = downPaymentOf(terms, terms.principalMinor);
  const openingMinor = terms.principalMinor - down;
  const built = new RowBuilder({
    terms,
    periods,
    openingMinor,
    annualRate: terms.annualRate,
    changes: changesOf(terms),
    carriedInterestMinor: 0n,
  }).build();
  const rows: ScheduleRow[] = built.rows;
  return {
    rows: down === 0n ? rows : withDownPayment(terms, down, openingMinor, rows),
    disbursements: disbursementsOf(terms),
    instalmentMinor: built.instalmentMinor,
    unpublishedDueDates: periods.filter((period) => !period.published).map((period) => period.dueOn),
  };
}

function withDownPayment(
  terms: ScheduleTerms,
  down: bigint,
  balance: bigint,
  rows: readonly ScheduleRow[],
): ScheduleRow[] {
  const on = terms.disbursedOn;
  const first: ScheduleRow = {
    no: 1,
    from: on,
    dueOn: on,
    onTimeUntil: on,
    days: 0,
    principalMinor: down,
    interestMinor: 0n,
    feeMinor: 0n,
    totalMinor: down,
    balanceMinor: balance,
  };
  return [first, ...rows.map((row) => ({ ...row, no: row.no + 1 }))];
}
