import { z } from 'zod';
import type { LoanEventBody } from '../domain/account/events';
import { methodCodec } from './account-terms';
import { dayCodec, minorCodec, percentCodec, positiveMinorCodec, unsignedMinorCodec } from './codecs';

const periods = z.number().int().min(1).max(600);
const text = z.string().min(1).max(200);
const ref = z.string().min(1).max(100);
const amounts = z.strictObject({
  fee: unsignedMinorCodec,
  penalty: unsignedMinorCodec,
  compound: unsignedMinorCodec,
  interest: unsignedMinorCodec,
  principal: unsignedMinorCodec,
});

/** Bodies of `loan_events.body`; amounts and dates as text, as they are stored and sent. */
export const loanEventBody = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('disbursed'),
    payoutId: ref,
    amountMinor: positiveMinorCodec,
    withheldMinor: unsignedMinorCodec,
  }),
  z.strictObject({ type: z.literal('repaid'), paymentId: ref, amountMinor: positiveMinorCodec }),
  z.strictObject({ type: z.literal('reversed'), eventKey: ref, reason: text }),
  z.strictObject({
    type: z.literal('prepaid'),
    paymentId: ref,
    amountMinor: positiveMinorCodec,
    way: z.enum(['full', 'shorter-term', 'lower-instalment']),
  }),
  z.strictObject({ type: z.literal('fee_charged'), code: ref, amountMinor: positiveMinorCodec }),
  z.strictObject({ type: z.literal('waived'), amounts, reason: text }),
  z.strictObject({
    type: z.literal('rate_changed'),
    annualRate: percentCodec,
    reason: z.enum(['lpr', 'downgrade', 'agreement']),
  }),
  z.strictObject({
    type: z.literal('interest_paused'),
    until: dayCodec,
    also: z.enum(['interest-only', 'penalty-too']),
  }),
  z.strictObject({ type: z.literal('deferred'), periods, interest: z.enum(['runs', 'waived']) }),
  z.strictObject({ type: z.literal('extended'), periods }),
  z.strictObject({ type: z.literal('reamortised'), periods }),
  z.strictObject({
    type: z.literal('restructured'),
    capitalised: z.array(z.enum(['fee', 'penalty', 'compound', 'interest'])),
    periods,
    firstDueOn: dayCodec.optional(),
    annualRate: percentCodec.optional(),
    method: methodCodec.optional(),
    sharesPpm: z.array(z.number().int().min(0).max(1_000_000)).min(1).max(600).optional(),
  }),
  z.strictObject({ type: z.literal('limit_ended') }),
  z.strictObject({ type: z.literal('accelerated') }),
  z.strictObject({ type: z.literal('written_off') }),
  z.strictObject({ type: z.literal('recovered'), paymentId: ref, amountMinor: positiveMinorCodec }),
  z.strictObject({
    type: z.literal('collateral_realised'),
    paymentId: ref,
    amountMinor: positiveMinorCodec,
    costsMinor: unsignedMinorCodec,
  }),
  z.strictObject({ type: z.literal('transferred'), buyer: text, priceMinor: minorCodec }),
  z.strictObject({ type: z.literal('refunded'), payoutId: ref, amountMinor: positiveMinorCodec }),
]);

/** A body as JSON carries it. */
export type LoanEventBodyJson = z.input<typeof loanEventBody>;

export function decodeLoanEvent(json: unknown): LoanEventBody {
  return loanEventBody.parse(json);
}

export function encodeLoanEvent(body: LoanEventBody): LoanEventBodyJson {
  return z.encode(loanEventBody, body as z.output<typeof loanEventBody>);
}
