import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { idScenario, usccScenario } from '../magic';
import { dateOf } from '../moment';
import { Chance } from '../people/chance';
import { type GatewayDeps, playSource } from './gateway';

const DAY_MS = 86_400_000;
const windows = ['d7', 'm1', 'm3', 'm6', 'm12'] as const;

function applications(counts: readonly number[], nonBankShare: number) {
  return Object.fromEntries(
    windows.map((window, i) => {
      const applied = counts[i] ?? 0;
      const lenders = Math.ceil(applied * 0.8);
      return [
        window,
        { apply_cnt: applied, org_cnt: lenders, nonbank_org_cnt: Math.round(lenders * nonBankShare) },
      ];
    }),
  );
}

function antiFraudAnswer(idNo: string) {
  const chance = new Chance(`fraud/${idNo}`);
  switch (idScenario(idNo)) {
    case 'anti_fraud_no_record':
      return { success: true, hit: false, data: null };
    case 'multi_lender_heavy':
      return {
        success: true,
        hit: true,
        data: {
          ...applications([9, 21, 38, 52, 70], 0.9),
          night_ratio: '0.41',
          score: 86,
          black: 0,
          rules: ['ML001', 'ML007', 'NIGHT'],
        },
      };
    case 'fraud_blacklisted':
      return {
        success: true,
        hit: true,
        data: {
          ...applications([1, 2, 4, 6, 9], 0.5),
          night_ratio: '0.20',
          score: 97,
          black: 1,
          rules: ['BLACK'],
        },
      };
    default: {
      const year = chance.between(0, 5);
      const half = chance.between(0, year);
      const quarter = chance.between(0, half);
      return {
        success: true,
        hit: true,
        data: {
          ...applications([0, Math.min(1, quarter), quarter, half, year], 0.3),
          night_ratio: '0.05',
          score: chance.between(3, 28),
          black: 0,
          rules: [],
        },
      };
    }
  }
}

type CaseOf = { daysAgo: number; amountYuan: number; idTail: string };

const executed = ({ daysAgo, amountYuan, idTail }: CaseOf, nowMs: number) => ({
  caseCode: `(${dateOf(nowMs - daysAgo * DAY_MS).slice(0, 4)})苏0282执${1000 + daysAgo}号`,
  court: '宜兴市人民法院',
  regDate: dateOf(nowMs - daysAgo * DAY_MS),
  amount: `${amountYuan}.00`,
  idMasked: `**************${idTail}`,
});

const none = { executed: [], dishonest: [], restricted: [], ended: [] };

function courtAnswer(party: { idNo?: string | undefined; uscc?: string | undefined }, nowMs: number) {
  const scenario = party.idNo ? idScenario(party.idNo) : usccScenario(party.uscc ?? '');
  const idTail = (party.idNo ?? party.uscc ?? '').slice(-4);
  const open = executed({ daysAgo: 210, amountYuan: 86_500, idTail }, nowMs);
  switch (scenario) {
    case 'court_enforced':
    case 'company_court_enforced':
      return { code: '200', data: { ...none, executed: [open] } };
    case 'court_dishonest':
      return {
        code: '200',
        data: {
          ...none,
          executed: [open],
          dishonest: [{ ...open, performance: '全部未履行' }],
          restricted: [open],
        },
      };
    case 'court_closed':
      return {
        code: '200',
        data: { ...none, ended: [executed({ daysAgo: 1200, amountYuan: 12_000, idTail }, nowMs)] },
      };
    case 'court_same_name':
      return { code: '200', data: { ...none, executed: [{ ...open, idMasked: '**************0000' }] } };
    default:
      return { code: '200', data: none };
  }
}

/** Sources of warning signs: multi-lender and fraud data, and the courts. */
export function riskRoutes(app: FastifyInstance, deps: GatewayDeps): void {
  playSource(app, deps, {
    party: 'anti_fraud',
    path: '/v1/multi-loan',
    body: z.object({
      name: z.string().min(1),
      id_number: z.string().regex(/^\d{17}[\dX]$/),
      mobile: z.string().regex(/^1\d{10}$/),
      device_id: z.string().optional(),
      auth_no: z.string().optional(),
    }),
    subject: (body) => ({ idNo: body.id_number }),
    consent: (body) => body.auth_no,
    answer: (body) => antiFraudAnswer(body.id_number),
  });
  playSource(app, deps, {
    party: 'court',
    path: '/v1/executed',
    body: z
      .object({ name: z.string().min(1), idNo: z.string().optional(), uscc: z.string().optional() })
      .refine((body) => body.idNo !== undefined || body.uscc !== undefined),
    subject: (body) => (body.idNo ? { idNo: body.idNo } : {}),
    answer: (body, moment) => courtAnswer(body, moment.nowMs),
  });
}
