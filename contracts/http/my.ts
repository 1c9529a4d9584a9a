import { z } from 'zod';
import { TOPICS } from '../../domain/messages/topics';
import { parseBankCard } from '../../domain/validators/bank-card';
import { parseMobile } from '../../domain/validators/mobile';
import { parseResidentId } from '../../domain/validators/resident-id';
import { ConsentGrant } from './applications';
import { AnyId, Id, Instant, Named, PageQuery } from './common';

const Phone = z
  .string()
  .trim()
  .max(20)
  .refine((value) => parseMobile(value).ok, 'phone_invalid')
  .meta({ example: '13800000001' });
const Locale = z.enum(['zh-CN', 'en']).default('zh-CN');
const LoginCode = z.string().regex(/^\d{6}$/);

/** A phone that wants a code. The answer is the same whether or not the phone has an account. */
export const AskLoginCode = z.strictObject({ phone: Phone, locale: Locale }).meta({ id: 'AskLoginCode' });
export const LoginCodeSent = z
  .object({
    sentTo: z.string().meta({ description: 'Masked' }),
    expiresAt: Instant,
    nextAfterSeconds: z.int().meta({ description: 'Seconds until another code may be asked for' }),
  })
  .meta({ id: 'LoginCodeSent' });

/** Registering: the code proves the phone, the terms are agreed to by version and hash. */
export const Register = z
  .strictObject({ phone: Phone, code: LoginCode, locale: Locale, terms: ConsentGrant })
  .meta({ id: 'Register' });
export const LogIn = z.strictObject({ phone: Phone, code: LoginCode }).meta({ id: 'LogIn' });

/** A login. The refresh token comes as a cookie that scripts cannot read and changes with each use. */
export const BorrowerSession = z
  .object({
    accessToken: z.string(),
    expiresAt: Instant,
    accountId: AnyId,
    isNew: z.boolean().meta({ description: 'The account was just made' }),
  })
  .meta({ id: 'BorrowerSession' });

/** The account as its owner sees it. */
export const BorrowerAccount = z
  .object({
    id: AnyId,
    phone: z.string().meta({ description: 'Masked' }),
    locale: z.enum(['zh-CN', 'en']),
    identity: z
      .object({ name: z.string(), idNo: z.string(), confirmedAt: Instant })
      .nullable()
      .meta({ description: 'Masked; null until a card or an application confirmed it' }),
    createdAt: Instant,
  })
  .meta({ id: 'BorrowerAccount' });

/** A card to bind. Name and identity number are needed once; the phone is the account's own. */
export const BindCard = z
  .strictObject({
    cardNo: z
      .string()
      .trim()
      .max(30)
      .refine((value) => parseBankCard(value).ok, 'card_invalid'),
    holder: z
      .strictObject({
        name: z.string().trim().min(1).max(60),
        idNo: z
          .string()
          .trim()
          .max(18)
          .refine((value) => parseResidentId(value).ok, 'id_number_invalid'),
      })
      .optional(),
    consent: ConsentGrant,
  })
  .meta({ id: 'BindCard' });

export const CARD_REFUSALS = [
  'mismatch',
  'invalid_card',
  'abnormal_card',
  'restricted_card',
  'credit_card',
  'limited',
  'unsupported',
] as const;

export const BankCard = z
  .object({
    id: AnyId,
    card: z.string().meta({ description: 'Masked' }),
    bankCode: z.string().nullable(),
    status: z.enum(['checking', 'bound', 'refused', 'removed']),
    refusal: z.enum(CARD_REFUSALS).nullable(),
    isDefault: z.boolean(),
    askedAt: Instant,
    boundAt: Instant.nullable(),
  })
  .meta({ id: 'BankCard' });

/** Another card for a running loan's debits. */
export const UseCard = z.strictObject({ cardId: Id('card') }).meta({ id: 'UseCard' });

const CHANNELS = ['sms', 'inapp'] as const;
/** How each kind of message comes. In the pages all of them can be read, whatever is chosen here. */
export const NotificationSetting = z
  .object({
    topic: z.enum(TOPICS),
    channel: z.enum(CHANNELS),
    fixed: z.boolean().meta({ description: 'Needed by law or for security: always by text message' }),
  })
  .meta({ id: 'NotificationSetting' });
export const ChangeNotifications = z
  .strictObject({
    choices: z
      .array(z.strictObject({ topic: z.enum(TOPICS), channel: z.enum(CHANNELS) }))
      .min(1)
      .max(TOPICS.length),
  })
  .meta({ id: 'ChangeNotifications' });

export const ListMessages = z.strictObject(PageQuery);
/** A message to the borrower with its whole text. */
export const BorrowerMessage = z
  .object({
    id: AnyId,
    topic: z.enum(TOPICS),
    channel: z.string(),
    subject: z.string(),
    body: z.string(),
    applicationId: AnyId.nullable(),
    at: Instant,
  })
  .meta({ id: 'BorrowerMessage' });

/** What the terms page shows before anybody registers. */
export const AccountText = z
  .object({
    code: z.string(),
    version: z.int(),
    titles: Named,
    texts: Named,
    hashes: Named,
  })
  .meta({ id: 'AccountText' });
