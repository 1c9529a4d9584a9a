import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { cardScenario } from '../card-magic';
import { idScenario, phoneScenario } from '../magic';
import { Chance } from '../people/chance';
import { type GatewayDeps, playSource } from './gateway';

const name = z.string().min(1).max(60);
const idNo = z.string().regex(/^\d{17}[\dX]$/);
const phone = z.string().regex(/^1\d{10}$/);
const authNo = z.string().optional();

function identityAnswer(id: string, hasFace: boolean) {
  const scenario = idScenario(id);
  const result = scenario === 'identity_mismatch' ? '2' : scenario === 'identity_no_record' ? '3' : '1';
  const chance = new Chance(`face/${id}`);
  const face =
    scenario === 'face_no_photo'
      ? { result: '3', score: null }
      : scenario === 'face_mismatch'
        ? { result: '2', score: '0.21' }
        : { result: '1', score: `0.${chance.between(88, 99)}` };
  return {
    code: '0',
    serialNo: `P${id.slice(-4)}`,
    result,
    charged: result !== '3',
    ...(hasFace && result === '1' && { face }),
  };
}

const carriers = [
  [/^1(3[4-9]|47|5[0-27-9]|78|8[2-478]|98)/, 'CMCC'],
  [/^1(3[0-2]|45|5[56]|66|7[56]|8[56])/, 'CUCC'],
  [/^1(33|49|53|73|77|8[019]|99)/, 'CTCC'],
  [/^192/, 'CBN'],
] as const;

/** Number ranges of virtual operators, which no carrier will check. */
const virtualRange = /^1(62|65|67|70|71)/;

function telecomAnswer(body: { idcard: string; mobile: string }) {
  const base = { code: '0000', msg: '' };
  if (virtualRange.test(body.mobile)) return { ...base, code: '1006', data: null, fee: 0 };
  const isp = carriers.find(([range]) => range.test(body.mobile))?.[1] ?? 'OTHER';
  const months = new Chance(`line/${body.mobile}`).between(14, 150);
  switch (phoneScenario(body.mobile)) {
    case 'phone_name_mismatch':
      return { ...base, data: { result: '2', detail: ['NAME'], isp, months }, fee: 1 };
    case 'phone_id_mismatch':
      return { ...base, data: { result: '2', detail: ['IDCARD'], isp, months }, fee: 1 };
    case 'phone_no_record':
      return { ...base, data: { result: '3', detail: [], isp, months: null }, fee: 0 };
    case 'phone_new':
      return { ...base, data: { result: '1', detail: [], isp, months: 1 }, fee: 1 };
    default:
      return { ...base, data: { result: '1', detail: [], isp, months }, fee: 1 };
  }
}

const banks: Record<string, string> = {
  '622202': 'ICBC',
  '621700': 'CCB',
  '621483': 'CMB',
  '622848': 'ABC',
  '621661': 'BOC',
};

function cardAnswer(cardNo: string) {
  const common = { issuer: banks[cardNo.slice(0, 6)] ?? 'OTHER', cardType: '01' };
  switch (cardScenario(cardNo)) {
    case 'card_mismatch':
      return { respCode: '00', verify: '1', ...common };
    case 'card_invalid':
      return { respCode: '14', verify: null, issuer: null, cardType: null };
    case 'card_abnormal':
      return { respCode: '41', verify: null, ...common };
    case 'card_restricted':
      return { respCode: '62', verify: null, ...common };
    case 'card_credit':
      return { respCode: '00', verify: '0', ...common, cardType: '02' };
    default:
      return { respCode: '00', verify: '0', ...common };
  }
}

/** The most checks of one card in a day, as the card network allows. */
const CHECKS_PER_CARD_AND_DAY = 5;

/** The three sources that only say whether what was declared belongs together: identity, phone, bank card. */
export function verificationRoutes(app: FastifyInstance, deps: GatewayDeps): void {
  playSource(app, deps, {
    party: 'identity',
    path: '/v1/verify',
    body: z.object({ name, idNo, image: z.string().optional(), authNo }),
    subject: (body) => ({ idNo: body.idNo }),
    consent: (body) => body.authNo,
    answer: (body) => identityAnswer(body.idNo, Boolean(body.image)),
  });
  playSource(app, deps, {
    party: 'telecom',
    path: '/v1/three-factors',
    body: z.object({ name, idcard: idNo, mobile: phone, authNo }),
    subject: (body) => ({ idNo: body.idcard }),
    consent: (body) => body.authNo,
    answer: telecomAnswer,
  });
  const checks = new Map<string, Set<string>>();
  playSource(app, deps, {
    party: 'bank_card',
    path: '/v1/four-factors',
    body: z.object({ cardNo: z.string().regex(/^\d{12,19}$/), name, idNo, mobile: phone, authNo }),
    subject: (body) => ({ idNo: body.idNo, cardNo: body.cardNo }),
    consent: (body) => body.authNo,
    answer: (body, moment, question) => {
      const day = `${moment.clockId}|${Math.floor(moment.nowMs / 86_400_000)}|${body.cardNo}`;
      const asked = checks.get(day) ?? new Set();
      if (checks.size > 50_000) checks.clear();
      checks.set(day, asked.add(question));
      if (asked.size > CHECKS_PER_CARD_AND_DAY)
        return { respCode: '65', verify: null, issuer: null, cardType: null };
      return cardAnswer(body.cardNo);
    },
  });
}
