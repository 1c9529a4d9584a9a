import { z } from 'zod';
import { code, positiveMinorAmount } from './figures';
import { sourceMapping } from './source-mapping';

/** What the process does when a source stays down: go on without it, refer to a person, or wait for it. */
export const sourceFallback = z.enum(['continue', 'refer', 'wait']);

/** The dialects spoken by code; `json` is any ordinary JSON API described by the row's own mapping. */
export const sourceAdapter = z.enum([
  'identity',
  'telecom',
  'bank_card',
  'bureau',
  'anti_fraud',
  'court',
  'registry',
  'tax',
  'document_reader',
  'json',
]);
export type SourceAdapter = z.infer<typeof sourceAdapter>;

/** A source as policy data: where it is, how patient we are, what it costs and what its silence means. */
export const sourceRow = z
  .strictObject({
    code,
    adapter: sourceAdapter,
    baseUrl: z.url({ protocol: /^https?$/ }),
    credentialsRef: code.nullable(),
    timeoutMs: z.int().min(50).max(120_000),
    /** How often a failed query is repeated by the durable caller. */
    retries: z.int().min(0).max(5),
    ratePerSecond: z.number().positive().max(10_000),
    cacheDays: z.int().min(0).max(30),
    priceMinor: positiveMinorAmount,
    needsConsent: z.boolean(),
    mapping: sourceMapping.nullable().optional(),
    fallback: sourceFallback,
  })
  .refine((row) => (row.adapter === 'json') === Boolean(row.mapping), {
    path: ['mapping'],
    message: 'a mapping belongs to the json adapter, and it must have one',
  });
export type SourceRow = z.infer<typeof sourceRow>;
