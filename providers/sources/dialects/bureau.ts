import { z } from 'zod';
import type { BureauResult } from '../../../contracts/sources/bureau';
import { busy, type Dialect, need, shaped } from '../dialect';
import { bureauReport, summariseReport } from './bureau-report';

const head = z.object({ resultCode: z.string(), charged: z.boolean().default(true) });

const FOUND = 'AAA000';
/** The bureau holds this ID number under another name and shows nothing of it. */
const OTHER_NAME = 'AAA002';

/** Query reason 02 of the bureau's code table: loan approval (贷款审批). */
const LOAN_APPROVAL = '02';

/** PBOC personal credit report (二代征信个人信用报告). */
export const bureauDialect: Dialect = {
  request: (subject, ctx) => ({
    method: 'POST',
    path: '/v2/personal-report',
    body: {
      name: need(subject, 'name', 'bureau'),
      idType: '10',
      idNo: need(subject, 'idNo', 'bureau'),
      reason: LOAN_APPROVAL,
      authNo: ctx.consentId ?? undefined,
    },
  }),
  read: (raw, party) => {
    const { resultCode, charged } = shaped(head, raw, party);
    if (resultCode !== FOUND && resultCode !== OTHER_NAME) return busy(party);
    const summary = summariseReport(shaped(bureauReport, raw, party), party);
    const result: BureauResult =
      resultCode === OTHER_NAME ? { ...summary, subjectMatches: false, thinFile: false } : summary;
    return { ok: true, billable: charged, result };
  },
};
