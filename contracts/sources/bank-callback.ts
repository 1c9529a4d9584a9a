import { z } from 'zod';
import { civilDay, code, positiveMinorAmount } from './figures';
import { paymentFailureCode } from './payment-order';

const money = {
  id: code,
  occurredAt: z.iso.datetime(),
  valueOn: civilDay,
  clockId: code.nullable(),
  bankRef: code,
  amountMinor: positiveMinorAmount,
  currency: z.string().regex(/^[A-Z]{3}$/),
};
const ofOrder = { ...money, orderNo: z.string().min(8).max(80) };

/**
 * What the bank tells us by itself. Delivered at least once, in any order, signed by the Standard Webhooks scheme
 * (headers webhook-id = event id, webhook-timestamp, webhook-signature). `reference` is what the payer wrote: the loan's id.
 */
export const bankCallback = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('payout.confirmed'), ...ofOrder }),
  z.strictObject({ type: z.literal('payout.failed'), ...ofOrder, code: paymentFailureCode }),
  z.strictObject({ type: z.literal('payout.returned'), ...ofOrder, code: paymentFailureCode }),
  z.strictObject({ type: z.literal('debit.confirmed'), ...ofOrder }),
  z.strictObject({ type: z.literal('debit.failed'), ...ofOrder, code: paymentFailureCode }),
  z.strictObject({ type: z.literal('transfer.received'), ...money, reference: z.string().max(80) }),
  z.strictObject({
    type: z.literal('transfer.bounced'),
    ...money,
    reference: z.string().max(80),
    code: paymentFailureCode,
  }),
]);
export type BankCallback = z.infer<typeof bankCallback>;

/** A source that answers later tells so: ask again with the same request key. Same signature scheme as the bank's. */
export const sourceCallback = z.strictObject({
  type: z.literal('source.ready'),
  id: code,
  occurredAt: z.iso.datetime(),
  clockId: code.nullable(),
  sourceCode: code,
  requestKey: z.string().min(8).max(80),
});

/** All that outside parties post to us. */
export const outsideCallback = z.discriminatedUnion('type', [...bankCallback.options, sourceCallback]);
export type OutsideCallback = z.infer<typeof outsideCallback>;
