import { z } from 'zod';

const text = (max: number) => z.string().trim().min(1).max(max);

/** Personal fields of a borrower, as sealed in `customers.sealed`. */
export const PersonFile = z.strictObject({
  kind: z.literal('person'),
  name: text(60),
  idNo: text(18),
  phone: text(20),
  mail: text(120).optional(),
  address: text(200).optional(),
});

/** A company and the person who acts for it. */
export const CompanyFile = z.strictObject({
  kind: z.literal('company'),
  companyName: text(120),
  uscc: text(18),
  representativeName: text(60),
  representativeIdNo: text(18),
  phone: text(20),
  mail: text(120).optional(),
  address: text(200).optional(),
});

/** The sealed file of a customer of either kind. */
export const CustomerFile = z.discriminatedUnion('kind', [PersonFile, CompanyFile]);
export type CustomerFile = z.infer<typeof CustomerFile>;

/** Account for payout and debit, as sealed in `applications.sealed_account`. */
export const AccountFile = z.strictObject({ cardNo: text(30), holderName: text(120) });
export type AccountFile = z.infer<typeof AccountFile>;

/** Declared facts that could name somebody, as sealed in `applications.sealed_declared`. */
export const DeclaredFile = z.strictObject({
  employer: text(120).optional(),
  homeAddress: text(200).optional(),
  workAddress: text(200).optional(),
  contacts: z
    .array(z.strictObject({ name: text(60), phone: text(20), relation: text(20) }))
    .max(5)
    .optional(),
});
export type DeclaredFile = z.infer<typeof DeclaredFile>;

/** What a customer is called: a person's name, or a company's. */
export const nameInFile = (file: CustomerFile): string =>
  file.kind === 'person' ? file.name : file.companyName;

/** The number that a customer is identified by: 公民身份号码, or 统一社会信用代码. */
export const identityInFile = (file: CustomerFile): string =>
  file.kind === 'person' ? file.idNo : file.uscc;
