import { resolve } from 'node:path';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { LOAN_QUEUE, loanWorkflowId } from '../../workflows/names';
import { devServerEnv, workflowBundle } from '../support/temporal';
import { applicationBody } from './support/applicants';
import { forgetAnswer } from './support/forget-answer';
import { bearer, startTestApi, type TestApi } from './support/test-api';

let env: TestWorkflowEnvironment;
let worker: Worker;
let running: Promise<void>;
let api: TestApi;
const tokens: Record<string, string> = {};
beforeAll(async () => {
  env = await devServerEnv();
  worker = await Worker.create({
    connection: env.nativeConnection,
    taskQueue: LOAN_QUEUE,
    workflowBundle: await workflowBundle(resolve(__dirname, 'support/loan-double.ts')),
  });
  running = worker.run();
  api = await startTestApi({ client: env.client, settings: { commandWaitMs: 1_500 } });
  for (const [name, role, user] of [
    ['me', 'applicant', 'me'],
    ['officer', 'officer', 'officer1'],
    ['colleague', 'officer', 'officer2'],
    ['senior', 'senior_officer', 'senior1'],
    ['operator', 'operator', 'operator1'],
  ] as const)
    tokens[name] = await api.token(role, user);
}, 120_000);
afterAll(async () => {
  worker.shutdown();
  await running;
  await api.close();
  await env.teardown();
});

let serial = 0;
const post = (url: string, who: string, payload: object, headers: Record<string, string> = {}) =>
  api.app.inject({
    method: 'POST',
    url,
    payload,
    headers: { ...bearer(tokens[who]!), 'idempotency-key': `c${++serial}`, ...headers },
  });

/** An application whose loan runs, with an open approval task. */
async function referred(amountMinor = 1_000_000n, currency = 'CNY') {
  const { id, customerId } = (await post('/v1/applications', 'me', applicationBody(++serial))).json();
  await env.client.workflow.start('loan', { workflowId: loanWorkflowId(id), taskQueue: LOAN_QUEUE });
  await api.pool.query('update applications set currency = $2 where id = $1', [id, currency]);
  const taskId = `task_${String(serial).padStart(26, '0')}`;
  await api.pool.query(
    `insert into tasks (id, key, kind, application_id, customer_id, level, required_role, deputy_role, amount_minor,
       details, status, opened_at, due_at)
     values ($1, $1, 'approval', $2, $3, 'OFFICER', 'officer', 'senior_officer', $4, '{}', 'open', now(), now())`,
    [taskId, id, customerId, amountMinor.toString()],
  );
  return { id, taskId, url: `/v1/tasks/${taskId}` };
}

const approve = (reasonCodes: string[] = []) => ({
  decision: 'approve',
  comment: '材料齐全,同意',
  reasonCodes,
});
const ETAG = { 'if-match': '"v1"' };

