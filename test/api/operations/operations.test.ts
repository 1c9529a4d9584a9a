import { storeComment } from '../../../api/intake/comment';
import { newId } from '../../../contracts/ids';
import { addMinutes, noteBreakers } from '../../../db/repositories/source-health';
import { commands } from '../../../db/schema/messaging';
import { tasks } from '../../../db/schema/tasks';
import { devUserId } from '../../../db/seed/access';
import { asAdmin } from '../../support/postgres';
import { applicationBody, identityNumber } from '../support/applicants';
import { bearer, startTestApi, type TestApi } from '../support/test-api';

let api: TestApi;
let application: string;
beforeAll(async () => {
  api = await startTestApi();
  const applicant = await api.token('applicant', 'me');
  const made = await api.app.inject({
    method: 'POST',
    url: '/v1/applications',
    payload: applicationBody(1),
    headers: { ...bearer(applicant), 'idempotency-key': 'o1' },
  });
  application = made.json().id;
});
afterAll(() => api.close());

const read = async (role: string, url: string) => {
  const answer = await api.app.inject({ url: `/v1${url}`, headers: bearer(await api.token(role)) });
  return { status: answer.statusCode, body: answer.json() };
};

describe('health of sources', () => {
  const minute = new Date(Math.floor(Date.now() / 60_000) * 60_000);
  const counts = {
    calls: 10,
    failures: 2,
    timeouts: 1,
    withheld: 3,
    latencySumMs: 5_000,
    latencyMaxMs: 4_000,
  };
  const within = { within100: 2, within300: 5, within1000: 8, within3000: 9 };

  it('is the sum of what all workers told', async () => {
    for (const party of ['bureau', 'court'])
      await addMinutes(api.db, [{ party, minute, ...counts, ...within }]);
    await addMinutes(api.db, [
      {
        ...{ party: 'bureau', minute, calls: 90, failures: 0, timeouts: 0, withheld: 0, latencySumMs: 900 },
        ...{ latencyMaxMs: 20, within100: 90, within300: 90, within1000: 90, within3000: 90 },
      },
    ]);
    const at = new Date();
    await noteBreakers(api.db, [
      { party: 'court', workerId: 'w1', state: 'closed', openedAt: null, lastFailure: null, updatedAt: at },
      { party: 'court', workerId: 'w2', state: 'open', openedAt: at, lastFailure: 'TIMEOUT', updatedAt: at },
      {
        ...{ party: 'court', workerId: 'gone', state: 'open', openedAt: at, lastFailure: null },
        updatedAt: new Date(at.getTime() - 600_000),
      },
    ]);
    const { body } = await read('operator', '/operations/sources');
    expect(body.data.map((one: { party: string }) => one.party)).toEqual(['court', 'bureau']);
    expect(body.data[0]).toMatchObject({
      ...{ breaker: 'open', openWorkers: 1, workers: 2, lastFailure: 'TIMEOUT', openedAt: at.toISOString() },
      ...{ errorRateBps: 2_000, meanLatencyMs: 500, p95WithinMs: 4_000, withheld: 3 },
    });
    expect(body.data[1]).toMatchObject({
      ...{ calls: 100, failures: 2, errorRateBps: 200, meanLatencyMs: 59, maxLatencyMs: 4_000 },
      ...{ p95WithinMs: 300, breaker: 'unknown', lastCallAt: minute.toISOString() },
    });
  });
});

