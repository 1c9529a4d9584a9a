import { z } from 'zod';
import { AnyId, Id, Instant } from './common';
import { Scope } from './roles';

/** A partner's key. The key itself is shown once, when it is made. */
export const ApiKey = z
  .object({
    id: AnyId,
    partnerId: AnyId,
    label: z.string(),
    prefix: z.string().meta({ description: 'Tells keys apart: `lfk_<prefix>_…`' }),
    scopes: z.array(z.string()),
    createdAt: Instant,
    lastUsedAt: Instant.nullable(),
    revokedAt: Instant.nullable(),
  })
  .meta({ id: 'ApiKey' });

export const ApiKeyWithKey = ApiKey.extend({ key: z.string() }).meta({ id: 'ApiKeyWithKey' });

export const CreateApiKey = z
  .strictObject({
    label: z.string().trim().min(1).max(100),
    scopes: z
      .array(Scope)
      .min(1)
      .max(60)
      .refine((scopes) => new Set(scopes).size === scopes.length, 'duplicate'),
    partnerId: Id('ptn')
      .optional()
      .meta({ description: 'For administrators: whose key; a partner makes its own' }),
  })
  .meta({ id: 'CreateApiKey' });
