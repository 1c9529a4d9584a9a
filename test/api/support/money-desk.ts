import { databaseClock } from '../../../api/clock';
import { terms } from '../../unit/account/sample';
import { startSandbox } from '../../unit/sandbox/running-sandbox';
import { bookOn, clockedLoan, loanDesk } from './loan-desk';
import { bearer, startTestApi, type TestApi } from './test-api';

const PEOPLE = {
  mine: ['applicant', 'me'],
  operator: ['operator', 'operator1'],
  senior: ['senior_officer', 'senior1'],
  risk: ['risk_manager', 'risk1'],
  otherRisk: ['risk_manager', 'risk2'],
  auditor: ['auditor', 'auditor1'],
  officer: ['officer', 'officer1'],
} as const;
const WHY = { reasonCodes: ['HARDSHIP'], comment: 'said on the phone' };

export type MoneyDesk = Awaited<ReturnType<typeof openMoneyDesk>>;

/** The API with a bank, loans in arrears, and the people who order and confirm what happens to their money. */
export async function openMoneyDesk() {
  const api: TestApi = await startTestApi({
    clock: { now: (clockId): Promise<Date> => databaseClock(api.db).now(clockId) },
  });
  const sandbox = await startSandbox();
  const desk = loanDesk(api, sandbox.url);
  const tokenOf = (person: keyof typeof PEOPLE) => {
    const [role, user] = PEOPLE[person];
    return api.token(role, user);
  };
  const tokens = {
    mine: await tokenOf('mine'),
    operator: await tokenOf('operator'),
    senior: await tokenOf('senior'),
    risk: await tokenOf('risk'),
    otherRisk: await tokenOf('otherRisk'),
    auditor: await tokenOf('auditor'),
    officer: await tokenOf('officer'),
  };
  let serial = 500;
  let keys = 0;

  const post = (url: string, payload: object, token: string, headers: Record<string, string> = {}) =>
    api.app.inject({
      method: 'POST',
      url: `/v1${url}`,
      payload,
      headers: { ...bearer(token), 'idempotency-key': `o${++keys}`, prefer: 'respond-async', ...headers },
    });
  return {
    ...{ api, desk, tokens, post },
    /** 100,000.00 at 12% over twelve months, paid out on 10 January 2026, first instalment paid, second forty days late. */
    async lateLoan(cardNo?: string) {
      serial += 1;
      const now = new Date('2026-04-20T02:00:00Z');
      const loan = await clockedLoan(api, tokens.mine, { terms: terms(), serial, now, cardNo });
      const out = { payoutId: `out_${serial}`, amountMinor: '10000000', withheldMinor: '0' };
      await bookOn(api, loan, '2026-01-10', { type: 'disbursed', ...out });
      const first = { paymentId: `pay_${serial}`, amountMinor: '888488' };
      await bookOn(api, loan, '2026-02-10', { type: 'repaid', ...first });
      await bookOn(api, loan, '2026-04-20');
      return { ...loan, serial };
    },
    get: (url: string, token: string = tokens.risk) =>
      api.app.inject({ url: `/v1${url}`, headers: bearer(token) }),
    preview: async (loanId: string, operation: object, token: string = tokens.operator, more: object = {}) =>
      (await post(`/loans/${loanId}/operation-previews`, { operation, ...more }, token)).json(),
    order: (loanId: string, operation: object, token: string = tokens.operator, more: object = {}) =>
      post(`/loans/${loanId}/operations`, { operation, ...WHY, ...more }, token),
    decide: (id: string, decision: string, token: string = tokens.risk) =>
      post(`/money-operations/${id}/decision`, { decision, comment: 'looked at it' }, token),
    async close() {
      await desk.close();
      await sandbox.stop();
      await api.close();
    },
  };
}
