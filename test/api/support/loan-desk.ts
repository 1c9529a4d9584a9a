import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createOutsideSteps, createRecordSteps } from '../../../activities/loan-activities';
import type { ActivityDeps } from '../../../activities/support/deps';
import { encodeAccountTerms } from '../../../contracts/account-terms';
import { newId } from '../../../contracts/ids';
import type { CommandInput, CommandKind } from '../../../contracts/loan/commands';
import type { Milestone, ServicingPlan } from '../../../contracts/loan/plan';
import type { AppliedCommand } from '../../../contracts/loan/steps';
import type { LoanEventBodyJson } from '../../../contracts/loan-events';
import { bookTo } from '../../../db/repositories/book';
import { createLoan } from '../../../db/repositories/loans';
import { testClocks } from '../../../db/schema/clocks';
import { renderDemandLetter } from '../../../documents/letters/demand-letter';
import { renderSettlementCertificate } from '../../../documents/letters/settlement-certificate';
import { drawSealFace } from '../../../documents/seal-face';
import type { AccountTerms } from '../../../domain/account/terms';
import { developmentSeal } from '../../../providers/esign/development-authority';
import { type Sealer, sealer } from '../../../providers/esign/sealer';
import { HttpPaymentClient } from '../../../providers/payments/http-payment-client';
import { RuleEngine } from '../../../providers/rules/rule-engine';
import { applicationBody } from './applicants';
import { bearer, type TestApi } from './test-api';

const LENDER = '测试贷款公司';
const nobody = () => Promise.reject(new Error('no story of this desk asks this party'));

let seal: Promise<Sealer> | undefined;
/** A lender's seal that is made where the first paper is sealed. */
const lenderSeal = () => {
  seal ??= (async () => {
    const folder = await mkdtemp(join(tmpdir(), 'desk-seal-'));
    const { p12, passphrase } = await developmentSeal(folder, LENDER, new Date());
    await rm(folder, { recursive: true });
    return sealer({ p12, passphrase, reason: '签署', location: '中国', face: drawSealFace(LENDER) });
  })();
  return seal;
};

/** What the worker would do for loans of a test API, without Temporal: their inboxes are taken up when told to. */
export function loanDesk(api: TestApi, bankUrl: string) {
  const payments = new HttpPaymentClient({ baseUrl: `${bankUrl}/bank`, timeoutMs: 5_000 });
  const deps: ActivityDeps = {
    db: api.db,
    vault: api.vault,
    payments,
    sources: { query: nobody, breakerStates: () => [], close: async () => undefined },
    rules: new RuleEngine(),
    papers: { contract: nobody, certificate: renderSettlementCertificate, demandLetter: renderDemandLetter },
    sealer: { seal: async (pdf, request) => (await lenderSeal()).seal(pdf, request) },
    settings: {
      lender: {
        name: LENDER,
        creditCode: '91350100M000100Y43',
        address: '上海市',
        hotline: '400-820-0000',
        website: 'loanflow.example',
      },
      utcOffsetMinutes: 480,
      signalDecisions: false,
      addresses: {},
    },
    log: pino({ level: 'silent' }),
  };
  const record = createRecordSteps(deps);
  const outside = createOutsideSteps(deps);
  return {
    payments,
    /** Books what is in the loan's inbox. */
    takeUp: (applicationId: string): Promise<ServicingPlan> => record.bookInbox({ applicationId }),
    /** Pays the refund that the plan asks for. */
    async payRefund(applicationId: string): Promise<ServicingPlan> {
      const { next } = await record.planServicing({ applicationId });
      if (next?.kind !== 'refund') throw new Error(`nothing to refund, but ${next?.kind}`);
      return outside.payRefund({ applicationId, milestone: next });
    },
    /** Pays the draw that the plan asks for, or asks the bank about it. */
    async payDraw(applicationId: string): Promise<ServicingPlan> {
      const { next } = await record.planServicing({ applicationId });
      if (next?.kind !== 'draw') throw new Error(`nothing to draw, but ${next?.kind}`);
      return outside.payDraw({ applicationId, milestone: next });
    },
    /** Issues the settlement certificate that the plan asks for. */
    async certify(applicationId: string): Promise<ServicingPlan> {
      const { next } = await record.planServicing({ applicationId });
      if (next?.kind !== 'certify') throw new Error(`nothing to certify, but ${next?.kind}`);
      return outside.issueCertificate({ applicationId, milestone: next });
    },
    /** What servicing does next. */
    plan: (applicationId: string): Promise<ServicingPlan> => record.planServicing({ applicationId }),
    /** What a person orders, as the worker applies it. */
    order: (
      applicationId: string,
      kind: CommandKind,
      command: Omit<CommandInput, 'commandId'>,
    ): Promise<AppliedCommand> =>
      record.applyCommand({
        ...{ applicationId, kind, channel: 'api' },
        command: { ...command, commandId: newId('cmd') },
      }),
    /** Issues the demand letter that a milestone asks for, unless it has to wait. */
    letter: (applicationId: string, milestone: Milestone): Promise<ServicingPlan> =>
      outside.issueLetter({ applicationId, milestone }),
    /** Does what a milestone asks. */
    reach: (applicationId: string, milestone: Milestone): Promise<ServicingPlan> =>
      record.runMilestone({ applicationId, milestone }),
    close: () => payments.close(),
  };
}

