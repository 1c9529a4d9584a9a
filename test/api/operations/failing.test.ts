import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import pino from 'pino';
import type { ActivityDeps } from '../../../activities/support/deps';
import { failingSteps as failingInterceptor } from '../../../activities/support/failing-steps';
import { failure } from '../../../activities/support/failures';
import { errorReducer } from '../../../activities/support/interceptor';
import { park } from '../../../activities/support/upkeep';
import { namedApplication } from '../../../api/reads/applications';
import { processOf } from '../../../api/reads/process';
import { newId } from '../../../contracts/ids';
import { noteFailedAttempt, sweepFailing } from '../../../db/repositories/failing-steps';
import { failingSteps } from '../../../db/schema/failing-steps';
import { LOAN_QUEUE, loanWorkflowId } from '../../../workflows/names';
import { asAdmin } from '../../support/postgres';
import { devServerEnv, workflowBundle } from '../../support/temporal';
import { applicationBody } from '../support/applicants';
import { bearer, startTestApi, type TestApi } from '../support/test-api';

const log = pino({ level: 'silent' });
let env: TestWorkflowEnvironment;
let worker: Worker;
let running: Promise<void>;
let api: TestApi;
/** What the bank does to each loan's payout, and how often it was asked. */
const bank = new Map<string, { answers: 'down' | 'refuses' | 'pays'; asked: number }>();

beforeAll(async () => {
  env = await devServerEnv();
  api = await startTestApi({ client: env.client });
  worker = await Worker.create({
    connection: env.nativeConnection,
    taskQueue: LOAN_QUEUE,
    workflowBundle: await workflowBundle(resolve(__dirname, '../support/failing-double.ts')),
    activities: {
      sendPayout: async (id: string) => {
        const loan = bank.get(id)!;
        loan.asked += 1;
        if (loan.answers === 'down') throw failure('BANK_UNAVAILABLE', 'of somebody');
        if (loan.answers === 'refuses') throw failure('BANK_REFUSED');
      },
    },
    interceptors: { activity: [failingInterceptor(api.db, log), errorReducer(log)] },
  });
  running = worker.run();
}, 120_000);
afterAll(async () => {
  worker.shutdown();
  await running;
  await api.close();
  await env.teardown();
});
// A test that failed leaves loans behind that fail on.
afterEach(() => api.db.delete(failingSteps));

let serial = 0;
const post = async (role: string, url: string, payload: object) => {
  const headers = { ...bearer(await api.token(role, `${role}1`)), 'idempotency-key': `f${++serial}` };
  const answer = await api.app.inject({ method: 'POST', url: `/v1${url}`, payload, headers });
  return { status: answer.statusCode, body: answer.json() };
};
const read = async (url: string, role = 'operator') => {
  const answer = await api.app.inject({ url: `/v1${url}`, headers: bearer(await api.token(role)) });
  return { status: answer.statusCode, body: answer.json() };
};
const listed = async (id: string) => (await read(`/operations/failing?applicationId=${id}`)).body.data[0];
const retry = (id: string, role = 'operator') =>
  post(role, `/operations/failing/${id}/retry`, { comment: '银行已恢复' });

/** Looks every moment until something holds, for as long as nothing but a retry could make it hold. */
async function soon<T>(look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  for (const until = Date.now() + 15_000; Date.now() < until; await pause(50)) {
    const found = await look();
    if (found) return found;
  }
  throw new Error('it did not come about');
}

/** A loan whose payout was tried once, in vain. */
async function failed(): Promise<string> {
  const made = await post('applicant', '/applications', applicationBody(800 + serial));
  const { id } = made.body;
  bank.set(id, { answers: 'down', asked: 0 });
  await start(id);
  await soon(() => listed(id));
  return id;
}
const start = (id: string) =>
  env.client.workflow.start('loan', { workflowId: loanWorkflowId(id), taskQueue: LOAN_QUEUE, args: [id] });
const ended = (id: string) => env.client.workflow.getHandle(loanWorkflowId(id)).result();

