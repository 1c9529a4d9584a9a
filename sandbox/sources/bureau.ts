import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { idScenario } from '../magic';
import { dateOf } from '../moment';
import { type CreditFile, creditFile, type FileAccount } from './bureau-file';
import { type GatewayDeps, playSource } from './gateway';

const DAY_MS = 86_400_000;

function monthsBefore(nowMs: number, months: number): string {
  const on = dateOf(nowMs);
  const index = Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1 - months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-15`;
}

const yuan = (amount: number) => `${amount}.00`;

function accountSection(account: FileAccount, nowMs: number) {
  return {
    acctType: account.type,
    mgmtOrg: account.lender,
    openDate: monthsBefore(nowMs, account.openedMonthsAgo),
    creditAmt: yuan(account.grantedYuan),
    balance: yuan(account.balanceYuan),
    scheduledAmt: yuan(account.monthlyYuan),
    overdueAmt: yuan(account.overdueYuan),
    acctStatus: account.status,
    fiveClass: account.status === '4' ? '5' : account.status === '2' ? '2' : '1',
    rpyStatus24: account.history24,
  };
}

function reportOf(idNo: string, file: CreditFile, nowMs: number) {
  const reportNo = createHash('sha256')
    .update(`${idNo}/${dateOf(nowMs)}`)
    .digest('hex')
    .slice(0, 22)
    .toUpperCase();
  return {
    reportHeader: { reportNo, reportTime: new Date(nowMs).toISOString(), queryReason: '02' },
    score: file.score === null ? null : { value: file.score, factors: file.factors },
    scoreNote: file.score === null ? file.factors : [],
    accounts: file.accounts.map((account) => accountSection(account, nowMs)),
    guarantees: file.guaranteeYuan > 0 ? [{ balance: yuan(file.guaranteeYuan) }] : [],
    publicRecords: { taxArrears: [], civilJudgments: [], enforcements: [], penalties: [] },
    queries: file.queryDaysAgo.map((daysAgo) => ({
      date: dateOf(nowMs - daysAgo * DAY_MS),
      orgType: '11',
      reason: daysAgo % 2 === 0 ? '02' : '03',
    })),
  };
}

/** What the bureau shows of somebody whose name does not fit the ID number: nothing. */
const noFile: CreditFile = { score: null, factors: [], accounts: [], queryDaysAgo: [], guaranteeYuan: 0 };

/** The credit bureau's second-generation personal report (二代征信), in a JSON form. */
export function bureauRoutes(app: FastifyInstance, deps: GatewayDeps): void {
  playSource(app, deps, {
    party: 'bureau',
    path: '/v2/personal-report',
    body: z.object({
      name: z.string().min(1),
      idType: z.literal('10'),
      idNo: z.string().regex(/^\d{17}[\dX]$/),
      reason: z.enum(['01', '02', '03', '08']),
      authNo: z.string().optional(),
    }),
    subject: (body) => ({ idNo: body.idNo }),
    consent: (body) => body.authNo,
    answer: (body, moment) => {
      const otherName = idScenario(body.idNo) === 'bureau_name_mismatch';
      return {
        resultCode: otherName ? 'AAA002' : 'AAA000',
        charged: true,
        ...reportOf(body.idNo, otherName ? noFile : creditFile(body.idNo), moment.nowMs),
      };
    },
  });
}
