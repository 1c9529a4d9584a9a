import { z } from 'zod';
import { parseBankCard } from '../../domain/validators/bank-card';
import { DeclaredFile } from '../loan/customer-file';
import { STAGES } from '../loan/stage';
import { Declared } from '../policy/declared';
import { RepaymentMethod } from '../policy/product';
import {
  AnyId,
  CivilDate,
  Code,
  Codes,
  Comment,
  Id,
  Instant,
  Minor,
  Named,
  PageQuery,
  PositiveMinor,
} from './common';
import { ApplicantInput } from './customers';
import { ClockOrLive, MOVES } from './dashboard';
import { ListFormat, Where } from './filters';
import { APPLICATION_FIELDS, APPLICATION_ORDERS } from './list-fields';

/** Account for payout and debits. */
export const PayoutAccount = z
  .strictObject({
    cardNo: z
      .string()
      .trim()
      .max(30)
      .refine((value) => parseBankCard(value).ok, 'card_invalid'),
    holderName: z.string().trim().min(1).max(120),
  })
  .meta({ id: 'PayoutAccount' });

/** What a partner's link carries. */
export const SceneCode = z.string().regex(/^[0-9a-hjkmnp-tv-z]{10}$/);

/** A consent as given: the words are named by version and hash, so that they can be shown again. */
export const ConsentGrant = z
  .strictObject({
    code: Code,
    version: z.int().min(1).max(1_000_000),
    textHash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .meta({ description: 'SHA-256 of the text as shown, from the product' }),
    locale: z.enum(['zh-CN', 'en']).default('zh-CN'),
  })
  .meta({ id: 'ConsentGrant' });
export type ConsentGrant = z.infer<typeof ConsentGrant>;

/** A document in JSON; multipart/form-data with the parts `kind` and `file` is taken as well. */
export const UploadDocument = z
  .strictObject({
    kind: Code,
    contentType: z.enum(['image/jpeg', 'image/png', 'application/pdf']),
    contentBase64: z.base64().min(4),
  })
  .meta({ id: 'UploadDocument' });

/** A loan request. Personal fields are sealed before anything else happens to them. */
export const CreateApplication = z
  .strictObject({
    productCode: Code,
    amountMinor: PositiveMinor,
    firstDrawMinor: PositiveMinor.optional().meta({
      description: 'Of a product that is drawn in stages: what is paid out first; all of it if left out',
    }),
    termMonths: z.int().min(1).max(360),
    purpose: Code,
    method: RepaymentMethod.optional().meta({
      description: 'Repayment method; the first of the product if left out',
    }),
    channel: Code.default('app'),
    scene: SceneCode.optional().meta({
      description: "Code of a partner's link; the partner is then the link's",
    }),
    customer: ApplicantInput,
    declared: Declared,
    particulars: DeclaredFile.optional().meta({ description: 'Declared facts that could name somebody' }),
    payoutAccount: PayoutAccount.optional(),
    bankCardId: Id('card')
      .optional()
      .meta({ description: 'A bound card of the account, in place of payoutAccount' }),
    consents: z.array(ConsentGrant).max(20).default([]),
    documents: z
      .array(UploadDocument)
      .max(20)
      .default([])
      .meta({ description: 'Documents sent along; more can follow at …/documents' }),
    locale: z
      .enum(['zh-CN', 'en'])
      .default('zh-CN')
      .meta({ description: 'Language of messages to the applicant' }),
    clockId: Id('clk').optional().meta({ description: 'Test clock to attach to, in test mode' }),
  })
  .refine(({ customer, declared }) => (customer.kind === 'company') === (declared.kind === 'company'), {
    message: 'kind_differs',
    path: ['declared', 'kind'],
  })
  .meta({ id: 'CreateApplication' });
export type CreateApplication = z.infer<typeof CreateApplication>;

/** An application and where its process stands. Assessment is shown to staff only. */
export const Application = z
  .object({
    id: AnyId,
    customerId: AnyId,
    customerName: z.string().meta({ description: 'Masked' }),
    productCode: z.string(),
    productVersion: z.int(),
    channel: z.string(),
    partnerId: z.string().nullable(),
    sceneId: z.string().nullable().meta({ description: "The partner's desk that it came through" }),
    currency: z.string(),
    amountMinor: Minor,
    firstDrawMinor: Minor.nullable().meta({ description: 'What is paid out first; null: all of it' }),
    termMonths: z.int(),
    purpose: z.string(),
    method: z.string(),
    stage: z.enum(STAGES),
    stageName: Named,
    stageSince: Instant,
    waitingFor: z.string().nullable(),
    waitUntil: Instant.nullable(),
    missing: z.array(z.string()).meta({ description: 'Kinds of documents still missing' }),
    outcome: z.string().nullable(),
    reasonCodes: z.array(z.string()),
    approved: z
      .object({ amountMinor: Minor, termMonths: z.int().nullable(), rateBps: z.int().nullable() })
      .nullable(),
    payoutAccount: z.string().nullable().meta({ description: 'Masked' }),
    contractId: z.string().nullable(),
    loanId: z.string().nullable(),
    assessment: z
      .object({ route: z.string().nullable(), grade: z.string().nullable(), score: z.int().nullable() })
      .nullable(),
    parked: z.object({ step: z.string(), reason: z.string().nullable(), at: Instant }).nullable(),
    clockId: z.string().nullable(),
    version: z.int(),
    createdAt: Instant,
    updatedAt: Instant,
    closedAt: Instant.nullable(),
  })
  .meta({ id: 'Application' });

/** Filters of the list of applications. */
export const ListApplications = z.strictObject({
  ...PageQuery,
  stage: z.enum(STAGES).optional(),
  productCode: Code.optional(),
  customerId: Id('cus').optional(),
  clockId: ClockOrLive.optional(),
  open: z.enum(['true', 'false']).optional(),
  appliedHour: z.coerce
    .number()
    .int()
    .min(0)
    .max(23)
    .optional()
    .meta({ description: 'Arrived within this hour of the business day' }),
  reached: z
    .enum(MOVES)
    .optional()
    .meta({ description: 'Made this step, between `movedFrom` and `movedTo`' }),
  left: z.enum(STAGES).optional().meta({ description: 'Left this stage, between the same dates' }),
  movedFrom: CivilDate.optional(),
  movedTo: CivilDate.optional(),
  where: Where(APPLICATION_FIELDS),
  sort: z.enum(APPLICATION_ORDERS).default('-id'),
  format: ListFormat,
});

export const Document = z
  .object({
    id: AnyId,
    applicationId: AnyId,
    kind: z.string(),
    contentType: z.string(),
    sizeBytes: z.int(),
    sha256: z.string(),
    uploadedAt: Instant,
  })
  .meta({ id: 'Document' });

export const Consent = z
  .object({
    id: AnyId,
    applicationId: AnyId,
    code: z.string(),
    version: z.int(),
    textHash: z.string(),
    locale: z.string(),
    channel: z.string(),
    grantedAt: Instant,
    validUntil: Instant.meta({
      description: 'From then on no source is asked on the strength of it while the request is open',
    }),
    withdrawnAt: Instant.nullable(),
  })
  .meta({ id: 'Consent' });

/** Taking an application back, asking for a person after an automatic decline, giving up a returned payout. */
export const ApplicantRequest = z
  .strictObject({ reasonCodes: Codes.default([]), comment: Comment.optional() })
  .meta({ id: 'ApplicantRequest' });