describe('a step that failed and waits for its next attempt', () => {
  it('is listed with step, error, attempts and times, and with no text of the failure', async () => {
    const id = await failed();
    const row = await listed(id);
    expect(row).toMatchObject({
      ...{ applicationId: id, step: 'sendPayout', error: 'BANK_UNAVAILABLE', attempts: 1, retriedAt: null },
      ...{ workflowId: `loan/${id}`, clockId: null, stage: 'PRE_SCREEN' },
    });
    const wait = Date.parse(row.nextAttemptAt) - Date.parse(row.lastFailedAt);
    expect(wait).toBe(300_000);
    expect(Date.parse(row.since)).toBeLessThanOrEqual(Date.parse(row.lastFailedAt));
    expect(JSON.stringify(row)).not.toContain('somebody');
    bank.get(id)!.answers = 'pays';
    await retry(id);
    await ended(id);
  });

  it('is tried at once when an operator says so, and gone from the list once it succeeds', async () => {
    const id = await failed();
    const before = await listed(id);
    expect(await retry(id)).toEqual({ status: 200, body: { applicationId: id, outcome: 'retried' } });
    const again = await soon(async () => {
      const row = await listed(id);
      return row.lastFailedAt > before.lastFailedAt ? row : undefined;
    });
    expect(bank.get(id)!.asked).toBe(2);
    expect(again).toMatchObject({ attempts: 1, since: before.since });
    expect(Date.parse(again.retriedAt)).toBeLessThan(Date.parse(before.nextAttemptAt) - 200_000);
    bank.get(id)!.answers = 'pays';
    await retry(id);
    await ended(id);
    expect(await listed(id)).toBeUndefined();
    expect(bank.get(id)!.asked).toBe(3);
    expect(await retry(id)).toMatchObject({ status: 409, body: { code: 'NOT_FAILING' } });
    const { body } = await read(`/audit/entries?subject=${id}&action=loan.step_retried`, 'auditor');
    expect(body.data).toHaveLength(2);
    expect(body.data[0].data).toMatchObject({ step: 'sendPayout', error: 'BANK_UNAVAILABLE', attempts: 1 });
    expect(body.data[0].actorId).toMatch(/^usr_/);
    const { rows } = await api.pool.query('select * from comments where id = $1', [
      body.data[0].data.commentId,
    ]);
    expect(rows).toMatchObject([{ subject_id: id, author_id: body.data[0].actorId }]);
    expect(rows[0].sealed.toString()).not.toContain('银行');
  });

  it('leaves the list when it fails for good', async () => {
    const id = await failed();
    bank.get(id)!.answers = 'refuses';
    await retry(id);
    await expect(ended(id)).rejects.toThrow();
    expect(await listed(id)).toBeUndefined();
  });

  it('is refused and forgotten when Temporal knows it no more', async () => {
    const id = await failed();
    await env.client.workflow.getHandle(loanWorkflowId(id)).terminate();
    expect(await listed(id)).toBeDefined();
    expect(await retry(id)).toMatchObject({ status: 409, body: { code: 'NOT_FAILING' } });
    expect(await listed(id)).toBeUndefined();
    const { body } = await read(`/audit/entries?subject=${id}&action=loan.step_retried`, 'auditor');
    expect(body.data).toEqual([]);
  });

  it('is retried by operators alone', async () => {
    const id = await failed();
    for (const role of ['auditor', 'officer', 'applicant'])
      expect([role, (await retry(id, role)).status]).toEqual([role, 403]);
    const group = { error: 'BANK_UNAVAILABLE', step: 'sendPayout', comment: 'x' };
    expect((await post('auditor', '/operations/failing-groups/retry', group)).status).toBe(403);
    for (const list of ['/operations/failing', '/operations/failing-groups'])
      expect([(await read(list, 'officer')).status, (await read(list, 'auditor')).status]).toEqual([
        403, 200,
      ]);
    expect((await post('operator', `/operations/failing/${id}/retry`, { comment: ' ' })).status).toBe(400);
    expect(bank.get(id)!.asked).toBe(1);
    bank.get(id)!.answers = 'pays';
    await retry(id);
    await ended(id);
  });
});

