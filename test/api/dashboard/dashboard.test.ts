import { businessDate } from '../../../domain/calendar/business-date';
import { applicationBody } from '../support/applicants';
import { bearer, startTestApi, type TestApi } from '../support/test-api';
import { readEvents } from './read-events';

const today = businessDate(Date.now());
let api: TestApi;
let risk: string;
const ids: string[] = [];

beforeAll(async () => {
  api = await startTestApi();
  risk = await api.token('risk_manager');
  const applicant = await api.token('applicant', 'me');
  for (let n = 1; n <= 6; n++) ids.push(await apply(applicant, n));
  await api.pool.query(
    `update applications set created_at = created_at - interval '2 days' where id = any($1)`,
    [ids.slice(0, 2)],
  );
  const [repaid, approved, declined, rejected, waiting] = ids;
  for (const [id, way] of [
    [repaid, ['FACTS', 'DECISION', 'OFFER', 'DISBURSEMENT', 'REPAYING']],
    [approved, ['CONSENT', 'FACTS', 'DECISION', 'APPROVAL', 'OFFER']],
    [declined, ['FACTS', 'DECISION', 'DECLINED', 'CLOSED']],
    [rejected, ['FACTS', 'DECISION', 'APPROVAL', 'CLOSED']],
    [waiting, ['SUPPLEMENT']],
  ] as const)
    for (const stage of way)
      await api.pool.query(
        `update applications set stage = $2, stage_since = stage_since + interval '1 minute',
           outcome = case when $2 = 'CLOSED' then 'DECLINED' end where id = $1`,
        [id, stage],
      );
  await loanOf(String(repaid), 'M1', 'HQ');
});
afterAll(() => api.close());

async function apply(token: string, n: number): Promise<string> {
  const answer = await api.app.inject({
    method: 'POST',
    url: '/v1/applications',
    payload: applicationBody(n),
    headers: { ...bearer(token), 'idempotency-key': `d${n}` },
  });
  return answer.json().id;
}

/** A loan in repayment with a payout and a payment in the books. */
async function loanOf(applicationId: string, bucket: string, branch: string): Promise<void> {
  const client = await api.pool.connect();
  try {
    await client.query('begin');
    await client.query(
      `insert into loans (id, application_id, customer_id, product_code, product_version, branch, currency, terms,
         principal_minor, status, outstanding_principal_minor, overdue_minor, days_overdue, bucket, disbursed_on)
       select 'loan_' || right(id, 26), id, customer_id, product_code, 1, $2, 'CNY', '{}', 1000000, 'overdue', 900000,
         70000, 12, $3, $4 from applications where id = $1`,
      [applicationId, branch, bucket, today],
    );
    for (const [key, minor] of [
      ['out', -1_000_000],
      ['in', 100_000],
    ] as const) {
      const entry = `led_${key}${applicationId.slice(-20)}`;
      await client.query(
        `insert into journal_entries (id, idempotency_key, loan_id, kind, description, booked_on, effective_on, currency)
         select $1, $1, id, 'test', 'test', $3, $3, 'CNY' from loans where application_id = $2`,
        [entry, applicationId, today],
      );
      await client.query(
        `insert into postings (entry_id, line_no, loan_id, account_code, amount_minor)
         select $1, line, l.id, code, amount from loans l,
           (values (1, '101201', $3::bigint), (2, '130301', -$3::bigint)) as v (line, code, amount)
         where l.application_id = $2`,
        [entry, applicationId, minor],
      );
    }
    await client.query('commit');
  } finally {
    client.release();
  }
}

const read = async (query = '') => {
  const answer = await api.app.inject({ url: `/v1/dashboard${query}`, headers: bearer(risk) });
  expect(answer.statusCode).toBe(200);
  return answer.json();
};
const rowsOf = async (path: string): Promise<string[]> => {
  const answer = await api.app.inject({ url: `/v1/${path}`, headers: bearer(risk) });
  expect([path, answer.statusCode]).toEqual([path, 200]);
  return answer.json().data.map((row: { id: string }) => row.id);
};

