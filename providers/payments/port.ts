import type { BankStatement } from '../../contracts/sources/bank-statement';
import type { PaymentAnswer, PaymentOrder, PaymentQueryAnswer } from '../../contracts/sources/payment-order';
import type { ClockStamp } from '../clock-stamp';

/** The borrower's account, decrypted for the length of the call. */
export type BankAccount = { readonly cardNo: string; readonly holderName: string };

/** Money out to a borrower. `key` is the order's only name: the bank answers a repeat with the first result. */
export type PayoutOrder = PaymentOrder & { readonly account: BankAccount; readonly memo: string };

/** Money in from a borrower's account by mandate; `mandateRef` names the signed debit authority. */
export type DebitOrder = PaymentOrder & {
  readonly account: BankAccount;
  readonly mandateRef: string;
  readonly memo: string;
};

export type PaymentContext = { readonly clock?: ClockStamp };

/**
 * The lender's bank. Sending never throws once a byte may have left: that is `unknown`. It throws ProviderError when
 * surely nothing was sent (no connection, breaker open) or the bank refused us; queries and statements throw on any failure.
 */
export type PaymentClient = {
  sendPayout(order: PayoutOrder, ctx: PaymentContext): Promise<PaymentAnswer>;
  queryPayout(key: string, ctx: PaymentContext): Promise<PaymentQueryAnswer>;
  sendDebit(order: DebitOrder, ctx: PaymentContext): Promise<PaymentAnswer>;
  queryDebit(key: string, ctx: PaymentContext): Promise<PaymentQueryAnswer>;
  /** The lender has an account, and so a statement, for each currency. */
  fetchStatement(
    of: { readonly on: string; readonly currency: string },
    ctx: PaymentContext,
  ): Promise<BankStatement>;
  close(): Promise<void>;
};
