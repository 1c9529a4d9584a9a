import { z } from 'zod';
import type { BankCardResult } from '../../../contracts/sources/bank-card';
import { busy, type Dialect, need, shaped, unknownCode } from '../dialect';

const answer = z.object({
  respCode: z.string(),
  verify: z.string().nullable().optional(),
  issuer: z.string().nullable().optional(),
  cardType: z.string().nullable().optional(),
});

const cardTypes: Record<string, BankCardResult['cardType']> = { '01': 'debit', '02': 'credit' };

/** Response codes of the network that say something about the card itself. */
const cardStates: Record<string, BankCardResult['outcome']> = {
  '14': 'invalid_card',
  '41': 'abnormal_card',
  '43': 'abnormal_card',
  '62': 'restricted_card',
};

/** Too many checks of one card today. */
const LIMITED = '65';

/** Card network's four factors (银联四要素). */
export const bankCardDialect: Dialect = {
  request: (subject, ctx) => ({
    method: 'POST',
    path: '/v1/four-factors',
    body: {
      cardNo: need(subject, 'cardNo', 'bank_card'),
      name: need(subject, 'name', 'bank_card'),
      idNo: need(subject, 'idNo', 'bank_card'),
      mobile: need(subject, 'phone', 'bank_card'),
      authNo: ctx.consentId ?? undefined,
    },
  }),
  read: (raw, party) => {
    const { respCode, verify, issuer, cardType } = shaped(answer, raw, party);
    if (respCode === LIMITED) return { ok: false, kind: 'limited', billable: false };
    const known = { cardType: cardTypes[cardType ?? ''] ?? 'unknown', bankCode: issuer ?? null } as const;
    const state = cardStates[respCode];
    if (state)
      return { ok: true, billable: true, result: { outcome: state, ...known } satisfies BankCardResult };
    if (respCode !== '00') return busy(party);
    const outcome = verify === '0' ? 'match' : verify === '1' ? 'mismatch' : unknownCode(party);
    return { ok: true, billable: true, result: { outcome, ...known } satisfies BankCardResult };
  },
};
