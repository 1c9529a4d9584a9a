import { z } from 'zod';
import type { RegistryResult } from '../../../contracts/sources/registry';
import { busy, type Dialect, need, shaped, unknownCode } from '../dialect';
import { yuanToMinor } from '../yuan';

const answer = z.object({
  status: z.string(),
  result: z
    .object({
      regStatus: z.string(),
      nameMatched: z.boolean(),
      legalPersonMatched: z.boolean().nullable(),
      estiblishTime: z.iso.date(),
      regCapital: z.string(),
      regCapitalUnit: z.literal('万元'),
      industryCode: z.string(),
      abnormal: z.array(z.unknown()),
      punishments: z.array(z.unknown()),
      changes12m: z.int(),
      equityFrozen: z.int(),
      equityPledged: z.int(),
    })
    .nullable(),
});

const statuses: Record<string, RegistryResult['status']> = {
  存续: 'active',
  在业: 'active',
  开业: 'active',
  注销: 'cancelled',
  吊销: 'revoked',
  迁出: 'moved_out',
  停业: 'suspended',
};

const NO_RECORD = '201';

/** Business register (工商); capital is given in ten thousands of yuan. */
export const registryDialect: Dialect = {
  request: (subject) => ({
    method: 'POST',
    path: '/v1/company',
    body: {
      keyword: need(subject, 'uscc', 'registry'),
      name: subject.companyName,
      legalPerson: subject.name,
    },
  }),
  read: (raw, party) => {
    const { status, result } = shaped(answer, raw, party);
    if (status === NO_RECORD) return { ok: false, kind: 'no_record', billable: false };
    if (status !== '200') return busy(party);
    if (!result) return unknownCode(party);
    return {
      ok: true,
      billable: true,
      result: {
        status: statuses[result.regStatus] ?? unknownCode(party),
        nameMatches: result.nameMatched,
        legalRepresentativeMatches: result.legalPersonMatched,
        foundedOn: result.estiblishTime,
        registeredCapitalMinor: (BigInt(yuanToMinor(party, result.regCapital)) * 10_000n).toString(),
        industryCode: result.industryCode,
        abnormalListed: result.abnormal.length > 0,
        penaltyCount: result.punishments.length,
        changeCount12m: result.changes12m,
        equityFrozen: result.equityFrozen > 0,
        equityPledged: result.equityPledged > 0,
      } satisfies RegistryResult,
    };
  },
};
