import type { Day } from '../calendar/civil-day';
import { divRound } from '../money/rounding';
import { type Period, periodsOf, settlePeriod } from './due-dates';
import { upfrontFees } from './fees';
import { fullTermPeriods, fullTermRows } from './full-term';
import { type Change, hasInstalment, quantumOf, RowBuilder, type RowPlan } from './rows';
import type { PlannedDisbursement, Schedule, ScheduleRow } from './schedule';
import type { DatedAmount, ScheduleTerms } from './terms';

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
  if (terms.method.kind === 'bullet') return wholeTerm(terms);
  return terms.trancheTerm === 'full' ? fullTermPeriods(terms) : periodsOf(terms);
}

/** The part of a payout that falls due at once as a row of its own and never bears interest. */
export function downPaymentOf(terms: ScheduleTerms, amountMinor: bigint): bigint {
  const rate = terms.downPaymentRate;
  if (rate === undefined) return 0n;
  const quantum = quantumOf(terms);
  return (
    divRound(amountMinor * rate.units, 10n ** BigInt(rate.scale) * quantum, terms.rounding.mode) * quantum
  );
}

/** Changes that the terms themselves foresee, by day. */
export function changesOf(terms: ScheduleTerms): Change[] {
  const changes: Change[] = [];
  for (const { on, amountMinor } of terms.tranches ?? []) {
    changes.push({ on, kind: 'payout', amountMinor: amountMinor - downPaymentOf(terms, amountMinor) });
  }
  for (const { from, annualRate } of terms.rateChanges ?? [])
    changes.push({ on: from, kind: 'rate', annualRate });
  if (terms.method.kind === 'revolving') {
    for (const { on, amountMinor } of terms.method.repayments)
      changes.push({ on, kind: 'repayment', amountMinor });
  }
  return changes.sort((a, b) => a.on - b.on);
}

function payoutsOf(terms: ScheduleTerms): PlannedDisbursement[] {
  const first = upfrontFees(terms.fees ?? [], terms.principalMinor, terms.rounding.mode);
  const later = (terms.tranches ?? []).map(({ on, amountMinor }) => ({
    on,
    amountMinor,
    withheldMinor: 0n,
    paidMinor: 0n,
  }));
  return [{ on: terms.disbursedOn, amountMinor: terms.principalMinor, ...first }, ...later];
}

/** What the rows of full-term payouts are fixed at; nothing where later payouts share the rows that are left. */
export function fixedByTerm(
  terms: ScheduleTerms,
  periods: readonly Period[],
  payouts: readonly DatedAmount[],
  changes: readonly Change[],
): Pick<RowPlan, 'fixedInstalments' | 'agreedPrincipal'> {
  if (terms.trancheTerm !== 'full') return {};
  const lent = payouts.map(({ on, amountMinor }) => ({
    on,
    amountMinor: amountMinor - downPaymentOf(terms, amountMinor),
  }));
  const { instalments, principalMinor } = fullTermRows(terms, periods, lent, changes);
  if (!hasInstalment(terms)) return { agreedPrincipal: principalMinor };
  const [first] = periods;
  const odd = first !== undefined && first.regularFrom !== first.contractualFrom;
  return { fixedInstalments: instalments, ...(odd ? { agreedPrincipal: principalMinor.slice(0, 1) } : {}) };
}

/** The repayment plan of a loan as agreed, before anything has happened. */
export function buildSchedule(terms: ScheduleTerms): Schedule {
  const periods = planPeriods(terms);
  const changes = changesOf(terms);
  const disbursements = payoutsOf(terms);
  const built = new RowBuilder({
    terms,
    periods,
    openingMinor: terms.principalMinor - downPaymentOf(terms, terms.principalMinor),
    annualRate: terms.annualRate,
    changes,
    carriedInterestMinor: 0n,
    ...fixedByTerm(terms, periods, disbursements, changes),
  }).build();
  return {
    rows: withDownPayments(terms, disbursements, built.rows),
    disbursements,
    instalmentMinor: built.instalmentMinor,
    unpublishedDueDates: periods.filter((period) => !period.published).map((period) => period.dueOn),
  };
}

/** Puts a row in front of the first row after each payout that asks a down payment, and numbers all of them again. */
export function withDownPayments(
  terms: ScheduleTerms,
  payouts: readonly { readonly on: Day; readonly amountMinor: bigint }[],
  rows: readonly ScheduleRow[],
): readonly ScheduleRow[] {
  if (terms.downPaymentRate === undefined) return rows;
  const down = payouts.map(({ on, amountMinor }): ScheduleRow => {
    const principalMinor = downPaymentOf(terms, amountMinor);
    const balanceMinor = rows
      .filter((row) => row.dueOn <= on)
      .reduce((left, row) => left - row.principalMinor, 0n);
    const lent = payouts.filter((payout) => payout.on <= on);
    const open = lent.reduce(
      (sum, payout) => sum + payout.amountMinor - downPaymentOf(terms, payout.amountMinor),
      0n,
    );
    return {
      no: 0,
      from: on,
      dueOn: on,
      onTimeUntil: on,
      days: 0,
      principalMinor,
      interestMinor: 0n,
      feeMinor: 0n,
      totalMinor: principalMinor,
      balanceMinor: balanceMinor + open,
    };
  });
  const all = [...rows, ...down].sort((a, b) => a.dueOn - b.dueOn);
  return all.map((row, index) => ({ ...row, no: index + 1 }));
}
