import { z } from 'zod';
import { civilDay, code, positiveMinorAmount } from './figures';

/** Why the bank refused or took back money, in our words; the bank's own code stays with its adapter. */
export const paymentFailureCode = z.enum([
  'INSUFFICIENT_BALANCE',
  'ACCOUNT_NOT_FOUND',
  'ACCOUNT_CLOSED',
  'ACCOUNT_FROZEN',
  'NAME_MISMATCH',
  'LIMIT_EXCEEDED',
  'NO_MANDATE',
  'OTHER',
]);
export type PaymentFailureCode = z.infer<typeof paymentFailureCode>;

/** What the bank says of an order; `unknown` means money may have moved, so it is queried and never sent anew under another key. */
export const paymentAnswer = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('confirmed'), bankRef: code, valueOn: civilDay }),
  z.strictObject({ status: z.literal('processing'), bankRef: code }),
  z.strictObject({ status: z.literal('failed'), code: paymentFailureCode, bankRef: code.nullable() }),
  z.strictObject({ status: z.literal('unknown') }),
]);
export type PaymentAnswer = z.infer<typeof paymentAnswer>;

/** What a query finds; `absent` is the bank's word that it never saw the order, so the same key may be sent (again). */
export const paymentQueryAnswer = z.discriminatedUnion('status', [
  ...paymentAnswer.options,
  z.strictObject({
    status: z.literal('returned'),
    code: paymentFailureCode,
    bankRef: code,
    returnedOn: civilDay,
  }),
  z.strictObject({ status: z.literal('absent') }),
]);
export type PaymentQueryAnswer = z.infer<typeof paymentQueryAnswer>;

/** A payment order without its personal part, as it may cross a workflow. */
export const paymentOrder = z.strictObject({
  key: z.string().min(8).max(80),
  amountMinor: positiveMinorAmount,
  currency: z.string().regex(/^[A-Z]{3}$/),
});
export type PaymentOrder = z.infer<typeof paymentOrder>;
