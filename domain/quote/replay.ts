import type { Day } from '../calendar/civil-day';
import { changesOf, downPaymentOf, fixedByTerm, planPeriods } from '../schedule/build-schedule';
import type { Period } from '../schedule/due-dates';
import type { Facts } from '../schedule/facts';
import { fullTermRows } from '../schedule/full-term';
import { type Change, RowBuilder } from '../schedule/rows';
import type { ScheduleRow } from '../schedule/schedule';
import type { ScheduleTerms } from '../schedule/terms';
import type { QuoteEvent, QuoteInput } from './quote';
import {
  type Amounts,
  type Meeting,
  meetingOrder,
  noAmounts,
  RowAccount,
  spreadOver,
  sumOf,
} from './settlement';

type Charge = Extract<QuoteEvent, { kind: 'charge' }>;

/** A line of the plan while events are replayed: a regular row, a down payment, or charges after maturity. */
interface Line {
  readonly kind: 'regular' | 'down-payment' | 'after-maturity';
  readonly account: RowAccount;
  readonly charges: Amounts;
  readonly downPaymentMinor: bigint;
}

/** The terms with the payouts that the question foresees. */
export function plannedTerms({ terms, events }: QuoteInput): ScheduleTerms {
  const tranches = events.flatMap((event) =>
    event.kind === 'payout' ? [{ on: event.on, amountMinor: event.amountMinor }] : [],
  );
  return tranches.length === 0 ? terms : { ...terms, tranches };
}

/** Without recalculation the plan does not know of payments: all that changes it comes first. */
const planFirst: Readonly<Record<QuoteEvent['kind'], number>> = { payout: 0, rate: 0, charge: 0, payment: 1 };

const sameStage: typeof planFirst = { payout: 0, rate: 0, charge: 0, payment: 0 };

const rank: Readonly<Record<QuoteEvent['kind'], number>> = { payout: 0, rate: 1, charge: 2, payment: 3 };

/** Replays events in order of their value dates over the terms; a backdated payment therefore replays all later ones. */
export class Replay {
  readonly lines: Line[] = [];
  readonly payouts: { readonly on: Day; readonly amountMinor: bigint }[];
  overpaidMinor = 0n;
  private readonly terms: ScheduleTerms;
  private readonly periods: readonly Period[];
  private readonly changes: Change[];
  private readonly openingMinor: bigint;
  private instalments: readonly bigint[] = [];
  private lastPaymentOn: Day | null = null;
  /** Rows of the plan so far; a full-term payout adds to them. */
  private reach: number;

  constructor(private readonly input: QuoteInput) {
    this.terms = input.terms;
    this.periods = planPeriods(plannedTerms(input));
    this.reach = planPeriods(input.terms).length;
    this.payouts = [{ on: input.terms.disbursedOn, amountMinor: input.terms.principalMinor }];
    this.openingMinor = input.terms.principalMinor - downPaymentOf(input.terms, input.terms.principalMinor);
    this.changes = changesOf(input.terms);
    const agreed = this.lay(null, []);
    this.instalments = agreed.instalments;
    const later = this.periods.slice(this.reach);
    this.lines = [...agreed.rows, ...later].map(({ dueOn }) => line('regular', dueOn, 0n));
    this.assignCharges();
    this.addDownPayment(input.terms.disbursedOn, input.terms.principalMinor);
  }

  run(): this {
    const stage = this.input.recalculation.kind === 'none' ? planFirst : sameStage;
    const events = [...this.input.events].sort(
      (a, b) => stage[a.kind] - stage[b.kind] || a.on - b.on || rank[a.kind] - rank[b.kind],
    );
    for (const event of events) {
      if (event.kind === 'payout') this.payOut(event.on, event.amountMinor);
      else if (event.kind === 'rate')
        this.change({ on: event.on, kind: 'rate', annualRate: event.annualRate });
      else if (event.kind === 'payment') this.receive(event.on, event.amountMinor);
    }
    return this;
  }

  /** The rows as they stand on the day of the reading. */
  finalRows(): readonly ScheduleRow[] {
    return this.lay(this.input.asOf, this.instalments).rows;
  }

  private assignCharges(): void {
    const maturity = this.periods.at(-1)?.dueOn ?? this.terms.disbursedOn;
    const charges = this.input.events.filter((event): event is Charge => event.kind === 'charge');
    const late = charges.filter((charge) => charge.on > maturity);
    const last = Math.max(...late.map((charge) => charge.on));
    if (late.length > 0) this.lines.push(line('after-maturity', last, 0n));
    for (const charge of charges) {
      const target = this.lines.find((candidate) => charge.on <= candidate.account.dueOn);
      if (target !== undefined) target.charges[charge.as] += charge.amountMinor;
    }
  }

  private addDownPayment(on: Day, payoutMinor: bigint): void {
    if (this.terms.downPaymentRate === undefined) return;
    const amountMinor = downPaymentOf(this.terms, payoutMinor);
    const added = line('down-payment', on, amountMinor);
    if (this.input.downPaymentTaken) {
      added.account.receive(on, amountMinor, { ...noAmounts(), principal: amountMinor }, ['principal']);
    }
    this.lines.push(added);
  }

