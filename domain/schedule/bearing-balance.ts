import type { Day } from '../calendar/civil-day';
import type { Period } from './due-dates';
import type { Facts } from './facts';

interface Adjustment {
  readonly on: Day;
  readonly deltaMinor: bigint;
}

/** How the balance that bears interest departs from the planned one: less after early principal, more while principal is overdue. */
export class BearingBalance {
  private readonly adjustments: Adjustment[] = [];

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
  }

  /** Principal of a row that was due and is not paid keeps bearing interest as far as is known. */
  overdue(period: Period, unpaidMinor: bigint): void {
    const { knownUntil, pastDueInterest } = this.facts;
    if (knownUntil === null || pastDueInterest === 'none' || unpaidMinor <= 0n || period.dueOn >= knownUntil)
      return;
    const until = pastDueInterest === 'until-period-end' ? this.endOfPeriodAround(knownUntil) : knownUntil;
    this.adjustments.push(
      { on: period.dueOn, deltaMinor: unpaidMinor },
      { on: until, deltaMinor: -unpaidMinor },
    );
  }

  private endOfPeriodAround(day: Day): Day {
    return this.periods.find((period) => day <= period.dueOn)?.dueOn ?? day;
  }

  /** Days inside a period on which the bearing balance changes. */
  cutsIn(from: Day, to: Day): Day[] {
    const days = new Set<Day>();
    for (const { on } of this.adjustments) if (on > from && on < to) days.add(on);
    return [...days];
  }

  differenceOn(day: Day): bigint {
    let difference = 0n;
    for (const { on, deltaMinor } of this.adjustments) if (on <= day) difference += deltaMinor;
    return difference;
  }
}