describe('the process of an application', () => {
  const process = (id: string, role = 'officer') => read(`/applications/${id}/process`, role);

  it('tells every member of staff its run and the step that is tried again, and nobody else', async () => {
    const id = await failed();
    const { runId } = await env.client.workflow.getHandle(loanWorkflowId(id)).describe();
    for (const role of ['officer', 'risk_manager', 'operator', 'auditor']) {
      const { body } = await process(id, role);
      expect(body).toMatchObject({
        ...{ applicationId: id, workflowId: `loan/${id}`, answered: true, parked: null },
        run: { runId, state: 'running', closedAt: null, events: expect.any(Number) },
        steps: [{ step: 'sendPayout', state: 'waiting', attempt: 2, error: 'BANK_UNAVAILABLE' }],
      });
      const [{ lastFailedAt, nextAttemptAt }] = body.steps;
      expect(Date.parse(nextAttemptAt) - Date.parse(lastFailedAt)).toBeGreaterThan(290_000);
      expect(JSON.stringify(body)).not.toContain('somebody');
    }
    const own = bearer(await api.token('applicant', 'applicant1'));
    const asked = await api.app.inject({ url: `/v1/applications/${id}/process`, headers: own });
    expect([asked.statusCode, asked.json().code]).toEqual([403, 'FORBIDDEN']);
    bank.get(id)!.answers = 'pays';
    await retry(id);
    await ended(id);
    expect((await process(id)).body).toMatchObject({ run: { runId, state: 'completed' }, steps: [] });
  });

  it('tells what was noted last while Temporal does not answer', async () => {
    const id = await failed();
    const { app } = await namedApplication(api.db, id);
    const loans = { standing: () => Promise.reject(new Error('away')) };
    expect(await processOf({ db: api.db, loans }, app)).toMatchObject({
      ...{ answered: false, run: null },
      steps: [{ step: 'sendPayout', state: 'waiting', attempt: 2, error: 'BANK_UNAVAILABLE' }],
    });
    await env.client.workflow.getHandle(loanWorkflowId(id)).terminate();
  });

  it('says so where Temporal keeps no run of it', async () => {
    const { body } = await post('applicant', '/applications', applicationBody(800 + serial));
    expect((await process(body.id)).body).toMatchObject({ answered: true, run: null, steps: [] });
  });
});

describe('failing steps of one kind', () => {
  it('are counted, paged, and tried at once together', async () => {
    const ids = [await failed(), await failed(), await failed()];
    const { body } = await read('/operations/failing-groups');
    expect(body.data).toMatchObject([
      { step: 'sendPayout', error: 'BANK_UNAVAILABLE', count: 3, highestAttempts: 1 },
    ]);
    expect(body.data[0].since).toBe((await listed(ids[0]!)).since);
    const first = await read('/operations/failing?error=BANK_UNAVAILABLE&limit=2');
    const rest = await read(
      `/operations/failing?error=BANK_UNAVAILABLE&limit=2&cursor=${first.body.nextCursor}`,
    );
    const paged = [...first.body.data, ...rest.body.data].map((row) => row.applicationId);
    expect([paged, rest.body.nextCursor]).toEqual([ids, null]);
    expect((await read('/operations/failing?error=CONFLICT')).body.data).toEqual([]);
    await env.client.workflow.getHandle(loanWorkflowId(ids[2]!)).terminate();
    for (const id of ids) bank.get(id)!.answers = 'pays';
    const group = { error: 'BANK_UNAVAILABLE', step: 'sendPayout', comment: '银行已恢复' };
    const told = await post('operator', '/operations/failing-groups/retry', group);
    expect(told).toEqual({
      status: 200,
      body: {
        data: ids.map((applicationId, n) => ({
          applicationId,
          outcome: n === 2 ? 'not_failing' : 'retried',
        })),
        asOf: expect.any(String),
        left: 0,
      },
    });
    await ended(ids[0]!);
    await ended(ids[1]!);
    expect((await read('/operations/failing-groups')).body.data).toEqual([]);
  });
});

