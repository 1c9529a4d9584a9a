import { z } from 'zod';
import { Bilingual, CivilDate, Code, DecimalText, LprTenor } from './body-parts';

/** What is done about an overdue loan at one point of the ladder. */
const CollectionAction = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('message'), template: Code, channel: z.enum(['sms', 'mail', 'inapp']) }),
  z.strictObject({
    kind: z.literal('task'),
    task: z.enum(['call', 'senior_call', 'negotiation', 'agency']),
    role: Code,
    priority: z.int().min(1).max(5),
    dueHours: z.int().min(1).max(720),
  }),
  z.strictObject({ kind: z.literal('letter'), letter: z.literal('demand') }),
]);
export type CollectionAction = z.infer<typeof CollectionAction>;

const CollectionRow = z.strictObject({
  fromDays: z.int().min(1),
  /** Last day of the row; null means without end. */
  toDays: z.int().min(1).nullable(),
  names: Bilingual,
  actions: z.array(CollectionAction).min(1),
  /** Done again every so many days while the row lasts; null means once, on its first day. */
  repeatDays: z.int().min(1).nullable(),
});
export type CollectionRow = z.infer<typeof CollectionRow>;

/** How often and when a debtor may be approached (GB/T 45251-2025); counted over all accounts and agencies. */
const ContactLimits = z.strictObject({
  fromHour: z.int().min(0).max(23),
  toHour: z.int().min(1).max(24),
  callAttemptsPerDay: z.int().min(0),
  callsConnectedPerDay: z.int().min(0),
  messagesPerDay: z.int().min(0),
  otherContactsPerDay: z.int().min(0),
});
export type ContactLimits = z.infer<typeof ContactLimits>;

/**
 * The overdue ladder and the limits of contact. Versions written before said for how many years recordings are kept; this
 * system records no calls, so that figure is read and dropped.
 */
export const CollectionStrategyBody = z
  .strictObject({
    rows: z.array(CollectionRow).min(1),
    contactLimits: ContactLimits,
    recordingYears: z.unknown().optional(),
  })
  .transform(({ rows, contactLimits }) => ({ rows, contactLimits }));
export type CollectionStrategyBody = z.infer<typeof CollectionStrategyBody>;

/** 罚息 and 复利: surcharge on the contract rate, what overdue principal bears, and whether unpaid interest bears interest. */
export const PenaltyBody = z.strictObject({
  overdueSurchargePercent: z.int().min(0).max(100),
  misuseSurchargePercent: z.int().min(0).max(100),
  principalBears: z.enum(['penalty', 'contract-and-uplift']),
  compound: z.enum(['none', 'contract', 'penalty']),
  dayBasis: z.union([z.literal(360), z.literal(365)]),
});
export type PenaltyBody = z.infer<typeof PenaltyBody>;

/** 贷款市场报价利率 (LPR) as the interbank centre published it, on the 20th or the working day after; a version lists all that count. */
export const ReferenceRateBody = z.strictObject({
  publications: z
    .array(
      z.strictObject({
        publishedOn: CivilDate,
        tenor: LprTenor,
        /** Per year, in basis points. */
        rateBps: z.int().min(0).max(3600),
      }),
    )
    .min(1),
});
export type ReferenceRateBody = z.infer<typeof ReferenceRateBody>;

/**
 * 折算汇率: by which amounts in other currencies are held against limits. One row a currency; the house's own, CNY, has
 * none. Example: USD 7.1 says that one whole dollar is worth 7.10 yuan.
 */
export const ExchangeRatesBody = z.strictObject({
  rates: z.array(
    z.strictObject({
      currency: z.enum(['HKD', 'USD', 'EUR', 'JPY']),
      /** Value of one whole unit in whole yuan: more than nothing, at most eight decimals. */
      cnyPerUnit: z.string().regex(/^(?=.*[1-9])(0|[1-9]\d{0,8})(\.\d{1,8})?$/),
    }),
  ),
});
export type ExchangeRatesBody = z.infer<typeof ExchangeRatesBody>;

/** 预期信用损失 (CAS 22): chance of default a year by stage, share lost then, and scenarios with their weights. */
const ExpectedLoss = z.strictObject({
  yearlyPdPercent: z.strictObject({ stage1: DecimalText, stage2: DecimalText, stage3: DecimalText }),
  lgdPercent: DecimalText,
  /** Days overdue above which credit risk has risen significantly. */
  stage2OverDays: z.int().min(0),
  stage3OverDays: z.int().min(1),
  discountPercent: DecimalText,
  scenarios: z
    .array(z.strictObject({ code: Code, weightPercent: DecimalText, pdPercent: DecimalText }))
    .min(1),
});
export type ExpectedLoss = z.infer<typeof ExpectedLoss>;

/** What a class needs to improve (风险分类办法 2023), and when a company's bad loan makes its others bad. */
const Observation = z.strictObject({
  curePeriods: z.int().min(0),
  cureMonths: z.int().min(0),
  restructuredMonths: z.int().min(0),
  crossDefaultOverPercent: z.int().min(0).max(100),
});
export type Observation = z.infer<typeof Observation>;

/** Share of the balance set aside for each of the five classes, in percent. */
export const ProvisioningBody = z.strictObject({
  rates: z.strictObject({
    pass: DecimalText,
    special_mention: DecimalText,
    substandard: DecimalText,
    doubtful: DecimalText,
    loss: DecimalText,
  }),
  /** Days overdue above which a class begins. */
  thresholds: z.strictObject({
    technicalDays: z.int().min(0),
    substandardOver: z.int(),
    doubtfulOver: z.int(),
    lossOver: z.int(),
  }),
  nonAccrualOverDays: z.int().positive(),
  observation: Observation,
  expectedLoss: ExpectedLoss,
});
export type ProvisioningBody = z.infer<typeof ProvisioningBody>;

/** Public holidays and make-up workdays (调休), complete only within the published window. */
export const CalendarBody = z.strictObject({
  publishedFrom: CivilDate,
  publishedThrough: CivilDate,
  holidays: z.array(CivilDate),
  makeUpWorkdays: z.array(CivilDate),
});
export type CalendarBody = z.infer<typeof CalendarBody>;

/** A message to a customer, with the parameters its text may name. */
export const MessageTemplateBody = z.strictObject({
  channels: z.array(z.enum(['sms', 'mail', 'inapp'])).min(1),
  subjects: Bilingual,
  texts: Bilingual,
  params: z.array(z.string()),
});
export type MessageTemplateBody = z.infer<typeof MessageTemplateBody>;

/** A contract text in Chinese: notice, then clauses; those of high importance are highlighted (民法典 496). */
export const ContractTemplateBody = z.strictObject({
  title: z.string().min(1),
  notice: z.array(z.string().min(1)),
  clauses: z
    .array(
      z.strictObject({
        heading: z.string().min(1),
        highlight: z.boolean(),
        paragraphs: z.array(z.string().min(1)).min(1),
      }),
    )
    .min(1),
});
export type ContractTemplateBody = z.infer<typeof ContractTemplateBody>;

/** An application form as JSON Schema, which drives both the server's check and the console's fields. */
export const FormBody = z.strictObject({
  names: Bilingual,
  schema: z.record(z.string(), z.json()),
  order: z.array(z.string()),
});
export type FormBody = z.infer<typeof FormBody>;
