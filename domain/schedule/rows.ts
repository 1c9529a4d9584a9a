import type { Day } from '../calendar/civil-day';
import { InvariantError } from '../invariant';
import { minorDigits } from '../money/currency';
import type { Decimal } from '../money/decimal';
import { least } from '../money/least';
import { divRound } from '../money/rounding';
import { BearingBalance } from './bearing-balance';
import { conventions } from './conventions';
import type { Period } from './due-dates';
import { type Facts, nothingPaid, paidBeyond, type RowPaid } from './facts';
import { rowFees } from './fees';
import { type FlatParts, flatParts } from './flat';
import type { Segment } from './interest';
import { type Reckoning, reckoningOf } from './reckoning';
import { applyMultiple, spreadResidue } from './residue';
import type { ScheduleRow } from './schedule';
import type { ScheduleTerms } from './terms';

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
  /** Instalments fixed at earlier events, by row index; rows beyond them are computed. */
  readonly fixedInstalments?: readonly bigint[];
  /** Principal parts fixed beforehand, by row index; undefined where the method has its say. */
  readonly agreedPrincipal?: readonly (bigint | undefined)[];
  readonly facts?: Facts;
}

/** The smallest step that amounts of the plan may take, in minor units. */
export function quantumOf(terms: ScheduleTerms): bigint {
  return 10n ** BigInt(Math.max(0, minorDigits[terms.currency] - terms.rounding.decimals));
}

