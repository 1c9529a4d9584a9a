import { z } from 'zod';
import { sharePercent } from './figures';

/** Public-security check of name and ID number (公安二要素), with the face against the register's photo when one was sent. */
export const identityResult = z.strictObject({
  outcome: z.enum(['match', 'mismatch', 'no_record']),
  face: z.enum(['match', 'mismatch', 'no_photo', 'not_checked']),
  faceScorePercent: sharePercent.nullable(),
});
export type IdentityResult = z.infer<typeof identityResult>;