describe('a decision', () => {
  it('is applied, answered with its effect, and its comment stays sealed', async () => {
    const { url, id } = await referred();
    const answer = await post(`${url}/decision`, 'officer', approve(), ETAG);
    expect([answer.statusCode, answer.json()]).toEqual([
      200,
      expect.objectContaining({
        status: 'applied',
        effect: 'VOTE_RECORDED',
        applicationId: id,
        kind: 'approve',
      }),
    ]);
    const command = await api.app.inject({
      url: answer.headers.location as string,
      headers: bearer(tokens.officer!),
    });
    expect(command.statusCode).toBe(200);
    const comments = await api.pool.query(
      'select c::text as t from comments c union all select m::text from commands m',
    );
    expect(comments.rows.map(({ t }) => t).join('')).not.toContain('材料齐全');
    const history = JSON.stringify(
      (await env.client.workflow.getHandle(loanWorkflowId(id)).fetchHistory()).events,
    );
    expect(history).not.toContain(Buffer.from('材料齐全').toString('base64').slice(0, 12));
  });

  it('needs the version that was seen', async () => {
    const { url } = await referred();
    expect((await post(`${url}/decision`, 'officer', approve())).json().code).toBe('PRECONDITION_REQUIRED');
    expect((await post(`${url}/claim`, 'officer', {})).statusCode).toBe(200);
    const stale = await post(`${url}/decision`, 'officer', approve(), ETAG);
    expect([stale.statusCode, stale.json().code]).toEqual([412, 'VERSION_MISMATCH']);
    expect((await post(`${url}/decision`, 'officer', approve(), { 'if-match': '"v2"' })).statusCode).toBe(
      200,
    );
  });

  it.each([
    ['EARLY', 409, 'WRONG_STAGE'],
    ['TWICE', 409, 'ALREADY_VOTED'],
  ])(
    'that the loan refuses (%s) is told as its problem and kept as refused',
    async (reason, status, code) => {
      const { url } = await referred();
      const answer = await post(`${url}/decision`, 'officer', approve([reason]), ETAG);
      expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
      const { rows } = await api.pool.query(
        `select status, result from commands order by created_at desc limit 1`,
      );
      expect(rows[0]).toMatchObject({ status: 'refused', result: { code } });
    },
  );

  it('that takes long is 202 with a command to look at', async () => {
    const { url } = await referred();
    const slow = await post(`${url}/decision`, 'officer', approve(['SLOW']), ETAG);
    expect([slow.statusCode, slow.json().status]).toEqual([202, 'pending']);
    const other = await referred();
    const started = Date.now();
    const preferred = await post(`${other.url}/decision`, 'officer', approve(['SLOW']), {
      ...ETAG,
      prefer: 'respond-async',
    });
    expect(preferred.statusCode).toBe(202);
    expect(Date.now() - started).toBeLessThan(1_400);
  });

  it('that waits for a second person is 202 with the command that is kept', async () => {
    const { id } = await referred();
    const first = await post(`/v1/operations/parked/${id}/resume`, 'operator', { comment: '银行已恢复' });
    expect([first.statusCode, first.json()]).toEqual([
      202,
      expect.objectContaining({ kind: 'resume', applicationId: id, effect: null, refusal: null }),
    ]);
    expect((await post(`/v1/operations/parked/${id}/resume`, 'officer', { comment: 'x' })).statusCode).toBe(
      403,
    );
  });

  it('is refused above the authority, to another role, and while somebody else holds the task', async () => {
    const large = await referred(50_000_001n);
    const above = await post(`${large.url}/decision`, 'officer', approve(), ETAG);
    expect([above.statusCode, above.json().code]).toEqual([403, 'AMOUNT_ABOVE_AUTHORITY']);
    expect((await post(`${large.url}/decision`, 'senior', approve(), ETAG)).statusCode).toBe(200);
    const held = await referred();
    await post(`${held.url}/claim`, 'officer', {});
    const other = await post(`${held.url}/decision`, 'colleague', approve(), { 'if-match': '"v2"' });
    expect([other.statusCode, other.json().code]).toEqual([409, 'TASK_CLAIMED']);
    expect((await post(`${held.url}/claim`, 'colleague', {})).json().code).toBe('TASK_CLAIMED');
    expect((await post(`${held.url}/release`, 'colleague', {})).json().code).toBe('TASK_CLAIMED');
    expect((await post(`${held.url}/claim`, 'colleague', { takeOver: true })).statusCode).toBe(200);
    await api.pool.query(`update tasks set required_role = 'committee', deputy_role = null where id = $1`, [
      held.taskId,
    ]);
    const role = await post(`${held.url}/decision`, 'colleague', approve(), { 'if-match': '"v3"' });
    expect([role.statusCode, role.json().code]).toEqual([403, 'NOT_AUTHORISED']);
    await api.pool.query(`update tasks set status = 'done' where id = $1`, [held.taskId]);
    expect((await post(`${held.url}/claim`, 'colleague', {})).json().code).toBe('TASK_NOT_OPEN');
  });

  it('is held against the limit of the role in CNY, whatever is lent', async () => {
    const decide = async (amountMinor: bigint, currency: string) => {
      const { url } = await referred(amountMinor, currency);
      const answer = await post(`${url}/decision`, 'officer', approve(), ETAG);
      return [answer.statusCode, answer.json().code];
    };
    const above = [403, 'AMOUNT_ABOVE_AUTHORITY'];
    // The role may decide 500,000.00 yuan, and a dollar is worth 7.20 of them, a yen 0.05.
    expect(await decide(6_944_445n, 'USD')).toEqual(above);
    expect(await decide(6_944_444n, 'USD')).toEqual([200, undefined]);
    expect(await decide(10_000_001n, 'JPY')).toEqual(above);
    expect(await decide(10_000_000n, 'JPY')).toEqual([200, undefined]);
    await api.pool.query("update staff_users set authority_limit_minor = 719992 where subject = 'officer1'");
    try {
      expect(await decide(99_999n, 'USD')).toEqual(above);
      expect(await decide(99_998n, 'USD')).toEqual([200, undefined]);
    } finally {
      await api.pool.query("update staff_users set authority_limit_minor = null where subject = 'officer1'");
    }
  });

  it.each([
    [{ decision: 'approve', comment: 'x', conditions: {} }, '#/conditions'],
    [{ decision: 'reject', comment: 'x' }, '#/reasonCodes'],
    [{ decision: 'reject', comment: 'x', reasonCodes: [] }, '#/reasonCodes'],
    [{ decision: 'return', comment: 'x', documents: ['a', 'a'] }, '#/documents'],
    [{ decision: 'perhaps', comment: 'x' }, '#/decision'],
    [{ decision: 'approve', reasonCodes: [] }, '#/comment'],
    [{ decision: 'approve', comment: 'x', conditions: { amountMinor: '-5' } }, '#/conditions/amountMinor'],
  ])('of wrong form %j points to %s', async (body, pointer) => {
    const { url } = await referred();
    const answer = await post(`${url}/decision`, 'officer', body, ETAG);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors.map((e: { pointer: string }) => e.pointer)).toContain(pointer);
  });
});

