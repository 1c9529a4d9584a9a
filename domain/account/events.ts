import type { Day } from '../calendar/civil-day';
import type { Decimal } from '../money/decimal';
import type { Method } from '../schedule/terms';
import type { Item } from './item';

/** What can happen to a loan's money. The body says what; the envelope when, known since when, and by which key. */
export type LoanEventBody =
  /** 放款, also of a later tranche; a withheld part is a fee kept back from the payout. */
  | {
      readonly type: 'disbursed';
      readonly payoutId: string;
      readonly amountMinor: bigint;
      readonly withheldMinor: bigint;
    }
  | { readonly type: 'repaid'; readonly paymentId: string; readonly amountMinor: bigint }
  /** 冲正: the event with this key did not happen (bounced payment, mistaken booking). */
  | { readonly type: 'reversed'; readonly eventKey: string; readonly reason: string }
  /** 提前还款: part (缩期, 减供) or all. */
  | {
      readonly type: 'prepaid';
      readonly paymentId: string;
      readonly amountMinor: bigint;
      readonly way: 'full' | 'shorter-term' | 'lower-instalment';
    }
  | { readonly type: 'fee_charged'; readonly code: string; readonly amountMinor: bigint }
  /** 减免, item by item; more than is owed has no effect. */
  | { readonly type: 'waived'; readonly amounts: Readonly<Record<Item, bigint>>; readonly reason: string }
  /** New contract rate from the effective date on: 重定价, 降级加点, agreement. */
  | {
      readonly type: 'rate_changed';
      readonly annualRate: Decimal;
      readonly reason: 'lpr' | 'downgrade' | 'agreement';
    }
  /** 停息: nothing accrues from the effective date until this one. */
  | { readonly type: 'interest_paused'; readonly until: Day; readonly also: 'interest-only' | 'penalty-too' }
  /** 延期还款: the coming due dates move by so many periods; the interest between runs on or is given up. */
  | { readonly type: 'deferred'; readonly periods: number; readonly interest: 'runs' | 'waived' }
  /** 展期 (民法典 678): so many periods more, the rest repaid over all of them. */
  | { readonly type: 'extended'; readonly periods: number }
  /** The rest repaid afresh over so many periods from now on. */
  | { readonly type: 'reamortised'; readonly periods: number }
  /** 重组: what is owed becomes the principal of a new plan; the named items are capitalised, others stay due. */
  | {
      readonly type: 'restructured';
      readonly capitalised: readonly Exclude<Item, 'principal'>[];
      readonly periods: number;
      readonly firstDueOn?: Day;
      readonly annualRate?: Decimal;
      readonly method?: Method;
      /** 自定义计划: the share of the new principal that each row repays, in millionths; the rows are dated by the loan's periods. */
      readonly sharesPpm?: readonly number[];
    }
  /** 终止额度: the borrower gives up a revolving limit on which nothing is owed. */
  | { readonly type: 'limit_ended' }
  /** 提前到期: all that is owed falls due on the effective date. */
  | { readonly type: 'accelerated' }
  /** 核销 (财金〔2017〕90号): off the balance sheet, still claimed. */
  | { readonly type: 'written_off' }
  /** 已核销收回. */
  | { readonly type: 'recovered'; readonly paymentId: string; readonly amountMinor: bigint }
  /** 抵债处置收入: proceeds less the costs of enforcement, which come first (民法典 561). */
  | {
      readonly type: 'collateral_realised';
      readonly paymentId: string;
      readonly amountMinor: bigint;
      readonly costsMinor: bigint;
    }
  /** 债权转让: the claim is sold for a price. */
  | { readonly type: 'transferred'; readonly buyer: string; readonly priceMinor: bigint }
  /** 溢缴款退款. */
  | { readonly type: 'refunded'; readonly payoutId: string; readonly amountMinor: bigint };

export type LoanEventType = LoanEventBody['type'];

/** One event with its two times: when it counts, and since when the books know it. */
export interface LoanEvent {
  /** Unique over all loans; a reversal names it, and the same key booked twice counts once. */
  readonly key: string;
  readonly effectiveOn: Day;
  readonly bookedOn: Day;
  readonly body: LoanEventBody;
}

/** An event whose body is of one type. */
export type EventOf<T extends LoanEventType> = LoanEvent & {
  readonly body: Extract<LoanEventBody, { type: T }>;
};
