import { z } from 'zod';
import { parseCompanyCode } from '../../domain/validators/company-code';
import { parseMailAddress } from '../../domain/validators/mail-address';
import { parseMobile } from '../../domain/validators/mobile';
import { parseResidentId } from '../../domain/validators/resident-id';
import { AnyId, Id, Instant, PageQuery } from './common';
import { ListFormat, Where } from './filters';
import { CUSTOMER_FIELDS, CUSTOMER_ORDERS } from './list-fields';

const text = (max: number) => z.string().trim().min(1).max(max);
const IdNumber = text(18).refine((value) => parseResidentId(value).ok, 'id_number_invalid');
const CompanyNumber = text(18).refine((value) => parseCompanyCode(value).ok, 'company_code_invalid');
const Phone = text(20).refine((value) => parseMobile(value).ok, 'phone_invalid');
/** A mail address that a mail can reach. */
export const MailAddress = text(120).refine((value) => parseMailAddress(value).ok, 'mail_invalid');

/** A person who applies. Check digits are checked here; whether the person exists is asked of the sources. */
export const PersonInput = z
  .strictObject({
    kind: z.literal('person'),
    name: text(60).meta({ example: '张三' }),
    idNo: IdNumber.meta({ description: 'Resident identity number' }),
    phone: Phone,
    mail: MailAddress.optional(),
    address: text(200).optional(),
  })
  .meta({ id: 'PersonInput' });

/** A company that applies, and the person who acts for it. */
export const CompanyInput = z
  .strictObject({
    kind: z.literal('company'),
    companyName: text(120),
    uscc: CompanyNumber.meta({ description: 'Unified social credit code' }),
    representativeName: text(60),
    representativeIdNo: IdNumber,
    phone: Phone,
    mail: MailAddress.optional(),
    address: text(200).optional(),
  })
  .meta({ id: 'CompanyInput' });

/** The account's own confirmed person: whoever bound a card need not type name, number and phone again. */
export const AccountHolderInput = z
  .strictObject({ kind: z.literal('account_holder') })
  .meta({ id: 'AccountHolderInput' });

/** Who applies, as a form names them. */
export const ApplicantInput = z.discriminatedUnion('kind', [PersonInput, CompanyInput, AccountHolderInput]);

/** Who applies. */
export const CustomerInput = z.discriminatedUnion('kind', [PersonInput, CompanyInput]);
export type CustomerInput = z.infer<typeof CustomerInput>;

/** A customer as shown to people: masked. */
export const Customer = z
  .object({
    id: AnyId,
    kind: z.enum(['person', 'company']),
    name: z.string().meta({ description: 'Masked', example: '张*' }),
    idNo: z.string().meta({ description: 'Masked' }),
    phone: z.string().nullable().meta({ description: 'Masked' }),
    locale: z.enum(['zh-CN', 'en']),
    clockId: z.string().nullable(),
    createdAt: Instant,
  })
  .meta({ id: 'Customer' });

/** Filters of the list of customers. */
export const ListCustomers = z.strictObject({
  ...PageQuery,
  clockId: Id('clk').optional(),
  where: Where(CUSTOMER_FIELDS),
  sort: z.enum(CUSTOMER_ORDERS).default('-id'),
  format: ListFormat,
});

/** Whom to look for, by a whole number, phone or name; in a body, since addresses are logged and shared. */
export const SearchCustomers = z
  .strictObject({
    idNo: text(18).optional().meta({ description: 'Resident identity number or unified social credit code' }),
    phone: text(20).optional(),
    name: text(120).optional(),
  })
  .refine((given) => Object.keys(given).length > 0, 'search_empty')
  .meta({ id: 'SearchCustomers' });

/** Fields that can be revealed to those permitted, with a reason that is audited. */
export const PERSONAL_FIELDS = ['name', 'idNo', 'phone', 'mail', 'address', 'card'] as const;
export type PersonalField = (typeof PERSONAL_FIELDS)[number];

export const RevealRequest = z
  .strictObject({
    fields: z.array(z.enum(PERSONAL_FIELDS)).min(1).max(PERSONAL_FIELDS.length),
    reason: z.string().trim().min(4).max(500).meta({ description: 'Why; kept sealed with the audit record' }),
    applicationId: z.string().optional().meta({ description: 'For `card`: whose payout account' }),
  })
  .meta({ id: 'RevealRequest' });

export const Revealed = z
  .object({ customerId: AnyId, fields: z.partialRecord(z.enum(PERSONAL_FIELDS), z.string().nullable()) })
  .meta({ id: 'Revealed' });
