import type { Day } from '../calendar/civil-day';
import type { Decimal } from '../money/decimal';
import { conventions } from './conventions';
import { type Period, periodsOf, settlePeriod } from './due-dates';
import { type Change, RowBuilder, type RowPlan } from './rows';
import type { ScheduleRow } from './schedule';
import type { ScheduleTerms } from './terms';

/** A contractual due date that is still to come. */
export interface RemainingDue {
  readonly no: number;
  /** Start of the period in the plan; the new plan may begin inside the first one. */
  readonly from: Day;
  readonly dueOn: Day;
  /** First day of its row where a deferral put that before its period; the row goes on from where the one before ended. */
  readonly startsOn?: Day;
}

/** 减供 keeps the term and lowers the instalment, 缩期 keeps the instalment and ends sooner. */
export type Keep =
  | { readonly what: 'term' }
  | { readonly what: 'instalment'; readonly instalmentMinor: bigint };

export interface RebuildInput {
  readonly terms: ScheduleTerms;
  /** First day that the new balance bears interest. */
  readonly fromDay: Day;
  readonly balanceMinor: bigint;
  /** The rate in force from `fromDay` on. */
  readonly annualRate: Decimal;
  readonly remaining: readonly RemainingDue[];
  readonly keep: Keep;
  /** Interest that the running period bore before `fromDay` and that is not paid yet. */
  readonly carriedInterestMinor?: bigint;
  /** What rows were fixed at beforehand, by row index. */
  readonly fixed?: Pick<RowPlan, 'fixedInstalments' | 'agreedPrincipal'>;
  /** Rate changes and payouts known to come after `fromDay`. */
  readonly changes?: readonly Change[];
}

/** Lays what is left of a loan over its remaining due dates again: after early repayment, rate change, deferral, extension or restructuring. */
export function rebuildFrom(input: RebuildInput): { rows: ScheduleRow[]; instalmentMinor: bigint | null } {
  const { terms, remaining, fromDay, keep } = input;
  const byPeriod = conventions[terms.convention].annuity === 'rate-per-period';
  const periods = remaining.map((due, index): Period => {
    const started = index === 0 ? Math.max(fromDay, due.from) : due.from;
    // An instalment that is given, or comes from one rate per period, repays in a broken period what it would in a whole
    // one; an instalment solved over the real periods knows of the broken one already.
    const from = byPeriod || keep.what === 'instalment' ? started : due.from;
    return settlePeriod(terms, due.no, { from, dueOn: due.dueOn, regularFrom: due.from }, started);
  });
  const built = new RowBuilder({
    terms,
    periods,
    openingMinor: input.balanceMinor,
    annualRate: input.annualRate,
    changes: [...(input.changes ?? [])].sort((a, b) => a.on - b.on),
    carriedInterestMinor: input.carriedInterestMinor ?? 0n,
    ...input.fixed,
    ...(keep.what === 'instalment' ? { keptInstalmentMinor: keep.instalmentMinor } : {}),
  }).build();
  return { rows: built.rows, instalmentMinor: built.instalmentMinor };
}

/** Due dates of the plan that fall after a day, in the form `rebuildFrom` takes. */
export function remainingDues(terms: ScheduleTerms, after: Day): RemainingDue[] {
  return periodsOf(terms)
    .filter((period) => period.contractualDueOn > after)
    .map(({ no, contractualFrom, contractualDueOn }) => ({
      no,
      from: contractualFrom,
      dueOn: contractualDueOn,
    }));
}
