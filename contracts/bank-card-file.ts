import { z } from 'zod';

/** What is sealed with a bound card: its number and whose name and identity number the card network was asked about. */
export const BankCardFile = z.object({ cardNo: z.string(), name: z.string(), idNo: z.string() });
export type BankCardFile = z.infer<typeof BankCardFile>;
