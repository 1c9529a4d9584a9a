import { z } from 'zod';
import { AmountMinor, Code } from './body-parts';
import { DeclaredPerson } from './declared';
import { RepaymentMethod } from './product';

/** What the sources would say of an invented person. */
export const ExampleRecord = z.strictObject({
  /** Null for somebody without a credit history (白户). */
  bureauScore: z.int().min(0).max(1000).nullable(),
  overdueAccounts: z.int().min(0).max(100).default(0),
  worst24m: z.int().min(0).max(7).default(0),
  hardQueries3m: z.int().min(0).max(100).default(0),
  multiLenders3m: z.int().min(0).max(100).default(0),
  fraudScore: z.int().min(0).max(100).default(0),
  utilisationPercent: z.int().min(0).max(100).default(20),
  monthlyRepaymentMinor: AmountMinor.default('0'),
  courtOpenCases: z.int().min(0).max(100).default(0),
  dishonest: z.boolean().default(false),
});

/** An invented person who asks for a loan, to try a draft on; nobody is named. */
export const ExampleApplicant = z
  .strictObject({
    amountMinor: AmountMinor,
    termMonths: z.int().min(1).max(360),
    purpose: Code,
    method: RepaymentMethod,
    age: z.int().min(16).max(90),
    declared: DeclaredPerson,
    record: ExampleRecord,
    exposureMinor: AmountMinor.default('0'),
    openApplications: z.int().min(0).max(20).default(0),
  })
  .meta({ id: 'ExampleApplicant' });
export type ExampleApplicant = z.infer<typeof ExampleApplicant>;