describe('a request that runs again because its first run died with its answer', () => {
  const results = {
    applied: { ok: true, effect: 'LEVEL_APPROVED' },
    refused: { ok: false, code: 'ALREADY_VOTED' },
    proposed: { ok: false, code: 'SECOND_PERSON_NEEDED' },
  };
  const settle = (commandId: string, status: keyof typeof results) =>
    api.pool.query('update commands set status = $2, result = $3, applied_at = now() where id = $1', [
      commandId,
      status,
      JSON.stringify(results[status]),
    ]);

  it.each([
    ['applied', 200, { status: 'applied', effect: 'LEVEL_APPROVED' }],
    ['refused', 409, { code: 'ALREADY_VOTED' }],
    ['proposed', 202, { status: 'proposed', effect: null }],
  ] as const)(
    'has the answer of the first that was %s, though its task has moved on',
    async (status, http, body) => {
      const { url, taskId, id } = await referred();
      const key = { ...ETAG, 'idempotency-key': `died-${status}` };
      const first = await post(`${url}/decision`, 'officer', approve(), key);
      await settle(first.json().id, status);
      await forgetAnswer(api, `died-${status}`);
      await api.pool.query(`update tasks set status = 'done', version = 2 where id = $1`, [taskId]);
      await env.client.workflow.getHandle(loanWorkflowId(id)).terminate();
      const again = await post(`${url}/decision`, 'officer', approve(), key);
      expect([again.statusCode, again.json()]).toEqual([http, expect.objectContaining(body)]);
      const { rows } = await api.pool.query('select id from commands where workflow_id = $1', [
        loanWorkflowId(id),
      ]);
      expect(rows).toEqual([{ id: first.json().id }]);
    },
  );

  it('gives the loan the command that it had not been told of', async () => {
    const { url, id } = await referred();
    const key = { ...ETAG, 'idempotency-key': 'died-untold' };
    const first = await post(`${url}/decision`, 'officer', approve(), key);
    await forgetAnswer(api, 'died-untold');
    await api.pool.query(`update commands set status = 'pending', result = null where id = $1`, [
      first.json().id,
    ]);
    const again = await post(`${url}/decision`, 'officer', approve(), key);
    expect([again.statusCode, again.json()]).toEqual([
      200,
      expect.objectContaining({ id: first.json().id, status: 'applied', applicationId: id }),
    ]);
  });
});

describe('a withdrawal', () => {
  it('before its loan was started asks to come again, and of a closed one is refused', async () => {
    const { id } = (await post('/v1/applications', 'me', applicationBody(++serial))).json();
    const early = await post(`/v1/applications/${id}/withdraw`, 'me', {}, { 'idempotency-key': 'early' });
    expect([early.statusCode, early.json().code]).toEqual([503, 'DEPENDENCY_UNAVAILABLE']);
    await env.client.workflow.start('loan', { workflowId: loanWorkflowId(id), taskQueue: LOAN_QUEUE });
    const again = await post(`/v1/applications/${id}/withdraw`, 'me', {}, { 'idempotency-key': 'early' });
    expect([again.statusCode, again.json().status]).toEqual([200, 'applied']);
    const rows = await api.pool.query(`select 1 from commands where workflow_id = $1`, [loanWorkflowId(id)]);
    expect(rows.rowCount).toBe(1);
    await env.client.workflow.getHandle(loanWorkflowId(id)).terminate();
    await api.pool.query(`update applications set stage = 'CLOSED' where id = $1`, [id]);
    const late = await post(`/v1/applications/${id}/withdraw`, 'me', {});
    expect([late.statusCode, late.json().code]).toEqual([409, 'LOAN_CLOSED']);
  });
});

describe('task lists', () => {
  it('tell mine from my team', async () => {
    const { taskId, url } = await referred();
    await post(`${url}/claim`, 'officer', {});
    const list = async (view: string, who: string) =>
      (await api.app.inject({ url: `/v1/tasks?view=${view}&limit=200`, headers: bearer(tokens[who]!) }))
        .json()
        .data.map((task: { id: string }) => task.id);
    expect(await list('mine', 'officer')).toContain(taskId);
    expect(await list('mine', 'colleague')).not.toContain(taskId);
    expect(await list('team', 'colleague')).toContain(taskId);
  });

  it('serve readiness with Temporal there', async () => {
    expect((await api.app.inject('/readyz')).json()).toEqual({
      status: 'ok',
      database: 'ok',
      temporal: 'ok',
    });
  });
});
