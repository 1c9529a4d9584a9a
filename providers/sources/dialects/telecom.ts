import { z } from 'zod';
import type { TelecomResult } from '../../../contracts/sources/telecom';
import { busy, type Dialect, need, shaped, unknownCode } from '../dialect';

const answer = z.object({
  code: z.string(),
  fee: z.number().default(0),
  data: z
    .object({
      result: z.string(),
      detail: z.array(z.string()).default([]),
      isp: z.string().optional(),
      months: z.int().nullable().optional(),
    })
    .nullable()
    .optional(),
});

const outcomes: Record<string, TelecomResult['outcome']> = {
  '1': 'match',
  '2': 'mismatch',
  '3': 'no_record',
};
const operators: Record<string, TelecomResult['operator']> = {
  CMCC: 'mobile',
  CUCC: 'unicom',
  CTCC: 'telecom',
  CBN: 'broadnet',
};
const factors: Record<string, TelecomResult['mismatched'][number]> = { NAME: 'name', IDCARD: 'id_number' };

/** The carrier cannot check numbers of virtual operators. */
const unsupported: TelecomResult = {
  outcome: 'unsupported',
  mismatched: [],
  operator: 'virtual',
  tenureMonths: null,
};

/** Carriers' three factors (运营商三要素); 查无 is not charged. */
export const telecomDialect: Dialect = {
  request: (subject, ctx) => ({
    method: 'POST',
    path: '/v1/three-factors',
    body: {
      name: need(subject, 'name', 'telecom'),
      idcard: need(subject, 'idNo', 'telecom'),
      mobile: need(subject, 'phone', 'telecom'),
      authNo: ctx.consentId ?? undefined,
    },
  }),
  read: (raw, party) => {
    const { code, data, fee } = shaped(answer, raw, party);
    if (code === '1006') return { ok: true, billable: false, result: unsupported };
    if (code !== '0000') return busy(party);
    if (!data) return unknownCode(party);
    return {
      ok: true,
      billable: fee > 0,
      result: {
        outcome: outcomes[data.result] ?? unknownCode(party),
        mismatched: data.detail.flatMap((factor) => factors[factor] ?? []),
        operator: operators[data.isp ?? ''] ?? 'unknown',
        tenureMonths: data.months ?? null,
      } satisfies TelecomResult,
    };
  },
};
