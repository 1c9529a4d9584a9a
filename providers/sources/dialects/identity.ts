import { z } from 'zod';
import type { IdentityResult } from '../../../contracts/sources/identity';
import { busy, type Dialect, need, shaped, unknownCode } from '../dialect';

const answer = z.object({
  code: z.string(),
  result: z.string().optional(),
  charged: z.boolean().default(false),
  face: z.object({ result: z.string(), score: z.string().nullable() }).optional(),
});

const outcomes: Record<string, IdentityResult['outcome']> = {
  '1': 'match',
  '2': 'mismatch',
  '3': 'no_record',
};
const faces: Record<string, IdentityResult['face']> = { '1': 'match', '2': 'mismatch', '3': 'no_photo' };

/** A score from 0 to 1 with decimals, as whole percent. */
function percentOf(score: string | null, party: string): number | null {
  if (score === null) return null;
  const parts = /^(0|1)(?:\.(\d+))?$/.exec(score);
  if (!parts) return unknownCode(party);
  return Math.min(100, Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0').slice(0, 2)));
}

/** Public-security two factors (公安二要素), and the face when the applicant gave one. */
export const identityDialect: Dialect = {
  request: (subject, ctx) => ({
    method: 'POST',
    path: '/v1/verify',
    body: {
      name: need(subject, 'name', 'identity'),
      idNo: need(subject, 'idNo', 'identity'),
      image: subject.faceImage,
      authNo: ctx.consentId ?? undefined,
    },
  }),
  read: (raw, party) => {
    const { code, result, charged, face } = shaped(answer, raw, party);
    if (code !== '0') return busy(party);
    const outcome = outcomes[result ?? ''] ?? unknownCode(party);
    return {
      ok: true,
      billable: charged,
      result: {
        outcome,
        face: face ? (faces[face.result] ?? unknownCode(party)) : 'not_checked',
        faceScorePercent: face ? percentOf(face.score, party) : null,
      } satisfies IdentityResult,
    };
  },
};
