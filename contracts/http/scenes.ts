import { z } from 'zod';
import { SceneCode } from './applications';
import { AnyId, Code, Instant, Minor, PositiveMinor } from './common';

/** A desk of a partner: where it stands, what is offered there. */
export const CreateScene = z
  .strictObject({
    partnerId: z
      .string()
      .regex(/^ptn_[0-9a-z]{26}$/)
      .optional()
      .meta({ description: 'For staff; a partner makes links for itself' }),
    name: z.string().trim().min(1).max(60).meta({ example: '城东店前台' }),
    productCode: Code,
    amountMinor: PositiveMinor.nullable()
      .default(null)
      .meta({ description: 'Amount that the form begins with' }),
    termMonths: z.int().min(1).max(360).nullable().default(null),
  })
  .meta({ id: 'CreateScene' });

export const ChangeScene = z.strictObject({ active: z.boolean() }).meta({ id: 'ChangeScene' });

/** A partner's link as its partner and the lender see it. */
export const Scene = z
  .object({
    id: AnyId,
    code: SceneCode,
    partnerId: AnyId,
    partnerName: z.string(),
    name: z.string(),
    productCode: z.string(),
    amountMinor: Minor.nullable(),
    termMonths: z.int().nullable(),
    active: z.boolean(),
    applications: z.int().meta({ description: 'Applications that came through it' }),
    createdAt: Instant,
  })
  .meta({ id: 'Scene' });

/** What whoever opens the link is told, before logging in. */
export const OpenScene = z
  .object({
    code: SceneCode,
    partnerName: z.string(),
    name: z.string(),
    productCode: z.string(),
    amountMinor: Minor.nullable(),
    termMonths: z.int().nullable(),
  })
  .meta({ id: 'OpenScene' });

export const PartnerListed = z
  .object({ id: AnyId, code: z.string(), name: z.string(), active: z.boolean() })
  .meta({ id: 'PartnerListed' });
