import { z } from 'zod';
import { civilDay, code, count, positiveMinorAmount } from './figures';

/** A company in the business register (工商): whether it exists, since when, and what is noted against it. */
export const registryResult = z.strictObject({
  status: z.enum(['active', 'cancelled', 'revoked', 'moved_out', 'suspended']),
  nameMatches: z.boolean(),
  legalRepresentativeMatches: z.boolean().nullable(),
  foundedOn: civilDay,
  registeredCapitalMinor: positiveMinorAmount,
  industryCode: code,
  abnormalListed: z.boolean(),
  penaltyCount: count,
  changeCount12m: count,
  equityFrozen: z.boolean(),
  equityPledged: z.boolean(),
});
export type RegistryResult = z.infer<typeof registryResult>;
