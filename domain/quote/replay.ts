import type { Day } from '../calendar/civil-day';
import { changesOf, downPaymentOf, planPeriods } from '../schedule/build-schedule';
import type { Period } from '../schedule/due-dates';
import type { Facts } from '../schedule/facts';
import { type Change, RowBuilder } from '../schedule/rows';
import type { ScheduleRow } from '../schedule/schedule';
import type { ScheduleTerms } from '../schedule/terms';
import type { QuoteEvent, QuoteInput } from './quote';
import { type Amounts, meetingOrder, noAmounts, RowAccount, sumOf } from './settlement';

type Charge = Extract<QuoteEvent, { kind: 'charge' }>;

/** A line of the plan while events are replayed: a regular row, a down payment, or charges after maturity. */
interface Line {
  readonly kind: 'regular' | 'down-payment' | 'after-maturity';
  readonly account: RowAccount;
  readonly charges: Amounts;
  readonly downPaymentMinor: bigint;
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

  constructor(private readonly input: QuoteInput) {
    this.terms = input.terms;
    this.periods = planPeriods(input.terms);
    this.payouts = [{ on: input.terms.disbursedOn, amountMinor: input.terms.principalMinor }];
    this.openingMinor = input.terms.principalMinor - downPaymentOf(input.terms, input.terms.principalMinor);
    this.changes = changesOf(input.terms);
    const agreed = this.lay(null, []);
    this.instalments = agreed.instalments;
    this.lines = agreed.rows.map((row) => line('regular', row.dueOn, 0n));
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
    this.payouts.push({ on, amountMinor });
    this.addDownPayment(on, amountMinor);
    this.change({ on, kind: 'payout', amountMinor: amountMinor - downPaymentOf(this.terms, amountMinor) });
  }

  /** A payout or a new rate fixes the instalments again from the row that holds its day. */
  private change(change: Change): void {
    this.changes.push(change);
    const index = this.periods.findIndex((period) => change.on < period.dueOn);
    const kept = index < 0 ? this.instalments : this.instalments.slice(0, index);
    this.instalments = this.lay(this.lastPaymentOn, kept).instalments;
  }

  private regular(): Line[] {
    return this.lines.filter((candidate) => candidate.kind === 'regular');
  }

  private lay(knownUntil: Day | null, fixedInstalments: readonly bigint[], accrueUntil?: Day): RowBuilder {
    return new RowBuilder({
      terms: this.terms,
      periods: this.periods,
      openingMinor: this.openingMinor,
      annualRate: this.terms.annualRate,
      changes: [...this.changes].sort((a, b) => a.on - b.on),
      carriedInterestMinor: 0n,
      fixedInstalments,
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
    let left = amountMinor;
    for (const { index, order } of meetingOrder(accounts, on, this.input.allocation)) {
      const met = lines[index];
      const wanted = met === undefined ? undefined : asked.get(met);
      if (met !== undefined && wanted !== undefined)
        left -= sumOf(met.account.receive(on, left, wanted, order));
    }
    this.overpaidMinor += left;
    this.lastPaymentOn = on;
  }
}

function line(kind: Line['kind'], dueOn: Day, downPaymentMinor: bigint): Line {
  return { kind, account: new RowAccount(dueOn), charges: noAmounts(), downPaymentMinor };
}
