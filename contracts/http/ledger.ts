import { z } from 'zod';
import { CivilDate, Currency, Id, Minor, Named, OwnCurrency, PageQuery } from './common';
import { ClockOrLive } from './dashboard';

/** Whose books. */
export const BooksQuery = z.strictObject({
  clockId: Id('clk').optional().meta({ description: 'Books of a test clock; the live ones if left out' }),
});

/** What the books are made of: accounts, whether anything was posted on them or not, and currencies. */
export const Books = z
  .object({
    clockId: z.string().nullable(),
    currencies: z.array(Currency).meta({ description: 'Those that loans of these books are in, CNY first' }),
    accounts: z.array(z.object({ code: z.string(), names: Named, kind: z.string() })),
  })
  .meta({ id: 'Books' });

/** Which books, up to which day of booking. */
export const TrialBalanceQuery = z.strictObject({
  asOf: CivilDate.optional().meta({ description: 'Last day; today if left out' }),
  by: z
    .enum(['booked', 'effective'])
    .default('booked')
    .meta({ description: 'By booking date (the books), or by the date that entries count from' }),
  clockId: Id('clk').optional().meta({ description: 'Books of a test clock; the live ones if left out' }),
  currency: OwnCurrency,
});

/** Sums per account; debits and credits are equal, or something is wrong. */
export const TrialBalance = z
  .object({
    asOf: CivilDate,
    by: z.enum(['booked', 'effective']),
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

/** General ledger against the loans beneath it, account by account. */
export const LedgerProof = z
  .object({
    asOf: CivilDate,
    clockId: z.string().nullable(),
    currency: z.string(),
    ok: z.boolean(),
    debitMinor: Minor,
    creditMinor: Minor,
    accounts: z.array(
      z.object({
        code: z.string(),
        names: Named,
        ledgerMinor: Minor.meta({ description: 'All postings of the account' }),
        loansMinor: Minor.meta({ description: 'Sum over the loans: their postings and shares of accruals' }),
        differenceMinor: Minor,
      }),
    ),
    balances: z
      .array(z.object({ check: z.enum(['principal', 'suspense']), ledgerMinor: Minor, loansMinor: Minor }))
      .meta({ description: 'The same against the balances that lists show; for today only' }),
    lastClose: z
      .object({ id: z.string(), closedOn: CivilDate, status: z.string(), findings: z.int() })
      .nullable(),
  })
  .meta({ id: 'LedgerProof' });

/** Which entries of the books. */
export const ListEntries = z.strictObject({
  ...PageQuery,
  clockId: ClockOrLive.default('live'),
  from: CivilDate,
  to: CivilDate,
  account: z
    .string()
    .regex(/^\d{4,12}(,\d{4,12}){0,9}$/)
    .optional()
    .meta({ description: 'Account codes with commas' }),
  currency: Currency.optional(),
});

/** A stretch of booking dates of the journal. */
export const JournalQuery = z.strictObject({
  from: CivilDate,
  to: CivilDate,
  clockId: Id('clk').optional(),
  loanId: Id('loan').optional(),
});

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