  private payOut(on: Day, amountMinor: bigint): void {
    this.addDownPayment(on, amountMinor);
    const lent = amountMinor - downPaymentOf(this.terms, amountMinor);
    const beside = this.byTerm ? this.lay(on, this.instalments) : null;
    this.payouts.push({ on, amountMinor });
    this.change({ on, kind: 'payout', amountMinor: lent });
    if (beside !== null) this.addTerm(on, lent, beside);
  }

  /** A payout or a new rate fixes the instalments again from the row that holds its day. */
  private change(change: Change): void {
    this.changes.push(change);
    const index = this.periods.findIndex((period) => change.on < period.dueOn);
    const kept = index < 0 ? this.instalments : this.instalments.slice(0, index);
    this.instalments = this.byTerm
      ? [...kept, ...(this.fixed().fixedInstalments ?? []).slice(kept.length)]
      : this.lay(this.lastPaymentOn, kept).instalments;
  }

  /** Payouts repaid over terms of their own, each with its instalment. */
  private get byTerm(): boolean {
    return this.terms.trancheTerm === 'full';
  }

  /** What the rows of all payouts so far ask by plan. */
  private fixed() {
    return fixedByTerm(this.terms, this.periods, this.payouts, this.changes);
  }

  /** A full-term payout adds its own rows to those that the loan asks on its day, overdue interest among them. */
  private addTerm(on: Day, lentMinor: bigint, beside: RowBuilder): void {
    const first = this.periods.findIndex((period) => on < period.dueOn);
    this.reach = Math.max(this.reach, first + this.terms.periods);
    const own = fullTermRows(this.terms, this.periods, [{ on, amountMinor: lentMinor }], this.changes);
    const asked = (index: number): bigint => {
      const row = beside.rows[index];
      return row === undefined ? 0n : row.principalMinor + row.interestMinor;
    };
    this.instalments = this.periods
      .slice(0, this.reach)
      .map((_, index) =>
        index < first ? (this.instalments[index] ?? 0n) : asked(index) + (own.instalments[index] ?? 0n),
      );
  }

  private regular(): Line[] {
    return this.lines.filter((candidate) => candidate.kind === 'regular');
  }

  private lay(knownUntil: Day | null, fixedInstalments: readonly bigint[], accrueUntil?: Day): RowBuilder {
    const { recalculation } = this.input;
    return new RowBuilder({
      terms: this.terms,
      periods: this.periods.slice(0, this.reach),
      openingMinor: this.openingMinor,
      annualRate: this.terms.annualRate,
      changes: [...this.changes].sort((a, b) => a.on - b.on),
      carriedInterestMinor: 0n,
      fixedInstalments,
      ...(recalculation.kind === 'none' ? this.fixed() : {}),
      ...this.factsUntil(knownUntil, accrueUntil),
    }).build();
  }

  private factsUntil(knownUntil: Day | null, accrueUntil: Day | undefined): { facts?: Facts } {
    const { recalculation } = this.input;
    if (recalculation.kind === 'none') return {};
    const regular = this.regular();
    return {
      facts: {
        paid: regular.map(({ account }) => ({
          principalMinor: account.paid.principal,
          interestMinor: account.paid.interest,
        })),
        principalPaid: regular.flatMap(({ account }, index) =>
          account.receipts.map(({ on, amounts }) => ({ index, on, amountMinor: amounts.principal })),
        ),
        knownUntil,
        pastDueInterest: recalculation.pastDueInterest,
        ...(accrueUntil === undefined ? {} : { accrueUntil }),
      },
    };
  }

  /** What every line asks on a day: a regular row its principal and the interest up to then. */
  private askedOn(on: Day): Map<Line, Amounts> {
    const rows = this.lay(on, this.instalments, on).rows;
    let at = 0;
    return new Map(
      this.lines.map((candidate) => {
        if (candidate.kind === 'down-payment') {
          return [candidate, { ...candidate.charges, principal: candidate.downPaymentMinor }];
        }
        const row = candidate.kind === 'regular' ? rows[at++] : undefined;
        const interest = row?.interestMinor ?? 0n;
        return [candidate, { ...candidate.charges, interest, principal: row?.principalMinor ?? 0n }];
      }),
    );
  }

  private receive(on: Day, amountMinor: bigint): void {
    const asked = this.askedOn(on);
    const lines = [...this.lines].sort((a, b) => a.account.dueOn - b.account.dueOn);
    const accounts = lines.map(({ account }) => account);
    const { allocation } = this.input;
    const take = ({ index, order }: Meeting, offeredMinor: bigint): bigint => {
      const met = lines[index];
      const wanted = met === undefined ? undefined : asked.get(met);
      return met === undefined || wanted === undefined
        ? 0n
        : sumOf(met.account.receive(on, offeredMinor, wanted, order));
    };
    const { due, later } = meetingOrder(accounts, on, allocation);
    let left = due.reduce((rest, meeting) => rest - take(meeting, rest), amountMinor);
    left =
      allocation.future === 'every-row'
        ? spreadOver(later, left, take)
        : later.reduce((rest, meeting) => rest - take(meeting, rest), left);
    this.overpaidMinor += left;
    this.lastPaymentOn = on;
  }
}

function line(kind: Line['kind'], dueOn: Day, downPaymentMinor: bigint): Line {
  return { kind, account: new RowAccount(dueOn), charges: noAmounts(), downPaymentMinor };
}
