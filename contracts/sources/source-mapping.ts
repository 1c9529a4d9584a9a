import { z } from 'zod';

const pointer = z.string().regex(/^(\/([^~/]|~[01])*)*$/, 'a JSON pointer');

/** The personal and contextual fields that a request template may name; nothing else leaves the house. */
export const subjectFields = [
  'name',
  'idNo',
  'phone',
  'cardNo',
  'companyName',
  'uscc',
  'faceImage',
  'deviceId',
  'ip',
  'consentId',
  'applicationId',
  'requestKey',
] as const;

const requestValue = z.union([
  z.strictObject({ from: z.enum(subjectFields) }),
  z.strictObject({ value: z.union([z.string(), z.number(), z.boolean()]) }),
]);

const plainValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** How one result field is read: where it stands, what it counts as, which words it is translated to. */
export const responseField = z.strictObject({
  at: pointer,
  as: z.enum(['text', 'integer', 'flag', 'count', 'sum', 'yuan_to_minor']).default('text'),
  words: z.record(z.string(), plainValue).optional(),
  whenMissing: plainValue.optional(),
});
export type ResponseField = z.infer<typeof responseField>;

/** An ordinary JSON API as data: request fields by JSON pointer, result fields by JSON pointer, and how it says "not found". */
export const sourceMapping = z.strictObject({
  request: z.strictObject({
    method: z.enum(['GET', 'POST']).default('POST'),
    path: z.string().regex(/^\/[\w\-./]*$/),
    headers: z.record(z.string(), z.string()).default({}),
    fields: z.record(pointer, requestValue),
  }),
  response: z.strictObject({
    status: z
      .strictObject({
        at: pointer,
        ok: z.array(z.string()).min(1),
        noRecord: z.array(z.string()).default([]),
        limited: z.array(z.string()).default([]),
        unsupported: z.array(z.string()).default([]),
        retry: z.array(z.string()).default([]),
      })
      .optional(),
    billable: z.strictObject({ at: pointer, yes: z.array(z.string()).min(1) }).optional(),
    fields: z.record(z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,59}$/), responseField),
  }),
});
export type SourceMapping = z.infer<typeof sourceMapping>;