export type LoanDesk = ReturnType<typeof loanDesk>;

/** A clock at a moment, and a loan of these terms on it. */
export async function clockedLoan(
  api: TestApi,
  applicant: string,
  {
    terms,
    serial,
    now,
    cardNo,
    asked = {},
    productVersion = 1,
    clockId = newId('clk'),
  }: {
    terms: AccountTerms;
    serial: number;
    now: Date;
    cardNo?: string;
    asked?: { productCode?: string; method?: string; termMonths?: number; purpose?: string };
    productVersion?: number;
    /** A clock of before, to have loans on one. */
    clockId?: string;
  },
): Promise<{ loanId: string; applicationId: string; clockId: string }> {
  await api.db
    .insert(testClocks)
    .values({ id: clockId, name: 'desk', now, status: 'ready', createdBy: 'test', createdAt: now })
    .onConflictDoNothing();
  const made = await api.app.inject({
    method: 'POST',
    url: '/v1/applications',
    payload: applicationBody(serial, {
      ...asked,
      clockId,
      ...(cardNo !== undefined && { payoutAccount: { cardNo, holderName: '王小明' } }),
    }),
    headers: { ...bearer(applicant), 'idempotency-key': randomBytes(8).toString('hex') },
  });
  const { id: applicationId, customerId } = made.json();
  const loan = await api.db.transaction((tx) =>
    createLoan(tx, {
      ...{ applicationId, customerId, clockId, productVersion },
      productCode: asked.productCode ?? 'consumer_instalment',
      terms: encodeAccountTerms(terms),
    }),
  );
  await api.pool.query("update applications set loan_id = $1, stage = 'REPAYING' where id = $2", [
    loan.id,
    applicationId,
  ]);
  return { loanId: loan.id, applicationId, clockId };
}

/** Moves a clock. */
export async function moveClock(api: TestApi, clockId: string, to: string): Promise<void> {
  await api.pool.query('update test_clocks set now = $1 where id = $2', [`${to}T02:00:00Z`, clockId]);
}

/** Books an event on a loan as the worker would have done on that day. */
export async function bookOn(
  api: TestApi,
  { loanId, clockId }: { loanId: string; clockId: string },
  on: string,
  body?: LoanEventBodyJson,
  effectiveOn = on,
): Promise<void> {
  const newEvents = body
    ? [{ body, effectiveOn, idempotencyKey: `${loanId}/${body.type}/${on}`, actor: 'system' }]
    : [];
  const outcome = await api.db.transaction((tx) => bookTo(tx, { loanId, on, clockId, newEvents }));
  if (!outcome.ok) throw new Error(outcome.code);
}
