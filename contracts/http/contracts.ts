import { z } from 'zod';
import { AnyId, Code, Instant, Minor } from './common';

/** A contract: the offer as shown, and what became of it. */
export const Contract = z
  .object({
    id: AnyId,
    applicationId: AnyId,
    customerId: AnyId,
    number: z.string(),
    status: z.enum(['offered', 'signed', 'sealed', 'refused', 'expired', 'withdrawn']),
    amountMinor: Minor,
    rateBps: z.int(),
    termMonths: z.int(),
    shown: z.unknown().meta({ description: 'Terms, plan and annualised cost as shown to the borrower' }),
    documentSha256: z.string().meta({ description: 'Hash of the document to read and confirm' }),
    finalSha256: z.string().nullable().meta({ description: 'Hash of the sealed document' }),
    offeredAt: Instant,
    expiresAt: Instant,
    signedAt: Instant.nullable(),
    clockId: z.string().nullable(),
  })
  .meta({ id: 'Contract' });

/** A one-time code on its way to the borrower's phone. */
export const CodeSent = z
  .object({ contractId: AnyId, sentTo: z.string().meta({ description: 'Masked' }), expiresAt: Instant })
  .meta({ id: 'CodeSent' });

export const SignContract = z
  .strictObject({
    code: z.string().regex(/^\d{6}$/),
    documentSha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .meta({ description: 'Hash of the document that was read, as the contract states it' }),
  })
  .meta({ id: 'SignContract' });

export const RefuseContract = z
  .strictObject({ reasonCode: Code.default('NOT_WANTED') })
  .meta({ id: 'RefuseContract' });