/** Methods whose rows share one instalment. */
export function hasInstalment(terms: ScheduleTerms): boolean {
  const { method } = terms;
  if (method.kind === 'interest-only-first') return method.then === 'equal-instalment';
  return method.kind === 'equal-instalment' || method.kind === 'balloon';
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Lays out principal, interest and fees row by row; the last row takes what is left (末期轧差). */
export class RowBuilder {
  readonly rows: ScheduleRow[] = [];
  /** The instalment of each period, and of the first one as the plan's own. */
  readonly instalments: bigint[] = [];
  private balance: bigint;
  private rate: Decimal;
  private nextChange = 0;
  private carried: bigint;
  private share = 0n;
  private flat: FlatParts | null = null;
  private instalment = 0n;
  private original: bigint;
  private readonly quantum: bigint;
  private readonly reckoning: Reckoning;
  private readonly bearing: BearingBalance | null;
  private readonly graceRows: number;
  private readonly freePeriods: number;
  private readonly freeUntil: Day;
  private readonly withInstalment: boolean;
  private readonly isFlat: boolean;
  private readonly paidBeyond: readonly bigint[];
  private readonly firstNo: number;
  private readonly undisturbed: [Writable<Segment>];

  constructor(private readonly plan: RowPlan) {
    const { terms, facts } = plan;
    this.balance = plan.openingMinor;
    this.original = plan.openingMinor;
    this.rate = plan.annualRate;
    this.carried = plan.carriedInterestMinor;
    this.quantum = quantumOf(terms);
    this.reckoning = reckoningOf(terms, this.quantum);
    this.bearing = facts === undefined ? null : new BearingBalance(facts, plan.periods);
    this.graceRows = principalGrace(terms);
    this.freePeriods = terms.grace?.interestFreePeriods ?? 0;
    this.freeUntil = terms.disbursedOn + (terms.grace?.interestFreeDays ?? 0);
    this.withInstalment = hasInstalment(terms);
    this.isFlat = terms.method.kind === 'flat';
    this.paidBeyond = paidBeyond(facts);
    this.firstNo = plan.periods[0]?.no ?? 1;
    this.undisturbed = [{ from: 0, to: 0, balanceMinor: 0n, annualRate: plan.annualRate }];
  }

  get instalmentMinor(): bigint | null {
    // Rows of interest alone have no instalment, also where their amounts are given.
    const first = this.instalments.find((amount, index) => amount > 0n && index >= this.graceRows);
    return this.withInstalment ? (first ?? null) : null;
  }

  build(): this {
    const { periods, keptInstalmentMinor } = this.plan;
    for (let index = 0; index < periods.length; index++) {
      const period = periods[index];
      if (period === undefined) break;
      const changes = this.nextChange;
      const segments = this.walk(period);
      if (index === 0 || this.nextChange > changes) this.settle(index, segments);
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
  private walk(period: Period): Segment[] {
    const { changes, terms } = this.plan;
    if (period.dueOn === period.from) return [];
    const first = changes[this.nextChange];
    if (this.bearing === null && (first === undefined || first.on >= period.dueOn)) {
      return this.wholePeriod(period);
    }
    const segments: Segment[] = [];
    const wholePeriodPayouts = terms.trancheInterest === 'whole-period';
    let cursor = period.from;
    for (let change = first; change !== undefined && change.on < period.dueOn; ) {
      const starts = change.kind === 'payout' && wholePeriodPayouts ? period.from : change.on;
      if (starts > cursor) {
        this.cut(segments, cursor, starts);
        cursor = starts;
      }
      this.apply(change, period);
      this.nextChange += 1;
      change = changes[this.nextChange];
    }
    this.cut(segments, cursor, period.dueOn);
    return segments;
  }

  /** The one stretch of an undisturbed period. It is written over for the next one: most rows of most plans need no more. */
  private wholePeriod(period: Period): Segment[] {
    const [stretch] = this.undisturbed;
    stretch.from = period.from;
    stretch.to = period.dueOn;
    stretch.balanceMinor = this.bearingMinor;
    stretch.annualRate = this.rate;
    return this.undisturbed;
  }

  /** A flat plan bears interest on all that was lent, any other on what is still owed. */
  private get bearingMinor(): bigint {
    return this.isFlat ? this.original : this.balance;
  }

  private cut(segments: Segment[], from: Day, to: Day): void {
    if (this.bearing === null || this.isFlat) {
      segments.push({ from, to, balanceMinor: this.bearingMinor, annualRate: this.rate });
      return;
    }
    const accrueUntil = this.plan.facts?.accrueUntil ?? to;
    const ends = [...this.bearing.cutsIn(from, to), to];
    if (accrueUntil > from && accrueUntil < to) ends.push(accrueUntil);
    let cursor = from;
    for (const end of ends.sort((a, b) => a - b)) {
      if (end <= cursor) continue;
      const bearing = cursor >= accrueUntil ? 0n : this.balance + this.bearing.differenceOn(cursor);
      segments.push({ from: cursor, to: end, balanceMinor: bearing, annualRate: this.rate });
      cursor = end;
    }
  }

  private apply(change: Change, period: Period): void {
    if (change.kind === 'rate') this.rate = change.annualRate;
    else if (change.kind === 'payout') {
      this.balance += change.amountMinor;
      this.original += change.amountMinor;
    } else {
      const paid = least(change.amountMinor, this.balance);
      this.balance -= paid;
      const from = this.rows[this.rows.length - 1]?.dueOn ?? period.from;
      this.push(from, change.on, change.on, paid, 0n, 0n);
    }
  }

  /** Fixes the instalment, or the equal principal part, over the rows from here on. */
  private settle(index: number, segments: readonly Segment[]): void {
    const { terms, periods, keptInstalmentMinor, fixedInstalments } = this.plan;
    const start = Math.max(index, this.graceRows);
    const left = periods.length - start;
    if (left <= 0) return;
    if (terms.method.kind === 'flat') {
      this.flat = flatParts(terms, this.reckoning, this.quantum, {
        balanceMinor: this.balance,
        principalRows: left,
        rows: this.rowsFrom(index, index, segments, this.original)
          .filter(({ period }) => !this.isFree(period))
          .map((row) => ({ ...row, segments: this.afterFreeDays(row.period, row.segments) })),
      });
      return;
    }
    if (!this.withInstalment) {
      this.share = divRound(this.balance, BigInt(left) * this.quantum, terms.rounding.mode) * this.quantum;
      return;
    }
    if (keptInstalmentMinor !== undefined) this.instalment = keptInstalmentMinor;
    else if (fixedInstalments?.[index] === undefined) {
      const raw = applyMultiple(this.solve(start, index, segments), terms);
      this.instalment =
        conventions[terms.convention].residue === 'last-absorbs'
          ? raw
          : spreadResidue(raw, left, terms, this.quantum, (trial) => this.gapOf(trial, index, segments));
    }
  }

  private solve(start: number, index: number, segments: readonly Segment[]): bigint {
    const { terms } = this.plan;
    const balloonMinor = terms.method.kind === 'balloon' ? terms.method.balloonMinor : 0n;
    const first = this.plan.periods[start];
    return this.reckoning.instalment({
      balanceMinor: this.balance,
      balloonMinor,
      annualRate: this.rate,
      count: this.plan.periods.length - start,
      firstAfter: first !== undefined && first.dueOn === first.from ? 0 : 1,
      rows: () => this.rowsFrom(start, index, segments, 0n),
    });
  }

  private rowsFrom(start: number, index: number, segments: readonly Segment[], balanceMinor: bigint) {
    return this.plan.periods.slice(start).map((period, offset) => ({
      period,
      segments:
        start + offset === index
          ? segments
          : [{ from: period.from, to: period.dueOn, balanceMinor, annualRate: this.rate }],
    }));
  }

  /** By how much the last row would exceed the others if they paid so much. */
  private gapOf(instalment: bigint, index: number, segments: readonly Segment[]): bigint {
    const { periods, terms } = this.plan;
    let balance = this.balance;
    const balloon = terms.method.kind === 'balloon' ? terms.method.balloonMinor : 0n;
    for (let at = index; at < periods.length; at++) {
      const period = periods[at];
      if (period === undefined) break;
      const bearing = [{ from: period.from, to: period.dueOn, balanceMinor: balance, annualRate: this.rate }];
      const interest = this.reckoning.interest(at === index ? segments : bearing, period);
      if (at === periods.length - 1) return balance - balloon + interest - instalment;
      const principal = at < this.graceRows ? 0n : instalment - interest;
      if (principal > 0n) balance -= least(principal, balance);
    }
    throw new InvariantError('an instalment needs rows to be repaid in');
  }

  private emit(period: Period, index: number, segments: readonly Segment[]): void {
    const { terms, periods, facts, fixedInstalments } = this.plan;
    const last = index === periods.length - 1;
    const custom = terms.method.kind === 'custom' ? terms.method.rows[index] : undefined;
    const borne =
      custom?.interestMinor ?? this.flatInterest(period, last) ?? this.interestOf(period, segments);
    const accrued = this.carried === 0n ? borne : this.carried + borne;
    this.instalment = fixedInstalments?.[index] ?? this.instalment;
    this.instalments[index] = this.instalment;
    const agreed = custom?.principalMinor ?? this.plan.agreedPrincipal?.[index];
    // What a grace put off is collected beside a flat row's own amount, and takes nothing from its principal.
    const beside = this.isFlat ? borne : accrued;
    const planned = last ? this.balance : this.principalOf(period, index, beside, agreed);
    const due = facts === undefined ? null : this.settledEarly(index, planned, facts);
    const interest = due?.interestMinor ?? this.collected(period, accrued, last, index);
    const principal = due?.principalMinor ?? planned;
    this.carried = accrued === interest ? 0n : accrued - interest;
    const fees = custom?.feeMinor ?? this.feesOf(period, index);
    this.balance -= principal;
    if (facts !== undefined)
      this.bearing?.overdue(period, principal - (facts.paid[index] ?? nothingPaid).principalMinor);
    const from = this.rows[this.rows.length - 1]?.dueOn ?? period.from;
    this.push(from, period.dueOn, period.onTimeUntil, principal, interest, fees);
  }

  /** A row that got more principal than it asks is settled: its interest ends there, it keeps its amount and never asks less than it got. */
  private settledEarly(index: number, planned: bigint, facts: Facts): RowPaid | null {
    const paid = facts.paid[index] ?? nothingPaid;
    if (paid.principalMinor <= planned) return null;
    const whole = this.withInstalment ? (this.instalments[index] ?? 0n) - paid.interestMinor : this.share;
    const principalMinor = whole < paid.principalMinor ? paid.principalMinor : least(whole, this.room(index));
    return { principalMinor, interestMinor: paid.interestMinor };
  }

  /** What a row may repay: the balance without what later rows have received. */
  private room(index: number): bigint {
    return this.plan.facts === undefined ? this.balance : this.balance - (this.paidBeyond[index] ?? 0n);
  }

  private interestOf(period: Period, segments: readonly Segment[]): bigint {
    if (this.isFree(period)) return 0n;
    return this.reckoning.interest(this.afterFreeDays(period, segments), period);
  }

  /** 免息期. */
  private isFree(period: Period): boolean {
    return period.no <= this.freePeriods;
  }

  /** What of a period's stretches bears interest: 免息天数 count from the payout. */
  private afterFreeDays(period: Period, segments: readonly Segment[]): readonly Segment[] {
    const { freeUntil } = this;
    if (freeUntil <= period.from) return segments;
    return segments
      .filter((segment) => segment.to > freeUntil)
      .map((segment) => ({ ...segment, from: Math.max(segment.from, freeUntil) }));
  }

  private flatInterest(period: Period, last: boolean): bigint | null {
    if (this.flat === null) return null;
    return this.isFree(period) ? 0n : this.flat.interestOf(last);
  }

  private principalOf(period: Period, index: number, interest: bigint, agreed: bigint | undefined): bigint {
    const { method } = this.plan.terms;
    if (agreed !== undefined) return agreed;
    if (index < this.graceRows) return 0n;
    if (method.kind === 'interest-only' || method.kind === 'bullet' || method.kind === 'revolving') return 0n;
    const wanted = this.wantedBeside(period, interest);
    return wanted < 0n ? 0n : least(wanted, this.room(index));
  }

  private wantedBeside(period: Period, interest: bigint): bigint {
    if (this.flat !== null) return this.flat.principalBeside(interest);
    return this.withInstalment ? this.instalment - this.regularInterest(period, interest) : this.share;
  }

  /** In an odd first period the instalment repays the principal of a regular one and the odd interest comes on top. */
  private regularInterest(period: Period, interest: bigint): bigint {
    if (period.regularFrom === period.contractualFrom) return interest;
    const regular: Period = { ...period, from: period.regularFrom, contractualFrom: period.regularFrom };
    const segment = {
      from: regular.from,
      to: regular.dueOn,
      balanceMinor: this.balance,
      annualRate: this.rate,
    };
    return this.reckoning.interest([segment], regular);
  }

  /** Interest that a row collects of what has accrued; what an instalment cannot hold, or a grace puts off, waits for the next row. */
  private collected(period: Period, accrued: bigint, last: boolean, index: number): bigint {
    if (last) return accrued;
    if (period.no <= (this.plan.terms.grace?.interestPeriods ?? 0)) return 0n;
    const held = this.plan.facts !== undefined && this.withInstalment && index >= this.graceRows;
    return held ? least(accrued, this.instalment) : accrued;
  }

  /** A fee on the balance is one on what was owed over the period, before the row repays its part. */
  private feesOf(period: Period, index: number): bigint {
    const { fees, rounding } = this.plan.terms;
    if (fees === undefined || fees.length === 0) return 0n;
    const base = { principalMinor: this.original, balanceMinor: this.balance };
    return rowFees(fees, { from: period.from, dueOn: period.dueOn, first: index === 0 }, base, rounding.mode);
  }

  private push(
    from: Day,
    dueOn: Day,
    onTimeUntil: Day,
    principalMinor: bigint,
    interestMinor: bigint,
    feeMinor: bigint,
  ): void {
    const parts = principalMinor + interestMinor;
    this.rows.push({
      no: this.firstNo + this.rows.length,
      from,
      dueOn,
      onTimeUntil,
      days: dueOn - from,
      principalMinor,
      interestMinor,
      feeMinor,
      totalMinor: feeMinor === 0n ? parts : parts + feeMinor,
      balanceMinor: this.balance,
    });
  }
}

function principalGrace({ method, grace }: ScheduleTerms): number {
  const asked = grace?.principalPeriods ?? 0;
  return method.kind === 'interest-only-first' ? Math.max(method.periods, asked) : asked;
}