describe('more failing steps of one kind than one call takes', () => {
  it('are each tried once, call after call, and what fails again meanwhile is left', async () => {
    const model = (await post('applicant', '/applications', applicationBody(800 + serial))).body.id;
    const ids = Array.from({ length: 205 }, () => newId('app'));
    await api.pool.query(
      `insert into applications select (jsonb_populate_record(a, jsonb_build_object('id', one))).*
         from applications a, unnest($2::text[]) one where a.id = $1`,
      [model, ids],
    );
    for (const id of ids) bank.set(id, { answers: 'down', asked: 0 });
    await Promise.all(ids.map(start));
    const group = { error: 'BANK_UNAVAILABLE', step: 'sendPayout', comment: '银行已恢复' };
    await soon(
      async () => (await read('/operations/failing-groups')).body.data[0]?.count === 205 || undefined,
    );
    const [stubborn = '', ...others] = (await read('/operations/failing?limit=200')).body.data.map(
      (row: { applicationId: string }) => row.applicationId,
    );
    for (const id of ids) if (id !== stubborn) bank.get(id)!.answers = 'pays';
    const first = (await post('operator', '/operations/failing-groups/retry', group)).body;
    expect([first.data.length, first.left, others.length]).toEqual([200, 5, 199]);
    await soon(() => bank.get(stubborn)!.asked === 2 || undefined);
    await soon(async () => (await listed(stubborn))?.lastFailedAt > first.asOf || undefined);
    const goOn = { ...group, failedBefore: first.asOf };
    const second = (await post('operator', '/operations/failing-groups/retry', goOn)).body;
    expect([second.data.length, second.left]).toEqual([5, 0]);
    const told = [...first.data, ...second.data].map((row: { applicationId: string }) => row.applicationId);
    expect(new Set(told)).toEqual(new Set(ids));
    await Promise.all(ids.filter((id) => id !== stubborn).map(ended));
    expect(ids.filter((id) => bank.get(id)!.asked !== 2)).toEqual([]);
    expect((await post('operator', '/operations/failing-groups/retry', goOn)).body.data).toEqual([]);
    expect((await read('/operations/failing-groups')).body.data).toMatchObject([{ count: 1 }]);
    await env.client.workflow.getHandle(loanWorkflowId(stubborn)).terminate();
  });
});

describe('the list of failing steps', () => {
  const note = (applicationId: string) => ({
    ...{ applicationId, activityId: '9', runId: 'run', step: 'gatherFacts', error: 'SOURCE_UNAVAILABLE' },
    ...{ attempts: 4, since: new Date(), backoffMs: 4_000 },
  });

  it('does not show what a worker that died left behind, and loses it to the sweep', async () => {
    const id = await failed();
    await noteFailedAttempt(api.db, note(id));
    await api.pool.query(
      "update failing_steps set last_failed_at = now() - interval '11 minutes' where activity_id = '9'",
    );
    expect((await read('/operations/failing-groups')).body.data).toHaveLength(1);
    await sweepFailing(api.db);
    const kept = await api.db.select().from(failingSteps);
    expect(kept.map(({ step }) => step)).toEqual(['sendPayout']);
    bank.get(id)!.answers = 'pays';
    await retry(id);
    await ended(id);
  });

  it('loses a step to the parked loans, however its last attempt ended', async () => {
    const made = await post('applicant', '/applications', applicationBody(800 + serial));
    const { id } = made.body;
    await noteFailedAttempt(api.db, note(id));
    await noteFailedAttempt(api.db, { ...note(id), activityId: '10', step: 'recordRefusal' });
    const deps = { db: api.db, vault: api.vault, settings: { utcOffsetMinutes: 480 } } as ActivityDeps;
    await park(deps, { applicationId: id, step: 'gatherFacts', reason: 'TimeoutFailure' });
    const left = await read(`/operations/failing?applicationId=${id}`);
    expect(left.body.data.map(({ step }: { step: string }) => step)).toEqual(['recordRefusal']);
    const parked = await read('/operations/parked?reason=TimeoutFailure');
    expect(parked.body.data).toMatchObject([{ applicationId: id, step: 'gatherFacts' }]);
  });

  it('fails no step when it cannot be kept', async () => {
    const id = await failed();
    await asAdmin(api.database.ownerUrl, 'alter table failing_steps rename to failing_steps_away');
    bank.get(id)!.answers = 'pays';
    await env.client.workflowService.resetActivity({
      ...{ namespace: env.client.options.namespace, identity: 'test', id: '1' },
      execution: { workflowId: loanWorkflowId(id) },
    });
    await ended(id);
    await asAdmin(api.database.ownerUrl, 'alter table failing_steps_away rename to failing_steps');
    expect(bank.get(id)!.asked).toBe(2);
  });
});