describe('the dashboard', () => {
  it('counts what happened in the period and today', async () => {
    const figures = await read('?days=30');
    expect(figures.period).toEqual({
      applications: 6,
      approved: 2,
      declined: 2,
      paidOut: 1,
      paidOutMinor: '1000000',
      approvalRateBps: 5_000,
    });
    expect(figures.today).toMatchObject({ applications: 4, approved: 2, declined: 2, paidOut: 1 });
    expect(figures.funnel.map((row: { applications: number }) => row.applications)).toEqual([
      6, 4, 4, 4, 2, 1, 1, 2,
    ]);
    expect(figures.turnaround).toContainEqual({
      stage: 'APPROVAL',
      moves: 2,
      p50Seconds: 60,
      p90Seconds: 60,
    });
    expect(figures.overdue).toEqual([
      { bucket: 'M1', loans: 1, principalMinor: '900000', overdueMinor: '70000' },
    ]);
    expect(figures.balances).toMatchObject({ loans: 1, principalMinor: '900000', overdueMinor: '70000' });
    expect(figures.cash).toHaveLength(30);
    expect(figures.cash.at(-1)).toEqual({ on: today, inMinor: '100000', outMinor: '1000000' });
  });

  it('gives numbers that are the rows of a list under its filters', async () => {
    const { from, to, period, funnel, hours } = await read('?days=30');
    const applied = `where=created.min.${from}&where=created.max.${to}`;
    const moved = `movedFrom=${from}&movedTo=${to}`;
    expect(await rowsOf(`applications?clockId=live&${applied}`)).toHaveLength(period.applications);
    for (const { step, applications } of funnel.slice(1))
      expect([step, (await rowsOf(`applications?${applied}&reached=${step}`)).length]).toEqual([
        step,
        applications,
      ]);
    expect(await rowsOf(`applications?reached=approved&${moved}`)).toHaveLength(period.approved);
    expect(await rowsOf(`applications?reached=declined&movedFrom=2020-01-01&movedTo=2020-01-02`)).toEqual([]);
    expect(await rowsOf(`applications?left=APPROVAL&${moved}`)).toHaveLength(2);
    const hour = hours.findIndex((count: number) => count > 0);
    expect(await rowsOf(`applications?${applied}&appliedHour=${hour}`)).toHaveLength(hours[hour]);
    expect(await rowsOf('loans?clockId=live&where=status.is.active,overdue&where=bucket.is.M1')).toHaveLength(
      1,
    );
    expect(await rowsOf('loans?where=bucket.is.M2,M6%2B')).toEqual([]);
  });

  it('never mixes clocks', async () => {
    const clock = await api.app.inject({
      method: 'POST',
      url: '/v1/test-clocks',
      payload: { name: 'apart', now: '2027-05-05T10:00:00.000Z' },
      headers: { ...bearer(await api.token('operator')), 'idempotency-key': 'clock' },
    });
    const { id } = clock.json();
    const figures = await read(`?clockId=${id}&days=7`);
    expect([figures.to, figures.asOf, figures.period.applications, figures.balances.loans]).toEqual([
      '2027-05-05',
      '2027-05-05T10:00:00.000Z',
      0,
      0,
    ]);
    const unknown = await api.app.inject({
      url: `/v1/dashboard?clockId=clk_${'0'.repeat(26)}`,
      headers: bearer(risk),
    });
    expect([unknown.statusCode, unknown.json().code]).toEqual([404, 'NOT_FOUND']);
  });

  it('shows loans and money of the own branch to those who reach no further', async () => {
    await api.pool.query(`update staff_users set branch = 'SZ' where subject = 'senior2'`);
    const seen = async (user: string) => {
      const headers = bearer(await api.token('senior_officer', user));
      const figures = (await api.app.inject({ url: '/v1/dashboard', headers })).json();
      const list = (await api.app.inject({ url: '/v1/loans', headers })).json();
      return [figures.balances.loans, figures.cash.at(-1).inMinor, figures.period.paidOut, list.data.length];
    };
    expect(await seen('senior1')).toEqual([1, '100000', 1, 1]);
    expect(await seen('senior2')).toEqual([0, '0', 0, 0]);
  });

  it.each([
    ['officer', 403],
    ['collector', 403],
    ['applicant', 403],
    ['partner', 403],
    ['auditor', 200],
    ['operator', 200],
    ['administrator', 200],
    ['committee', 200],
  ])('answers %s with %i', async (role, status) => {
    const headers = bearer(await api.token(role));
    expect((await api.app.inject({ url: '/v1/dashboard', headers })).statusCode).toBe(status);
    if (status === 403)
      expect((await api.app.inject({ url: '/v1/dashboard/stream', headers })).statusCode).toBe(403);
  });

  it.each(['days=0', 'days=93', 'currency=yuan', 'clockId=live'])('refuses the query %s', async (query) => {
    const answer = await api.app.inject({ url: `/v1/dashboard?${query}`, headers: bearer(risk) });
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'VALIDATION_FAILED']);
  });
});

describe('its stream', () => {
  it('moves when an application arrives, spares a known snapshot, and ends with the server', async () => {
    const own = await startTestApi();
    const base = await own.app.listen({ host: '127.0.0.1', port: 0 });
    const headers = bearer(await own.token('auditor'));
    const stream = readEvents(await fetch(`${base}/v1/dashboard/stream`, { headers }));
    const first = await stream.next('snapshot');
    expect(first.data.period.applications).toBe(0);
    await own.app.inject({
      method: 'POST',
      url: '/v1/applications',
      payload: applicationBody(1),
      headers: { ...bearer(await own.token('applicant', 'me')), 'idempotency-key': 'one' },
    });
    const second = await stream.next('snapshot');
    expect(second.data.period.applications).toBe(1);
    expect(second.data.hours.reduce((sum: number, one: number) => sum + one, 0)).toBe(1);
    const again = readEvents(
      await fetch(`${base}/v1/dashboard/stream`, { headers: { ...headers, 'last-event-id': second.id } }),
    );
    expect((await again.next()).event).toBe('still');
    const began = Date.now();
    await own.close();
    expect(Date.now() - began).toBeLessThan(5_000);
    await expect(stream.next('snapshot')).rejects.toThrow('ended');
  }, 20_000);

  it('is an event stream with the headers of every answer', async () => {
    const base = await api.app.listen({ host: '127.0.0.1', port: 0 });
    const answer = await fetch(`${base}/v1/dashboard/stream`, { headers: bearer(risk) });
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
    await answer.body?.cancel();
  });
});
