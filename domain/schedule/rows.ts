import type { Day } from '../calendar/civil-day';
import { minorDigits } from '../money/currency';
import type { Decimal } from '../money/decimal';
import { least } from '../money/least';
import { divRound } from '../money/rounding';
import { annuityInstalment } from './annuity';
import type { Period } from './due-dates';
import { rowFees } from './fees';
import { exactInterest, type Segment } from './interest';
import type { ScheduleRow } from './schedule';
import type { ScheduleTerms } from './terms';
import { wholePeriod } from './year-fraction';

/** Something that alters balance or rate on a day: a payout, an agreed repayment, a new rate. */
export type Change =
  | { readonly on: Day; readonly kind: 'payout' | 'repayment'; readonly amountMinor: bigint }
  | { readonly on: Day; readonly kind: 'rate'; readonly annualRate: Decimal };

/** What is to be laid out over the periods. */
export interface RowPlan {
  readonly terms: ScheduleTerms;
  readonly periods: readonly Period[];
  readonly openingMinor: bigint;
  readonly annualRate: Decimal;
  /** Sorted by day. */
  readonly changes: readonly Change[];
  /** A given instalment is kept and the last rows fall away; without one it is computed. */
  readonly keptInstalmentMinor?: bigint;
  /** Interest of earlier days that the first row has to collect. */
  readonly carriedInterestMinor: bigint;
}

/** The smallest step that amounts of the plan may take, in minor units. */
export function quantumOf(terms: ScheduleTerms): bigint {
  return 10n ** BigInt(Math.max(0, minorDigits[terms.currency] - terms.rounding.decimals));
}

function roundToMultiple(amount: bigint, terms: ScheduleTerms): bigint {
  const multiple = terms.instalmentMultipleMinor;
  if (multiple === undefined || multiple === 0n) return amount;
  const rounded = divRound(amount, multiple, terms.rounding.mode) * multiple;
  return rounded === 0n ? amount : rounded;
}

/** Lays out principal, interest and fees row by row; the last row takes what is left (末期轧差). */
export class RowBuilder {
  readonly rows: ScheduleRow[] = [];
  instalmentMinor: bigint | null = null;
  private balance: bigint;
  private rate: Decimal;
  private nextChange = 0;
  private carried: bigint;
  private share = 0n;
  private readonly quantum: bigint;
  private readonly original: bigint;

  constructor(private readonly plan: RowPlan) {
    this.balance = plan.openingMinor;
    this.original = plan.openingMinor;
    this.rate = plan.annualRate;
    this.carried = plan.carriedInterestMinor;
    this.quantum = quantumOf(plan.terms);
  }

  build(): this {
    const { periods, keptInstalmentMinor } = this.plan;
    for (let index = 0; index < periods.length; index++) {
      const period = periods[index];
      if (period === undefined) break;
      const segments: Segment[] = [];
      const changed = this.walk(period, segments);
      if (index === 0 || changed) this.settle(index);
      this.emit(period, index, segments);
      if (
        keptInstalmentMinor !== undefined &&
        this.balance === 0n &&
        this.nextChange >= this.plan.changes.length
      )
        break;
    }
    return this;
  }

  /** Cuts the period at each change; a change on the due date belongs to the next period. */
  private walk(period: Period, segments: Segment[]): boolean {
    const { changes } = this.plan;
    let cursor = period.from;
    let changed = false;
    for (let change = changes[this.nextChange]; change !== undefined && change.on < period.dueOn; ) {
      if (change.on > cursor) {
        segments.push({ from: cursor, to: change.on, balanceMinor: this.balance, annualRate: this.rate });
        cursor = change.on;
      }
      this.apply(change, period);
      changed = true;
      this.nextChange += 1;
      change = changes[this.nextChange];
    }
    segments.push({ from: cursor, to: period.dueOn, balanceMinor: this.balance, annualRate: this.rate });
    return changed;
  }

  private apply(change: Change, period: Period): void {
    if (change.kind === 'rate') this.rate = change.annualRate;
    else if (change.kind === 'payout') this.balance += change.amountMinor;
    else {
      const paid = least(change.amountMinor, this.balance);
      this.balance -= paid;
      const from = this.rows.at(-1)?.dueOn ?? period.from;
      this.push({ from, dueOn: change.on, onTimeUntil: change.on }, paid, 0n, 0n);
    }
  }

  /** Fixes the instalment, or the equal principal part, over the rows from here on. */
  private settle(index: number): void {
    const { terms, periods, keptInstalmentMinor } = this.plan;
    const { method, rounding } = terms;
    const free = Math.max(0, this.principalGrace() - index);
    const left = periods.length - index - free;
    if (
      method.kind === 'equal-principal' ||
      (method.kind === 'interest-only-first' && method.then === 'equal-principal')
    ) {
      this.share = divRound(this.balance, BigInt(left) * this.quantum, rounding.mode) * this.quantum;
    } else if (method.kind === 'flat') {
      this.share = divRound(this.balance, BigInt(left) * this.quantum, rounding.mode) * this.quantum;
    } else if (keptInstalmentMinor !== undefined) {
      this.instalmentMinor = keptInstalmentMinor;
    } else if (
      method.kind !== 'interest-only' &&
      method.kind !== 'bullet' &&
      method.kind !== 'custom' &&
      method.kind !== 'revolving'
    ) {
      this.instalmentMinor = roundToMultiple(this.annuity(left), terms);
    }
  }