describe('close-of-business runs', () => {
  it('are listed with their figures and read with steps and differences', async () => {
    await api.pool.query(
      `insert into close_runs (id, closed_on, partitions, status, opened_at, finished_at) values
         ($1, '2026-03-01', 2, 'differs', now(), now()), ($2, '2026-03-02', 1, 'open', now(), null)`,
      [`run_${'0'.repeat(26)}`, `run_${'1'.repeat(26)}`],
    );
    await api.pool.query(
      `insert into close_steps (run_id, step, partition, loans, took_ms, finished_at) values
         ($1, 'accrue', 0, 100, 40, now()), ($1, 'accrue', 1, 110, 60, now()), ($1, 'proof', 0, 0, 5, now() + interval '1 s')`,
      [`run_${'0'.repeat(26)}`],
    );
    await api.pool.query(
      `insert into close_findings (id, run_id, "check", subject, figures, found_at) values
         ('rec_x', $1, 'principal', 'consumer/HQ/JPY', '{"ledger": "5", "loans": "4"}', now()),
         ('rec_y', $1, 'accrual-batch', $2, '{"ledger": "2", "loans": "1"}', now())`,
      [`run_${'0'.repeat(26)}`, `led_${'0'.repeat(26)}`],
    );
    const list = await read('auditor', '/operations/close-runs?clockId=live&limit=1');
    expect(list.body.data[0]).toMatchObject({ closedOn: '2026-03-02', status: 'open', findings: 0 });
    const next = await read(
      'auditor',
      `/operations/close-runs?clockId=live&limit=1&cursor=${list.body.nextCursor}`,
    );
    expect(next.body.data[0]).toMatchObject({ closedOn: '2026-03-01', loans: 210, tookMs: 105, findings: 2 });
    const one = await read('operator', `/operations/close-runs/run_${'0'.repeat(26)}`);
    expect(one.body.steps).toMatchObject([
      { step: 'accrue', parts: 2, loans: 210, tookMs: 100 },
      { step: 'proof', parts: 1 },
    ]);
    const [ofProduct, ofEntry] = one.body.differences;
    expect(ofProduct).toEqual({
      ...{ check: 'principal', subject: 'consumer/HQ/JPY', currency: 'JPY' },
      figures: { ledger: '5', loans: '4' },
    });
    expect(ofEntry).toMatchObject({ check: 'accrual-batch', currency: null });
    expect((await read('operator', `/operations/close-runs/run_${'2'.repeat(26)}`)).status).toBe(404);
  });
});

describe('the proof of the ledger', () => {
  it('holds general ledger against loans, and shows what no loan stands for', async () => {
    const before = await read('auditor', '/ledger/proof');
    expect(before.body).toMatchObject({ ok: true, lastClose: { status: 'differs', findings: 2 } });
    const client = await api.pool.connect();
    await client.query('begin');
    await client.query(
      `insert into journal_entries (id, idempotency_key, kind, description, booked_on, effective_on, currency)
       values ('led_odd', 'odd', 'test', 'test', '2026-01-05', '2026-01-05', 'CNY')`,
    );
    await client.query(
      `insert into postings (entry_id, line_no, account_code, amount_minor) values
         ('led_odd', 1, '130301', 700), ('led_odd', 2, '101201', -700)`,
    );
    await client.query('commit');
    client.release();
    const { body } = await read('auditor', '/ledger/proof');
    expect([body.ok, body.debitMinor, body.creditMinor]).toEqual([false, '700', '700']);
    expect(body.accounts).toContainEqual({
      ...{ code: '130301', names: { zh: '贷款本金—正常', en: 'Loan principal, normal' } },
      ...{ ledgerMinor: '700', loansMinor: '0', differenceMinor: '700' },
    });
    expect(body.balances[0]).toEqual({ check: 'principal', ledgerMinor: '700', loansMinor: '0' });
    const range = 'from=2026-01-01&to=2026-01-31';
    const entries = await read('auditor', `/ledger/entries?${range}&account=101201,100201`);
    expect(entries.body.data).toMatchObject([
      { id: 'led_odd', lines: [{ accountCode: '130301', amountMinor: '700' }, { amountMinor: '-700' }] },
    ]);
    expect((await read('auditor', `/ledger/entries?${range}&account=999999`)).body.data).toEqual([]);
  });
});

describe('the audit record', () => {
  it('is searched by day and verified chain after chain; a changed one is named', async () => {
    const { body } = await read('auditor', `/audit/entries?subject=${application}`);
    const day = new Date(new Date(body.data[0].at).getTime() + 28_800_000).toISOString().slice(0, 10);
    const onDay = await read('auditor', `/audit/entries?subject=${application}&from=${day}&to=${day}`);
    expect(onDay.body.data).toHaveLength(body.data.length);
    expect((await read('auditor', '/audit/entries?to=2020-01-01')).body.data).toEqual([]);
    await api.pool.query(
      `insert into audit_chains (subject, seq, head_hash) select 'aaa_tampered', seq + 1, head_hash from audit_chains limit 1`,
    );
    let cursor = '';
    const broken: unknown[] = [];
    let chains = 0;
    for (let pages = 0; pages < 50; pages++) {
      const page = await read('auditor', `/audit/verification?limit=1${cursor}`);
      broken.push(...page.body.broken);
      chains += page.body.chains;
      if (page.body.nextCursor === null) break;
      cursor = `&cursor=${page.body.nextCursor}`;
    }
    expect(chains).toBeGreaterThan(1);
    expect(broken).toMatchObject([{ subject: 'aaa_tampered', code: 'TAIL_CUT_OFF', at: 'entry 1' }]);
  });
});

