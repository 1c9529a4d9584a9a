import { z } from 'zod';
import { civilDay, code, positiveMinorAmount } from './figures';

/** One line of the lender's account at the bank for a day; `credit` is money in. The payer's name and card are not in it. */
export const statementLine = z.strictObject({
  lineNo: z.int().min(1),
  bankRef: code,
  bookedOn: civilDay,
  side: z.enum(['credit', 'debit']),
  kind: z.enum(['payout', 'payout_return', 'debit', 'transfer', 'transfer_bounce', 'other']),
  amountMinor: positiveMinorAmount,
  currency: z.string().regex(/^[A-Z]{3}$/),
  orderNo: z.string().max(80).nullable(),
  reference: z.string().max(80).nullable(),
});
export type StatementLine = z.infer<typeof statementLine>;

/** A day's statement with its proof: opening + credits − debits = closing, and as many lines as it says. */
export const bankStatement = z.strictObject({
  statementOn: civilDay,
  clockId: code.nullable(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  openingMinor: z.string().regex(/^-?(0|[1-9]\d{0,17})$/),
  closingMinor: z.string().regex(/^-?(0|[1-9]\d{0,17})$/),
  lineCount: z.int().min(0),
  lines: z.array(statementLine),
});
export type BankStatement = z.infer<typeof bankStatement>;
