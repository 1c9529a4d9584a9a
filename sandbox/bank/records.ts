import { z } from 'zod';
import { outsideCallback } from '../../contracts/sources/bank-callback';
import { paymentFailureCode } from '../../contracts/sources/payment-order';

const minor = z.string().regex(/^-?\d+$/);
const clockId = z.string().nullable();

/** A state an order reaches at an instant; the instant may still lie ahead of the order's clock. */
export const orderStep = z.strictObject({
  atMs: z.number(),
  status: z.enum(['processing', 'confirmed', 'failed', 'returned']),
  code: paymentFailureCode.optional(),
});
export type OrderStep = z.infer<typeof orderStep>;

/** A payout or debit order with its whole course, fixed when it was taken in. */
export const bankOrder = z.strictObject({
  orderNo: z.string(),
  kind: z.enum(['payout', 'debit']),
  bodyHash: z.string(),
  clockId,
  cardNo: z.string(),
  amountMinor: minor,
  currency: z.string(),
  bankRef: z.string(),
  steps: z.array(orderStep).min(1),
});
export type BankOrder = z.infer<typeof bankOrder>;

/** Money that moved on the lender's account at the bank; `credit` is money in. */
export const bankEntry = z.strictObject({
  atMs: z.number(),
  clockId,
  kind: z.enum(['payout', 'payout_return', 'debit', 'transfer', 'transfer_bounce']),
  side: z.enum(['credit', 'debit']),
  bankRef: z.string(),
  orderNo: z.string().nullable(),
  reference: z.string().nullable(),
  cardNo: z.string(),
  amountMinor: minor,
  currency: z.string(),
});
export type BankEntry = z.infer<typeof bankEntry>;

/** A borrower's account in one currency as set by control: a balance (null = never short) and perhaps a wage that refills it each month. */
export const accountSetting = z.strictObject({
  atMs: z.number(),
  clockId,
  cardNo: z.string(),
  currency: z.string().default('CNY'),
  balanceMinor: minor.nullable(),
  wage: z.strictObject({ dayOfMonth: z.int().min(1).max(28), amountMinor: minor }).nullable(),
});
export type AccountSetting = z.infer<typeof accountSetting>;

/** A callback that waits for its instant; a bad signature is sent once and not repeated. */
export const dueCallback = z.strictObject({
  no: z.int(),
  dueMs: z.number(),
  clockId,
  signature: z.enum(['good', 'bad']),
  event: outsideCallback,
});
export type DueCallback = z.infer<typeof dueCallback>;

/** A planted difference between the books and a day's statement, for reconciliation to find. */
export const statementFlaw = z.strictObject({
  statementOn: z.iso.date(),
  clockId,
  kind: z.enum(['missing', 'duplicate', 'amount', 'extra']),
  bankRef: z.string(),
  amountMinor: minor.optional(),
  /** Of the account that the statement is of. */
  currency: z.string().default('CNY'),
});
export type StatementFlaw = z.infer<typeof statementFlaw>;

/** One record of the sandbox's journal. */
export const bankRecord = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('order'), order: bankOrder }),
  z.strictObject({ t: z.literal('lost'), orderNo: z.string() }),
  z.strictObject({ t: z.literal('entry'), entry: bankEntry }),
  z.strictObject({
    t: z.literal('transfer'),
    transferNo: z.string(),
    bodyHash: z.string(),
    bankRef: z.string(),
  }),
  z.strictObject({ t: z.literal('account'), setting: accountSetting }),
  z.strictObject({ t: z.literal('flaw'), flaw: statementFlaw }),
  z.strictObject({ t: z.literal('callback'), callback: dueCallback }),
  z.strictObject({
    t: z.literal('callback_done'),
    no: z.int(),
    outcome: z.enum(['acknowledged', 'refused']),
    status: z.int(),
  }),
]);
export type BankRecord = z.infer<typeof bankRecord>;
