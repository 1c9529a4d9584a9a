import type { LedgerMapping } from '../ledger/chart';
import type { Decimal } from '../money/decimal';
import type { ScheduleTerms } from '../schedule/terms';
import type { Item } from './item';

/** Late payment (银发〔2003〕251号, 银发〔1999〕77号): what it costs and from when. */
export interface OverdueTerms {
  /** 罚息加收: 0.5 makes the penalty rate one and a half times the contract rate. */
  readonly penaltyUplift: Decimal;
  /** 复利 on interest that was due and not paid: none, at the contract rate, or at the penalty rate. */
  readonly compound: 'none' | 'contract' | 'penalty';
  /** 宽限期: paid within these days after the due date, nothing is charged. */
  readonly graceDays: number;
  /** Once the grace has passed unpaid, the penalty runs from the due date, or only from the end of the grace. */
  readonly afterGrace: 'from-due-date' | 'from-end-of-grace';
  /**
   * Overdue principal bears the penalty rate only, or goes on bearing contract interest with the uplift on top. What goes on is
   * collected with the period that runs; when none runs any more, both are penalty.
   */
  readonly principalBears: 'penalty' | 'contract-and-uplift';
  readonly dayBasis: 360 | 365;
  /** 非应计: more days overdue than this, and unpaid interest leaves the balance sheet. */
  readonly nonAccrualAfterDays: number;
}

/** 冲销顺序: in which order a payment clears what is due, chosen by how long the loan is overdue. */
export interface AllocationRule {
  /** The rule holds from this many days overdue on; the highest that is reached wins. */
  readonly fromDaysOverdue: number;
  readonly order: readonly Item[];
  /** 竖冲 (one instalment after the other) or 横冲 (one item across all instalments). */
  readonly scan: 'instalment-first' | 'item-first';
}

/** 提前还款违约金 while the loan is younger than so many months; the first rule that fits holds, none means no fee. */
export interface PrepaymentFee {
  readonly beforeMonths: number;
  readonly amount:
    | { readonly kind: 'rate'; readonly rate: Decimal }
    | { readonly kind: 'months-of-interest'; readonly months: number };
}

export interface PrepaymentTerms {
  readonly fees: readonly PrepaymentFee[];
  /** Interest of the running period at a part prepayment: collected with it, or left for the next due date. */
  readonly runningInterest: 'collected' | 'next-due';
}

/** 浮动利率: the LPR that a loan follows, and its points (加点) in basis points, fixed when it was paid out. */
export interface FloatingRate {
  readonly tenor: '1Y' | '5Y';
  readonly spreadBps: number;
}

/** 重定价方式: when a floating rate follows the LPR again. */
export type Repricing =
  | { readonly kind: 'fixed' }
  | ({ readonly kind: 'anniversary' } & FloatingRate)
  | ({ readonly kind: 'january-first' } & FloatingRate)
  | ({ readonly kind: 'every-months'; readonly months: number } & FloatingRate);

/** Everything that fixes how one loan's account is kept; product data, pinned when the contract is signed. */
export interface AccountTerms {
  readonly schedule: ScheduleTerms;
  /** Interest of a row stands as planned, or is computed by day on the principal really owed. */
  readonly recalculation: 'none' | 'daily';
  readonly overdue: OverdueTerms;
  readonly allocation: readonly AllocationRule[];
  /** What is paid beyond what is due waits as 溢缴款, or repays principal at once. */
  readonly excess: 'suspense' | 'shorter-term' | 'lower-instalment';
  /** Suspense pays the next instalment by itself on its due date, or waits for an instruction. */
  readonly suspenseAtDue: 'apply' | 'hold';
  readonly prepayment: PrepaymentTerms;
  /** 额度有效期 of a revolving loan, in months from the first payout; left out: until its last due date. */
  readonly drawMonths?: number;
  readonly repricing: Repricing;
  /** Value-added tax contained in interest (with penalty and compound interest) and in fees; zero where exempt. */
  readonly vat: { readonly interest: Decimal; readonly fee: Decimal };
  /** Ledger accounts of the product where they differ from the chart. */
  readonly ledger: LedgerMapping;
}
