import { pino } from 'pino';
import { sendPayout } from '../../activities/origination/payout';
import { sealContract } from '../../activities/origination/seal';
import type { ActivityDeps } from '../../activities/support/deps';
import { businessDate } from '../../domain/calendar/business-date';
import { ProviderError } from '../../providers/provider-error';
import { RuleEngine } from '../../providers/rules/rule-engine';
import { applicationBody } from './support/applicants';
import { bearer, startTestApi, type TestApi } from './support/test-api';

let api: TestApi;
let mine: string;
let serial = 860;
beforeAll(async () => {
  api = await startTestApi();
  mine = await api.token('applicant', 'me');
});
afterAll(() => api.close());

const nobody = () => Promise.reject(new Error('nobody asks for this'));
const SHA = 'a'.repeat(64);
const rows = async (text: string, ...values: unknown[]) => (await api.pool.query(text, values)).rows;

/** A signed contract on terms that were approved. */
async function signed() {
  serial += 1;
  const made = await api.app.inject({
    method: 'POST',
    url: '/v1/applications',
    payload: applicationBody(serial),
    headers: { ...bearer(mine), 'idempotency-key': `seal${serial}` },
  });
  const { id: applicationId, customerId } = made.json();
  const contractId = `ctr_${String(serial).padStart(26, '0')}`;
  const place = { table: 'contracts', column: 'sealed_offer_pdf', rowId: contractId };
  await rows(
    `update applications set stage = 'OFFER', approved_amount_minor = 1000000, approved_term_months = 12,
       rate_bps = 1200, contract_id = $2 where id = $1`,
    applicationId,
    contractId,
  );
  await rows(
    `insert into contracts (id, application_id, customer_id, number, key, status, template_code, template_version,
       amount_minor, rate_bps, term_months, shown, sealed_offer_pdf, offer_sha256, offered_at, expires_at, evidence)
     values ($1, $2, $3, $1, $1, 'signed', 'loan', 1, 1000000, 1200, 12, '{}', $4, $5, now(), now() + interval '7 days', $6)`,
    contractId,
    applicationId,
    customerId,
    api.vault.seal(place, Buffer.from('%PDF-1.7 offer')),
    SHA,
    {
      evidenceId: 'cod_1',
      maskedPhone: '138****0000',
      confirmedAt: new Date().toISOString(),
      offerSha256: SHA,
    },
  );
  return { applicationId, contractId };
}

/** The worker's side, with a bank that books what it is told and can be out of reach. */
function worker() {
  const calls: string[] = [];
  const line = { up: true };
  const booked = new Set<string>();
  const answer = (key: string) => ({
    status: 'confirmed' as const,
    bankRef: `ref/${key}`,
    valueOn: businessDate(Date.now(), 480),
  });
  const deps: ActivityDeps = {
    ...{ db: api.db, vault: api.vault, rules: new RuleEngine() },
    sources: { query: nobody, breakerStates: () => [], close: async () => undefined },
    payments: {
      async sendPayout({ key }) {
        calls.push('send');
        if (!line.up) throw new ProviderError('UNAVAILABLE', 'bank', { reason: 'not connected' });
        booked.add(key);
        return answer(key);
      },
      async queryPayout(key) {
        calls.push('query');
        return booked.has(key) ? answer(key) : { status: 'absent' };
      },
      ...{ sendDebit: nobody, queryDebit: nobody, fetchStatement: nobody, close: async () => undefined },
    },
    papers: { contract: nobody, certificate: nobody, demandLetter: nobody },
    sealer: { seal: async (pdf) => Buffer.concat([pdf, Buffer.from(' sealed')]) },
    settings: {
      lender: { name: 'L', creditCode: 'C', address: 'A', hotline: 'H', website: 'W' },
      ...{ utcOffsetMinutes: 480, signalDecisions: false, addresses: {} },
    },
    log: pino({ level: 'silent' }),
  };
  return { deps, calls, line };
}

const statusOf = async (contractId: string) =>
  (await rows('select status from contracts where id = $1', contractId))[0].status;
const payoutsOf = async (applicationId: string) =>
  (await rows('select status from payouts where application_id = $1', applicationId)).map(
    ({ status }) => status,
  );

describe('sealing a contract', () => {
  it('pays out in the same step, once however often the step runs', async () => {
    const loan = await signed();
    const { deps, calls } = worker();
    const sealed = await sealContract(deps, { ...loan, thenPay: true });
    expect(sealed).toMatchObject({
      coolingOffUntil: null,
      payout: { status: 'confirmed', failureCode: null },
    });
    expect(await statusOf(loan.contractId)).toBe('sealed');
    expect(await payoutsOf(loan.applicationId)).toEqual(['confirmed']);
    expect(await sealContract(deps, { ...loan, thenPay: true })).toMatchObject({ payout: 'begun' });
    expect(await sendPayout(deps, loan.applicationId)).toMatchObject({ status: 'confirmed' });
    expect(calls).toEqual(['send']);
    expect(await rows('select 1 from loans where application_id = $1', loan.applicationId)).toHaveLength(1);
  });

  it('leaves the payout alone where it is not asked for one', async () => {
    const loan = await signed();
    const { deps, calls } = worker();
    expect(await sealContract(deps, loan)).toEqual({ coolingOffUntil: null, payout: null });
    expect(await sealContract(deps, loan)).toEqual({ coolingOffUntil: null, payout: null });
    expect([await statusOf(loan.contractId), await payoutsOf(loan.applicationId), calls]).toEqual([
      'sealed',
      [],
      [],
    ]);
  });

  it('hears a withdrawal that is on its way', async () => {
    const loan = await signed();
    await rows(
      `insert into commands (id, workflow_id, kind, actor_id, channel, payload, status, created_at)
       values ($1, $2, 'withdraw', 'cus_1', 'api', '{}', 'pending', now())`,
      `cmd_${serial}`,
      `loan/${loan.applicationId}`,
    );
    const { deps, calls } = worker();
    expect(await sealContract(deps, { ...loan, thenPay: true })).toMatchObject({ payout: null });
    expect([await payoutsOf(loan.applicationId), calls]).toEqual([[], []]);
  });

  it('stands when the bank is out of reach; the payout of the same key is asked about, then sent', async () => {
    const loan = await signed();
    const { deps, calls, line } = worker();
    line.up = false;
    expect(await sealContract(deps, { ...loan, thenPay: true })).toMatchObject({ payout: 'begun' });
    expect(await statusOf(loan.contractId)).toBe('sealed');
    expect(await payoutsOf(loan.applicationId)).toEqual(['intent']);
    line.up = true;
    expect(await sendPayout(deps, loan.applicationId)).toMatchObject({ status: 'confirmed' });
    expect(calls).toEqual(['send', 'query', 'send']);
    expect(await payoutsOf(loan.applicationId)).toEqual(['confirmed']);
  });
});
