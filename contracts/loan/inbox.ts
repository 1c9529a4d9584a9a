import { z } from 'zod';

const day = z.iso.date();

/**
 * Bodies of inbox rows by kind. Codes, ids, dates and amounts only. `ref` of a row is the id of the fact itself (bank
 * event, document, consent, contract, payment), so that the same fact is kept once.
 */
export const InboxBody = {
  /** The bank's word on a payout; `orderNo` is our payout's key. */
  payout: z.object({
    orderNo: z.string(),
    status: z.enum(['confirmed', 'failed', 'returned']),
    bankRef: z.string(),
    valueOn: day,
    code: z.string().optional(),
  }),
  /** The bank's word on a debit; `orderNo` is our debit's key. */
  debit: z.object({
    orderNo: z.string(),
    status: z.enum(['confirmed', 'failed']),
    bankRef: z.string(),
    valueOn: day,
    code: z.string().optional(),
  }),
  /** A transfer that the bank took back; `payerRef` is that of the payment. */
  bounce: z.object({ payerRef: z.string(), valueOn: day, code: z.string() }),
};
