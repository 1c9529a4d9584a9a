import { accountTermsFor } from '../../activities/origination/agreed';
import { contractPaper } from '../../activities/origination/contract-paper';
import { databaseClock } from '../../api/clock';
import type { ProductBody, RepaymentMethod } from '../../contracts/policy/product';
import { policySetOn } from '../../db/repositories/policy-set';
import { bookOn, clockedLoan, moveClock } from './support/loan-desk';
import { policyDesk } from './support/policy-desk';
import { bearer, startTestApi, type TestApi } from './support/test-api';

/** Goal: every way of repaying is a product's own data: drafted, approved by another, quoted, contracted, booked and paid off by one plan. */
let api: TestApi;
let call: Awaited<ReturnType<typeof policyDesk>>['call'];
let me: string;
const TODAY = '2026-06-01';
const NOW = new Date(`${TODAY}T02:00:00Z`);

beforeAll(async () => {
  api = await startTestApi({
    clock: { now: async (clockId) => (clockId === null ? NOW : databaseClock(api.db).now(clockId)) },
  });
  const desk = await policyDesk(api);
  call = desk.call;
  me = await api.token('applicant', 'me');
  await desk.published('product', 'car_loan', (form: ProductBody) => {
    form.repayment.methods = ['flat', 'balloon', 'interest-only-first'];
    form.repayment.balloonPercent = 30;
    form.repayment.interestOnlyFirst = { periods: 3, ...AFTER };
    form.prepayment.fees = [];
  });
  await desk.published('product', 'personal_business', (form: ProductBody) => {
    form.repayment.methods = ['equal-instalment'];
    form.repayment.period = { unit: 'week', every: 2 };
    form.repayment.convention = 'unequal-annuity';
    form.repayment.dayCount = 'actual/365';
    form.repayment.rounding = 'half-even';
    form.prepayment.fees = [];
  });
});
afterAll(() => api.close());

// biome-ignore lint/suspicious/noThenProperty: the field of the policy; it holds text, nothing awaits it
const AFTER = { then: 'equal-principal' } as const;
const RATE_BPS = 550;
const lent = { amountMinor: '10000000', termMonths: 12, rateBps: RATE_BPS };
let serial = 700;
type ChargedRow = { charged: { principal: string; interest: string } };

/** A loan of the product on a clock of its own, with the contract that it would have. */
async function loanOf(productCode: string, method: RepaymentMethod) {
  const set = await policySetOn(api.db, productCode, 2, TODAY);
  const agreed = { amountMinor: 10_000_000n, rateBps: RATE_BPS, termMonths: 12, method };
  const terms = accountTermsFor(set, agreed, TODAY);
  const loan = await clockedLoan(api, me, {
    ...{
      terms,
      serial: ++serial,
      now: NOW,
      productVersion: 2,
      asked: { productCode, termMonths: 12, method },
    },
  });
  const contract = contractPaper(set, agreed, {
    ...{ contractId: 'ctr_1', number: 'LN-1', preparedAt: NOW.toISOString(), startsOn: TODAY },
    ...{
      offerExpiresOn: '2026-06-08',
      purpose: '购车',
      firstDrawMinor: null,
      maskedAccount: '6222 **** 0000',
    },
    borrower: {
      ...{
        name: '王小明',
        idKind: 'resident_id',
        maskedId: '110***',
        maskedPhone: '138***',
        maskedAddress: '',
      },
    },
    lender: {
      ...{
        name: '测试贷款公司',
        creditCode: '91350100M000100Y43',
        address: '上海市',
        hotline: '400-820-0000',
      },
      website: 'loanflow.example',
    },
  });
  const out = { payoutId: `out_${serial}`, amountMinor: '10000000', withheldMinor: '0' };
  await bookOn(api, loan, TODAY, { type: 'disbursed', ...out });
  return { ...loan, contract };
}