  private annuity(left: number): bigint {
    const { terms } = this.plan;
    const whole = wholePeriod(terms.period);
    return annuityInstalment(
      {
        principalMinor: this.balance,
        balloonMinor: terms.method.kind === 'balloon' ? terms.method.balloonMinor : 0n,
        rate: {
          numerator: this.rate.units * BigInt(whole.numerator),
          denominator: 10n ** BigInt(this.rate.scale) * BigInt(whole.denominator),
        },
        periods: left,
      },
      this.quantum,
      terms.rounding.mode,
    );
  }

  private principalGrace(): number {
    const { method, grace } = this.plan.terms;
    const asked = grace?.principalPeriods ?? 0;
    return method.kind === 'interest-only-first' ? Math.max(method.periods, asked) : asked;
  }

  private emit(period: Period, index: number, segments: readonly Segment[]): void {
    const { terms, periods } = this.plan;
    const last = index === periods.length - 1;
    const custom = terms.method.kind === 'custom' ? terms.method.rows[period.no - 1] : undefined;
    const accrued = custom?.interestMinor ?? this.interestOf(period, segments);
    const principal = last ? this.balance : this.principalOf(period, index, accrued, custom?.principalMinor);
    const fees = custom?.feeMinor ?? this.feesOf(period);
    const interest = this.collect(period, accrued, last);
    this.balance -= principal;
    const from = this.rows.at(-1)?.dueOn ?? period.from;
    this.push({ from, dueOn: period.dueOn, onTimeUntil: period.onTimeUntil }, principal, interest, fees);
  }

  private interestOf(period: Period, segments: readonly Segment[]): bigint {
    const { terms } = this.plan;
    const { grace, method, rounding } = terms;
    if (period.no <= (grace?.interestFreePeriods ?? 0)) return 0n;
    const freeUntil = terms.disbursedOn + (grace?.interestFreeDays ?? 0);
    let bearing = segments;
    if (method.kind === 'flat')
      bearing = [{ from: period.from, to: period.dueOn, balanceMinor: this.original, annualRate: this.rate }];
    if (freeUntil > period.from) {
      bearing = bearing
        .filter((segment) => segment.to > freeUntil)
        .map((segment) => ({ ...segment, from: Math.max(segment.from, freeUntil) }));
    }
    return exactInterest(bearing, period, terms, this.quantum, rounding.mode);
  }

  private principalOf(period: Period, index: number, interest: bigint, agreed: bigint | undefined): bigint {
    const { method } = this.plan.terms;
    if (agreed !== undefined) return agreed;
    if (period.no <= this.principalGrace() && index < this.principalGrace()) return 0n;
    const wanted =
      this.instalmentMinor === null
        ? this.share
        : this.instalmentMinor - this.regularInterest(period, interest);
    if (method.kind === 'interest-only' || method.kind === 'bullet' || method.kind === 'revolving') return 0n;
    if (wanted < 0n) return 0n;
    return least(wanted, this.balance);
  }

  /** In an odd first period the instalment repays the principal of a regular one and the odd interest comes on top. */
  private regularInterest(period: Period, interest: bigint): bigint {
    const { terms } = this.plan;
    if (period.regularFrom === period.contractualFrom) return interest;
    const regular: Period = { ...period, from: period.regularFrom, contractualFrom: period.regularFrom };
    const segment = {
      from: regular.from,
      to: regular.dueOn,
      balanceMinor: this.balance,
      annualRate: this.rate,
    };
    return exactInterest([segment], regular, terms, this.quantum, terms.rounding.mode);
  }

  private collect(period: Period, accrued: bigint, last: boolean): bigint {
    const due = this.carried + accrued;
    if (!last && period.no <= (this.plan.terms.grace?.interestPeriods ?? 0)) {
      this.carried = due;
      return 0n;
    }
    this.carried = 0n;
    return due;
  }

  private feesOf(period: Period): bigint {
    const { fees, rounding } = this.plan.terms;
    if (fees === undefined || fees.length === 0) return 0n;
    const base = { principalMinor: this.original, balanceMinor: this.balance };
    return rowFees(
      fees,
      { from: period.from, dueOn: period.dueOn, first: period.no === 1 },
      base,
      rounding.mode,
    );
  }

  private push(
    when: { readonly from: Day; readonly dueOn: Day; readonly onTimeUntil: Day },
    principalMinor: bigint,
    interestMinor: bigint,
    feeMinor: bigint,
  ): void {
    const firstNo = this.plan.periods[0]?.no ?? 1;
    this.rows.push({
      no: firstNo + this.rows.length,
      from: when.from,
      dueOn: when.dueOn,
      onTimeUntil: when.onTimeUntil,
      days: when.dueOn - when.from,
      principalMinor,
      interestMinor,
      feeMinor,
      totalMinor: principalMinor + interestMinor + feeMinor,
      balanceMinor: this.balance,
    });
  }
}