describe('a planted change', () => {
  it('of a stored entry, by somebody with all rights on the database, is found and named', async () => {
    const whole = await read('auditor', `/audit/subjects/${application}/verification`);
    expect(whole.body).toMatchObject({ ok: true });
    await asAdmin(
      api.database.ownerUrl,
      `begin; alter table audit_events disable trigger user;
       update audit_events set data = jsonb_set(data, '{amountMinor}', '"99999900"')
         where subject = '${application}' and action = 'application.created';
       alter table audit_events enable trigger user; commit;`,
    );
    const one = await read('auditor', `/audit/subjects/${application}/verification`);
    expect(one.body).toMatchObject({ ok: false, code: 'ALTERED' });
    const all = await read('auditor', '/audit/verification?limit=200');
    expect(all.body.broken).toContainEqual(
      expect.objectContaining({ subject: application, code: 'ALTERED', at: one.body.at }),
    );
  });
});

describe('search', () => {
  const find = async (role: string, text: string) => {
    const answer = await api.app.inject({
      method: 'POST',
      url: '/v1/search',
      payload: { text },
      headers: bearer(await api.token(role)),
    });
    return {
      status: answer.statusCode,
      found: (answer.json().data ?? []) as { kind: string; id: string; name: string }[],
    };
  };

  it('finds by id, its end as lists show it, whole name, phone, identity number and its last four', async () => {
    for (const text of [application, application.slice(-6), `app·${application.slice(-6)}`]) {
      const { found } = await find('officer', text);
      expect(found.map(({ id }) => id)).toContain(application);
    }
    for (const text of ['王小明', '13800000001', identityNumber(1), identityNumber(1).slice(-4)]) {
      const { found } = await find('officer', text);
      expect([text, found.map(({ kind }) => kind)]).toEqual([text, ['customer', 'application']]);
      expect(JSON.stringify(found)).not.toMatch(/王小明|13800000001/);
    }
    expect((await find('officer', '王小')).found).toEqual([]);
    await api.db.insert(tasks).values({
      ...{ id: newId('task'), key: 'search', kind: 'call', applicationId: newId('app') },
      ...{ customerId: (await find('officer', '王小明')).found[0]!.id, requiredRole: 'collector' },
      ...{ details: {}, status: 'open', openedAt: new Date(), dueAt: new Date() },
    });
    expect((await find('officer', '王小明')).found.map(({ kind }) => kind)).toContain('task');
    expect((await find('officer', application)).found.map(({ kind }) => kind)).toEqual(['application']);
    await api.db.delete(tasks);
    expect((await find('officer', '%%%%%%')).found).toEqual([]);
  });

  it('is for staff, and finds what the role may read', async () => {
    expect((await find('applicant', '王小明')).status).toBe(403);
    expect((await find('partner', '王小明')).status).toBe(403);
    await api.pool.query(
      `delete from permissions where role = 'auditor' and subject = 'Application' and action = 'read'`,
    );
    await new Promise((resolve) => setTimeout(resolve, 5_200));
    expect((await find('auditor', '王小明')).found.map(({ kind }) => kind)).toEqual(['customer']);
  });
});

describe('roles', () => {
  it.each([
    '/operations/sources',
    '/operations/close-runs',
    '/operations/parked',
    '/ledger/proof',
    '/ledger/entries?from=2026-01-01&to=2026-01-02',
    '/audit/verification',
    '/audit/entries',
  ])('that do not watch the house are refused %s', async (url) => {
    for (const role of ['officer', 'collector', 'applicant', 'partner'])
      expect([role, (await read(role, url)).status]).toEqual([role, 403]);
  });
});

