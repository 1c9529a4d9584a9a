import type { Day } from '../calendar/civil-day';
import type { Period } from './due-dates';
import type { Facts } from './facts';

interface Adjustment {
  readonly on: Day;
  readonly deltaMinor: bigint;
}

/** How the balance that bears interest departs from the planned one: less after early principal, more while principal is overdue. Read forward in time only. */
export class BearingBalance {
  /** Sorted by day. */
  private readonly adjustments: Adjustment[] = [];
  private passed = 0;
  private differenceMinor = 0n;

  constructor(
    private readonly facts: Facts,
    private readonly periods: readonly Period[],
  ) {
    for (const { index, on, amountMinor } of facts.principalPaid) {
      const due = periods[index]?.dueOn;
      if (due === undefined || due === on) continue;
      if (on > due && facts.pastDueInterest === 'none') continue;
      this.adjustments.push({ on, deltaMinor: -amountMinor }, { on: due, deltaMinor: amountMinor });
    }
    this.adjustments.sort((a, b) => a.on - b.on);
  }

  /** Principal of a row that was due and is not paid keeps bearing interest as far as is known. */
  overdue(period: Period, unpaidMinor: bigint): void {
    const { knownUntil, pastDueInterest } = this.facts;
    if (knownUntil === null || pastDueInterest === 'none' || unpaidMinor <= 0n || period.dueOn >= knownUntil)
      return;
    const until = pastDueInterest === 'until-period-end' ? this.endOfPeriodAround(knownUntil) : knownUntil;
    this.insert({ on: period.dueOn, deltaMinor: unpaidMinor });
    this.insert({ on: until, deltaMinor: -unpaidMinor });
  }

  private endOfPeriodAround(day: Day): Day {
    return this.periods.find((period) => day <= period.dueOn)?.dueOn ?? day;
  }

  private insert(adjustment: Adjustment): void {
    let at = this.passed;
    while (at < this.adjustments.length && (this.adjustments[at]?.on ?? 0) <= adjustment.on) at += 1;
    this.adjustments.splice(at, 0, adjustment);
  }

  /** Days inside a period on which the bearing balance changes. */
  cutsIn(from: Day, to: Day): Day[] {
    const days: Day[] = [];
    for (let at = this.passed; at < this.adjustments.length; at++) {
      const on = this.adjustments[at]?.on ?? to;
      if (on >= to) break;
      if (on > from && days.at(-1) !== on) days.push(on);
    }
    return days;
  }

  /** The difference on a day; days must be asked in their order. */
  differenceOn(day: Day): bigint {
    for (let next = this.adjustments[this.passed]; next !== undefined && next.on <= day; ) {
      this.differenceMinor += next.deltaMinor;
      this.passed += 1;
      next = this.adjustments[this.passed];
    }
    return this.differenceMinor;
  }
}
