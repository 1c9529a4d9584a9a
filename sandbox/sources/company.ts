import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { usccScenario } from '../magic';
import { dateOf, type Moment } from '../moment';
import { Chance } from '../people/chance';
import { type GatewayDeps, playSource } from './gateway';

const DAY_MS = 86_400_000;
const TAX_TAKES_MS = 5 * 60_000;
const uscc = z.string().regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/);
const statuses: Record<string, string> = { company_cancelled: '注销', company_revoked: '吊销' };

function registryAnswer(code: string, nowMs: number) {
  const scenario = usccScenario(code);
  if (scenario === 'company_unknown') return { status: '201', message: '查询无结果', result: null };
  const chance = new Chance(`registry/${code}`);
  const ageDays = scenario === 'company_young' ? 120 : chance.between(1500, 6000);
  return {
    status: '200',
    message: '',
    result: {
      regStatus: statuses[scenario ?? ''] ?? '存续',
      nameMatched: true,
      legalPersonMatched: true,
      estiblishTime: dateOf(nowMs - ageDays * DAY_MS),
      regCapital: `${chance.between(2, 30) * 100}.00`,
      regCapitalUnit: '万元',
      industryCode: chance.pick(['C34', 'F51', 'G54', 'I65', 'C22']),
      abnormal: scenario === 'company_abnormal' ? [{ reason: '通过登记的住所无法联系' }] : [],
      punishments: [],
      changes12m: chance.between(0, 2),
      equityFrozen: 0,
      equityPledged: 0,
    },
  };
}

function taxSummary(code: string) {
  const chance = new Chance(`tax/${code}`);
  const scenario = usccScenario(code);
  const yearly = chance.between(2000, 5200) * 10_000;
  const month = Math.floor(yearly / 12);
  const sales = Array.from({ length: 24 }, (_, i) => {
    const base = i < 12 ? Math.floor((month * 88) / 100) : month;
    const factor = scenario === 'tax_falling_sales' && i >= 12 ? 45 : chance.between(92, 108);
    return Math.floor((base * factor) / 100);
  });
  return {
    code: 'SUCCESS',
    data: {
      creditLevel: scenario === 'tax_arrears' ? 'D' : chance.pick(['A', 'A', 'B', 'M']),
      arrears: scenario === 'tax_arrears' ? '186000.00' : '0.00',
      salesByMonth: sales.map((amount) => `${amount}.00`),
      purchases12m: `${Math.floor((sales.slice(12).reduce((a, b) => a + b, 0) * 72) / 100)}.00`,
      topCustomerRatio: `0.${chance.between(12, 38)}`,
      topSupplierRatio: `0.${chance.between(12, 44)}`,
    },
  };
}

/** Tells the lender, at the given virtual instant, that a source's answer is ready. */
export type TellReady = (ready: {
  sourceCode: string;
  requestKey: string;
  moment: Moment;
  afterMs: number;
}) => Promise<number>;

/** Sources about companies, and a housing fund that the lender has no code for. */
export function companyRoutes(app: FastifyInstance, deps: GatewayDeps, tellReady: TellReady): void {
  playSource(app, deps, {
    party: 'registry',
    path: '/v1/company',
    body: z.object({ keyword: uscc, name: z.string().optional(), legalPerson: z.string().optional() }),
    subject: () => ({}),
    answer: (body, moment) => registryAnswer(body.keyword, moment.nowMs),
  });
  const readyAt = new Map<string, number>();
  playSource(app, deps, {
    party: 'tax',
    path: '/v1/summary',
    body: z.object({ uscc, authNo: z.string().optional() }),
    subject: () => ({}),
    consent: (body) => body.authNo,
    answer: async (body, moment, question) => {
      if (usccScenario(body.uscc) !== 'tax_by_callback') return taxSummary(body.uscc);
      const known = readyAt.get(question);
      if (known !== undefined && known <= moment.nowMs) return taxSummary(body.uscc);
      if (known === undefined) {
        readyAt.set(
          question,
          await tellReady({ sourceCode: 'tax', requestKey: question, moment, afterMs: TAX_TAKES_MS }),
        );
      }
      return { code: 'PENDING', data: null };
    },
  });
  playSource(app, deps, {
    party: 'housing_fund',
    path: '/v1/contributions',
    body: z.object({ person: z.object({ fullName: z.string(), certNo: z.string() }), channel: z.string() }),
    subject: (body) => ({ idNo: body.person.certNo }),
    answer: (body) => {
      const chance = new Chance(`fund/${body.person.certNo}`);
      return {
        status: 'OK',
        payload: {
          months: chance.between(6, 120),
          monthlyYuan: `${chance.between(8, 40) * 100}.50`,
          state: '正常',
          employers: ['a', 'b'].slice(0, chance.between(1, 2)),
        },
      };
    },
  });
}
