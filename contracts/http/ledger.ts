import { z } from 'zod';
import { CivilDate, Id, Minor, Named } from './common';

/** Which books, up to which day of booking. */
export const TrialBalanceQuery = z.strictObject({
  asOf: CivilDate.optional().meta({ description: 'Last day of booking; today if left out' }),
  clockId: Id('clk').optional().meta({ description: 'Books of a test clock; the live ones if left out' }),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default('CNY'),
});

/** Sums per account; debits and credits are equal, or something is wrong. */
export const TrialBalance = z
  .object({
    asOf: CivilDate,
    clockId: z.string().nullable(),
    currency: z.string(),
    balanced: z.boolean(),
    debitMinor: Minor,
    creditMinor: Minor,
    accounts: z.array(
      z.object({
        code: z.string(),
        names: Named,
        kind: z.string(),
        debitMinor: Minor,
        creditMinor: Minor,
        balanceMinor: Minor.meta({ description: 'Debit positive' }),
      }),
    ),
  })
  .meta({ id: 'TrialBalance' });

/** An entry with its lines. */
export const JournalEntry = z
  .object({
    id: z.string(),
    loanId: z.string().nullable(),
    kind: z.string(),
    bookedOn: CivilDate,
    effectiveOn: CivilDate,
    currency: z.string(),
    lines: z.array(z.object({ accountCode: z.string(), amountMinor: Minor })),
  })
  .meta({ id: 'JournalEntry' });