const operator = () => api.token('operator', 'operator1');
async function read(path: string) {
  const answer = await api.app.inject({ url: `/v1${path}`, headers: bearer(await operator()) });
  expect([path, answer.statusCode]).toEqual([path, 200]);
  return answer.json();
}
const payoffOf = async (loanId: string, on: string) => {
  const headers = { ...bearer(await operator()), 'idempotency-key': `off-${loanId}` };
  const url = `/v1/loans/${loanId}/payoff-quotes`;
  const answer = await api.app.inject({ method: 'POST', url, payload: { on }, headers });
  return answer.json();
};
const trial = async (clockId: string) => {
  const auditor = await api.token('auditor', 'auditor1');
  const url = `/v1/ledger/trial-balance?clockId=${clockId}`;
  return (await api.app.inject({ url, headers: bearer(auditor) })).json();
};
const sums = (rows: readonly { totalMinor: string }[]) => rows.map(({ totalMinor }) => totalMinor);

describe('a method of a published product', () => {
  it.each([
    [
      'car_loan',
      'flat',
      '2026-07-01',
      ['879166', '879166'],
      '879170',
      '10.00',
      '等本等息（每期利息按初始本金计算）',
    ],
    [
      ...(['car_loan', 'balloon', '2026-07-01'] as const),
      ['614607', '614607'],
      '3614613',
      '5.50',
      '气球贷（到期另还本金¥30,000.00，其余本金等额本息偿还）',
    ],
    [
      'car_loan',
      'interest-only-first',
      '2026-07-01',
      ['45833', '45833'],
      '1116205',
      '5.50',
      '前3期只付息，其后等额本金',
    ],
    [
      'personal_business',
      'equal-instalment',
      '2026-06-15',
      ['395665', '395665'],
      '395671',
      '5.48',
      '等额本息',
    ],
  ] as const)(
    '%s, %s: one plan in quote, contract, account and ledger',
    async (productCode, method, dueOn, first, last, cost, words) => {
      const quote = await call('POST', `/products/${productCode}/quotes`, {
        body: { ...lent, method, disbursedOn: TODAY },
      });
      expect(quote.status).toBe(200);
      const totals = sums(quote.body.rows);
      expect([totals.slice(0, 2), totals.at(-1)]).toEqual([first, last]);
      expect(Number(quote.body.cost.simpleAnnualPercent).toFixed(2)).toBe(cost);
      expect(quote.body.cost.cap).toMatchObject({ basis: 'simple', passes: true });

      const { loanId, clockId, contract } = await loanOf(productCode, method);
      expect(sums(contract.shown.plan)).toEqual(totals);
      expect(contract.shown.annualCostPercent).toBe(cost);
      expect(contract.input.loan.repaymentMethod).toBe(words);

      const plan = await read(`/loans/${loanId}/schedule`);
      const charged = plan.rows.map(
        ({ charged: { principal, interest } }: ChargedRow) => `${BigInt(principal) + BigInt(interest)}`,
      );
      expect(charged).toEqual(totals);

      const on = { loanId, clockId };
      await moveClock(api, clockId, dueOn);
      await bookOn(api, on, dueOn, {
        ...{ type: 'repaid', paymentId: `pay_${serial}`, amountMinor: totals[0] ?? '' },
      });
      const { balanceMinor: left } = quote.body.rows[0];
      expect(await read(`/loans/${loanId}`)).toMatchObject({
        status: 'active',
        balances: { principalMinor: left, interestDueMinor: '0', suspenseMinor: '0', overdueMinor: '0' },
      });
      expect(await trial(clockId)).toMatchObject({ balanced: true });

      const payoff = await payoffOf(loanId, dueOn);
      expect(payoff).toMatchObject({ principalMinor: left, interestMinor: '0' });
      await bookOn(api, on, dueOn, {
        ...{ type: 'prepaid', paymentId: `off_${serial}`, way: 'full', amountMinor: payoff.totalMinor },
      });
      expect(await read(`/loans/${loanId}`)).toMatchObject({
        status: 'settled',
        balances: { principalMinor: '0' },
      });
      expect(await trial(clockId)).toMatchObject({ balanced: true });
    },
  );
});
