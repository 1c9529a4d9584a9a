import type { LoanView, Milestone, MilestoneKind, ServicingPlan } from '../../../contracts/loan/plan';
import type { InboxItem } from '../../../contracts/loan/steps';

const DAY_MS = 86_400_000;
const MONTH_DAYS = 30;
const INSTALMENT_MINOR = 100_000n;
/** What happens on which day overdue; the product of these stories has a shorter ladder than the real one. */
const LADDER: { day: number; kind: MilestoneKind }[] = [
  { day: 1, kind: 'markOverdue' },
  { day: 1, kind: 'escalate' },
  { day: 3, kind: 'collect' },
  { day: 4, kind: 'escalate' },
  { day: 11, kind: 'letter' },
  { day: 31, kind: 'markOverdue' },
  { day: 31, kind: 'escalate' },
];

export type DebitAnswer = 'confirmed' | 'processing' | 'insufficient';

/**
 * A small account of equal instalments, enough to say what servicing does next. Inbox rows move it: a `payment` with
 * ref `pay_all` pays the loan off, any other pays one instalment; `debit` confirms the open debit; `bounce` takes the
 * last payment back; `payout` returns the payout.
 */
export class Repayment {
  months = 12;
  /** The bank's answer to each debit order. */
  bank: (attempt: number) => DebitAnswer = () => 'confirmed';
  writtenOff = false;
  private readonly done = new Set<string>();
  private paid = 0;
  private debits = 0;
  private openDebitSince: number | null = null;
  private returned = false;
  private settledAt: number | null = null;

  constructor(private readonly startedAt: number) {}

  /** The day on which an instalment falls due. */
  dueAt(instalment: number): number {
    return this.startedAt + instalment * MONTH_DAYS * DAY_MS;
  }

  /** Brings the loan to where a closed one stands: all paid, certificate issued, window over. */
  close(at: number): this {
    this.paid = this.months;
    this.settledAt = at;
    this.done.add('certify').add('endBounceWindow');
    return this;
  }

  /** A limit on which nothing is owed is given up: settled at once, certificate and window still to come. */
  endLimit(at: number): ServicingPlan {
    this.paid = this.months;
    this.settledAt = at;
    return this.plan();
  }

  /** A new payout after the first came back: the plan begins anew. */
  paidOutAgain(): ServicingPlan {
    this.returned = false;
    return this.plan();
  }

  book(items: InboxItem[]): ServicingPlan {
    for (const { kind, ref } of items) {
      if (kind === 'payment') this.pay(ref === 'pay_all' ? this.months - this.paid : 1);
      if (kind === 'debit' && this.openDebitSince !== null) this.pay(1);
      if (kind === 'bounce') this.bounce();
      if (kind === 'payout') this.returned = true;
    }
    return this.plan();
  }

  reach({ kind, key, at }: Milestone): ServicingPlan {
    this.done.add(key);
    if (kind === 'collect') this.debit(Date.parse(at));
    if (kind === 'queryDebit') this.pay(1);
    return this.plan();
  }

  plan(): ServicingPlan {
    const over = this.settledAt !== null && this.done.has('endBounceWindow');
    return {
      next: this.returned || over ? null : this.next(),
      view: this.view(),
      outcome: over && !this.returned ? 'PAID_OFF' : null,
      payoutReturned: this.returned,
    };
  }

  private debit(at: number): void {
    this.debits += 1;
    const answer = this.bank(this.debits);
    if (answer === 'confirmed') this.pay(1, at);
    if (answer === 'processing') this.openDebitSince = at;
  }

  private pay(instalments: number, at = this.dueAt(this.paid + 1)): void {
    this.openDebitSince = null;
    if (this.settledAt !== null) return;
    this.paid += instalments;
    this.writtenOff = this.writtenOff && this.paid < this.months;
    if (this.paid >= this.months) this.settledAt = at;
  }

  private bounce(): void {
    this.paid -= 1;
    this.settledAt = null;
    this.done.delete('certify');
    this.done.delete('endBounceWindow');
  }

  private next(): Milestone | null {
    if (this.settledAt !== null) return this.closing(this.settledAt);
    if (this.writtenOff) return null;
    const instalment = this.paid + 1;
    const dueAt = this.dueAt(instalment);
    if (this.openDebitSince !== null)
      return milestone('queryDebit', `queryDebit/${this.debits}`, this.openDebitSince + DAY_MS / 48);
    const steps = [
      milestone('remind', `remind/${instalment}`, dueAt - 3 * DAY_MS),
      milestone('collect', `collect/${instalment}`, dueAt),
      ...LADDER.map(({ day, kind }) => milestone(kind, `${kind}/${instalment}/${day}`, dueAt + day * DAY_MS)),
    ];
    return steps.find(({ key }) => !this.done.has(key)) ?? null;
  }

  private closing(settledAt: number): Milestone | null {
    if (!this.done.has('certify')) return milestone('certify', 'certify', settledAt);
    return milestone('endBounceWindow', 'endBounceWindow', settledAt + 7 * DAY_MS);
  }

  private view(): LoanView {
    const instalment = this.paid + 1;
    const settled = this.settledAt !== null;
    const dueOn = day(this.dueAt(instalment));
    const reached = LADDER.filter(
      ({ day: age, kind }) => kind === 'markOverdue' && this.done.has(`markOverdue/${instalment}/${age}`),
    );
    const daysOverdue = settled ? 0 : (reached.at(-1)?.day ?? 0);
    const running = daysOverdue > 0 ? 'OVERDUE' : 'REPAYING';
    return {
      stage: settled ? 'SETTLED' : this.writtenOff ? 'WRITTEN_OFF' : running,
      nextDueOn: settled ? null : dueOn,
      nextDueAmountMinor: settled ? null : INSTALMENT_MINOR.toString(),
      outstandingMinor: (
        BigInt(this.months - Math.min(this.paid, this.months)) * INSTALMENT_MINOR
      ).toString(),
      currency: 'CNY',
      daysOverdue,
      bucket: daysOverdue === 0 ? 'M0' : daysOverdue > 30 ? 'M2' : 'M1',
      overdueSince: daysOverdue > 0 ? `${dueOn}T00:00:00.000Z` : null,
      instalmentsPaid: this.paid,
      instalments: this.months,
    };
  }
}

const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
const milestone = (kind: MilestoneKind, key: string, at: number): Milestone => ({
  kind,
  key,
  at: new Date(at).toISOString(),
});
