import { z } from 'zod';
import type { AntiFraudResult } from '../../../contracts/sources/anti-fraud';
import { type Dialect, need, shaped, unknownCode } from '../dialect';

/** Vendors write −1 or 999 for "missing"; a missing count is read as none seen. */
const tally = z.int().transform((seen) => (seen < 0 || seen === 999 ? 0 : seen));
const period = z.object({ apply_cnt: tally, org_cnt: tally, nonbank_org_cnt: tally });

const answer = z.object({
  success: z.literal(true),
  hit: z.boolean(),
  data: z
    .object({
      d7: period,
      m1: period,
      m3: period,
      m6: period,
      m12: period,
      night_ratio: z.string().regex(/^(0(\.\d+)?|1(\.0+)?)$/),
      score: z.int(),
      black: z.int(),
      rules: z.array(z.string()),
    })
    .nullable(),
});

const scoreOf = (score: number) => (score < 0 || score > 100 ? null : score);

/** Multi-lender and fraud data (多头与反欺诈); unknown people are no record and cost nothing. */
export const antiFraudDialect: Dialect = {
  request: (subject, ctx) => ({
    method: 'POST',
    path: '/v1/multi-loan',
    body: {
      name: need(subject, 'name', 'anti_fraud'),
      id_number: need(subject, 'idNo', 'anti_fraud'),
      mobile: need(subject, 'phone', 'anti_fraud'),
      device_id: subject.deviceId,
      auth_no: ctx.consentId ?? undefined,
    },
  }),
  read: (raw, party) => {
    const { hit, data } = shaped(answer, raw, party);
    if (!hit) return { ok: false, kind: 'no_record', billable: false };
    if (!data) return unknownCode(party);
    return {
      ok: true,
      billable: true,
      result: {
        scorePoints: scoreOf(data.score),
        applications7d: data.d7.apply_cnt,
        applications1m: data.m1.apply_cnt,
        applications3m: data.m3.apply_cnt,
        applications6m: data.m6.apply_cnt,
        applications12m: data.m12.apply_cnt,
        lenders7d: data.d7.org_cnt,
        lenders1m: data.m1.org_cnt,
        lenders3m: data.m3.org_cnt,
        lenders12m: data.m12.org_cnt,
        nonBankLenders3m: data.m3.nonbank_org_cnt,
        nightSharePercent: Math.round(Number(data.night_ratio) * 100),
        blacklisted: data.black === 1,
        hits: data.rules,
      } satisfies AntiFraudResult,
    };
  },
};
