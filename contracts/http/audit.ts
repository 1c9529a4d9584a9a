import { z } from 'zod';
import { AnyId, CivilDate, Instant, PageQuery } from './common';

/** A subject of the audit record: an application's id for all that concerns a loan, else the id of the thing. */
export const AuditSubject = z.strictObject({ subject: z.string().regex(/^[a-z][a-z0-9_-]{2,59}$/) });

/** Who did what, in its chain. */
export const AuditEntry = z
  .object({
    id: AnyId,
    subject: z.string(),
    seq: z.int(),
    prevHash: z.string(),
    hash: z.string(),
    at: Instant,
    actorId: z.string(),
    action: z.string(),
    data: z.record(z.string(), z.unknown()),
    personal: z.record(z.string(), z.string()).meta({ description: 'Salted hashes only' }),
    clockId: z.string().nullable(),
  })
  .meta({ id: 'AuditEntry' });

/** An entry as a search gives it, with what is not part of the record itself. */
export const FoundAuditEntry = AuditEntry.extend({
  currency: z.string().nullable().meta({
    description:
      'Of its amounts, where it is about an application; those about people and policies are in the currency of the house',
  }),
}).meta({ id: 'FoundAuditEntry' });

export const ListAudit = z.strictObject({
  ...PageQuery,
  subject: z
    .string()
    .regex(/^[a-z][a-z0-9_-]{2,59}$/)
    .optional(),
  actorId: z
    .string()
    .regex(/^[a-z]+(_[0-9a-z]{26})?$/)
    .optional(),
  action: z
    .string()
    .regex(/^[a-z_]+(\.[A-Za-z_]+)*$/)
    .optional(),
  from: CivilDate.optional().meta({ description: 'First business date on which it was done' }),
  to: CivilDate.optional(),
});

/** Whether a chain is as written, and how much of it lies under signed roots. */
export const AuditVerification = z
  .object({
    subject: z.string(),
    ok: z.boolean(),
    code: z.string().nullable().meta({ description: 'What is wrong', example: 'ALTERED' }),
    at: z.string().nullable().meta({ description: 'Where' }),
    length: z.int(),
    anchored: z.int(),
    headHash: z.string().nullable(),
  })
  .meta({ id: 'AuditVerification' });

/** Some chains in a row, verified; go on with the cursor until there is none. */
export const ListVerified = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(100),
  cursor: PageQuery.cursor,
});

export const VerifiedChains = z
  .object({
    chains: z.int(),
    entries: z.int(),
    anchored: z.int(),
    broken: z.array(AuditVerification),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'VerifiedChains' });

export const AuditRoot = z
  .object({
    seq: z.int(),
    day: CivilDate,
    size: z.int(),
    rootHash: z.string(),
    prevRootHash: z.string(),
    keyId: z.string(),
    signature: z.string(),
  })
  .meta({ id: 'AuditRoot' });

/** A file that anyone can verify with the lender's public keys: chain, places under daily roots, and all roots. */
export const AuditProof = z
  .object({
    format: z.literal('loanflow-audit-proof/1'),
    subject: z.string(),
    entries: z.array(AuditEntry),
    inclusions: z.array(
      z.object({ entryId: z.string(), rootSeq: z.int(), leafIndex: z.int(), path: z.array(z.string()) }),
    ),
    roots: z.array(AuditRoot),
  })
  .meta({ id: 'AuditProof' });

/** Public keys that daily roots are signed with, as JWK. */
export const AuditKeys = z
  .object({
    keys: z.array(z.object({ kty: z.string(), crv: z.string(), x: z.string(), kid: z.string() })),
  })
  .meta({ id: 'AuditKeys' });