describe('parked loans', () => {
  it('are counted by the failure that stopped them, with steps and since when', async () => {
    const applicant = await api.token('applicant', 'me');
    const ids = [application];
    for (const n of [2, 3]) {
      const made = await api.app.inject({
        method: 'POST',
        url: '/v1/applications',
        payload: applicationBody(n),
        headers: { ...bearer(applicant), 'idempotency-key': `parked-${n}` },
      });
      ids.push(made.json().id);
    }
    const plans = [
      [ids[0], 'preScreen', 'MISSING_POLICY', '2026-03-02T01:00:00Z'],
      [ids[1], 'decide', 'MISSING_POLICY', '2026-03-02T02:00:00Z'],
      [ids[2], 'sendPayout', 'BANK_UNAVAILABLE', '2026-03-02T03:00:00Z'],
    ];
    for (const [id, step, reason, at] of plans)
      await api.pool.query(
        'update applications set parked_step = $2, parked_reason = $3, parked_at = $4 where id = $1',
        [id, step, reason, at],
      );
    const { body } = await read('operator', '/operations/parked-groups');
    expect(body.data).toEqual([
      {
        ...{ reason: 'MISSING_POLICY', count: 2, since: '2026-03-02T01:00:00.000Z' },
        steps: [
          { step: 'decide', count: 1 },
          { step: 'preScreen', count: 1 },
        ],
      },
      {
        ...{ reason: 'BANK_UNAVAILABLE', count: 1, since: '2026-03-02T03:00:00.000Z' },
        steps: [{ step: 'sendPayout', count: 1 }],
      },
    ]);
    const one = await read('operator', '/operations/parked?reason=BANK_UNAVAILABLE');
    expect(one.body.data.map(({ applicationId }: { applicationId: string }) => applicationId)).toEqual([
      ids[2],
    ]);
    expect((await read('officer', '/operations/parked-groups')).status).toBe(403);
    expect(one.body.data[0]).toMatchObject({ needsSecond: true, firstWord: null });
    const other = await read('operator', '/operations/parked?reason=MISSING_POLICY');
    expect(other.body.data[0]).toMatchObject({ needsSecond: false });
  });

  it('show who gave a first word on a step that moves money, and why', async () => {
    const { body } = await read('operator', '/operations/parked?reason=BANK_UNAVAILABLE');
    const [{ applicationId }] = body.data;
    const at = new Date('2026-03-02T04:00:00Z');
    const [commentId, actorId] = [newId('cmt'), devUserId('operator1')];
    await storeComment(api.db, api.vault, commentId, {
      ...{ subjectId: applicationId, authorId: actorId, text: '银行接口已恢复', at },
    });
    await api.db.insert(commands).values({
      ...{ id: newId('cmd'), workflowId: `loan/${applicationId}`, kind: 'resume', actorId, channel: 'api' },
      ...{ payload: { commentId }, status: 'proposed', createdAt: at },
    });
    const after = await read('operator', '/operations/parked?reason=BANK_UNAVAILABLE');
    expect(after.body.data[0].firstWord).toEqual({
      ...{ by: { id: actorId, name: 'operator1' }, at: at.toISOString(), comment: '银行接口已恢复' },
    });
  });

  it('are read page by page, however many stopped in the same instant', async () => {
    await api.pool.query(
      `insert into applications
         select (jsonb_populate_record(a, jsonb_build_object('id', 'app_' || lpad(n::text, 26, '0')))).*
           from applications a, generate_series(1, 450) n where a.parked_reason = 'BANK_UNAVAILABLE'`,
    );
    const pages: string[][] = [];
    let cursor = '';
    do {
      const { body } = await read(
        'operator',
        `/operations/parked?reason=BANK_UNAVAILABLE&limit=200${cursor}`,
      );
      pages.push(body.data.map((row: { applicationId: string }) => row.applicationId));
      cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`;
    } while (cursor !== '');
    expect(pages.map((page) => page.length)).toEqual([200, 200, 51]);
    expect(new Set(pages.flat()).size).toBe(451);
    const groups = await read('operator', '/operations/parked-groups');
    expect(groups.body.data[0]).toMatchObject({ reason: 'BANK_UNAVAILABLE', count: 451 });
  });
});
