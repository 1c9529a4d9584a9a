import { z } from 'zod';
import { code } from './figures';

/** Card network check of card, name, ID number and phone (银联四要素): the card that payouts and debits will use. */
export const bankCardResult = z.strictObject({
  outcome: z.enum(['match', 'mismatch', 'invalid_card', 'abnormal_card', 'restricted_card']),
  cardType: z.enum(['debit', 'credit', 'unknown']),
  bankCode: code.nullable(),
});
export type BankCardResult = z.infer<typeof bankCardResult>;
