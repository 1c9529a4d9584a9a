import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { checkConsentStep } from '../../activities/origination/consent';
import { decideStep } from '../../activities/origination/decide';
import { gatherFacts } from '../../activities/origination/gather-facts';
import type { ActivityDeps } from '../../activities/support/deps';
import { publishedPolicy } from '../../db/repositories/policy';
import {
  approvePolicy,
  draftPolicy,
  publishPolicy,
  submitPolicy,
} from '../../db/repositories/policy-editing';
import { businessDate } from '../../domain/calendar/business-date';
import { HttpSourceClient } from '../../providers/sources/http-source-client';
import { documentReading } from '../../relay/document-reading';
import { buildSandbox, type Sandbox } from '../../sandbox/build';
import { type PersonScenario, person } from '../../sandbox/people/people';
import { drawSpecimen } from '../../sandbox/specimens/draw';
import { applicationBody, consentsOf } from './support/applicants';
import { inActivity } from './support/in-activity';
import { bearer, startTestApi, type TestApi } from './support/test-api';

const SOURCES = ['identity', 'telecom', 'bank_card', 'bureau', 'anti_fraud', 'court', 'document_reader'];

/** Goal: papers are read once, kept sealed, compared with what was declared, and shown masked with their place on the page. */
describe('documents as they are read', () => {
  let api: TestApi;
  let sandbox: Sandbox;
  let dataDir: string;
  const sources = new HttpSourceClient();
  let serial = 0;

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'loanflow-scans-'));
    sandbox = await buildSandbox({ dataDir, hangMs: 6_000 });
    api = await startTestApi();
  });
  afterAll(async () => {
    await sources.close();
    await api.close();
    await sandbox.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const asActivity = <T>(run: (deps: ActivityDeps) => Promise<T>, attempt = 1): Promise<T> =>
    inActivity(api, { sources, sourcesUrl: sandbox.url, attempt }, run);
  const gather = (applicationId: string, names = SOURCES, attempt = 1) =>
    asActivity((deps) => gatherFacts(deps, { applicationId, sources: names, round: 1 }), attempt);
  const send = async (token: string, url: string, payload: object) => {
    const headers = { ...bearer(token), 'idempotency-key': `scan${++serial}` };
    const answer = await api.app.inject({ method: 'POST', url: `/v1${url}`, payload, headers });
    return { status: answer.statusCode, body: answer.json() };
  };
  const paper = async (kind: string, who: ReturnType<typeof person>, monthlyIncomeMinor = '1500000') => ({
    ...{ kind, contentType: 'image/png' },
    contentBase64: (await drawSpecimen(kind, { ...who, monthlyIncomeMinor })).toString('base64'),
  });

  async function applied(kinds: readonly string[], scenario?: PersonScenario) {
    const who = person({ n: 400 + ++serial, ...(scenario && { scenario }) });
    const { name, idNo, phone, cardNo } = who;
    const token = await api.token('applicant', `scan${serial}`);
    const today = new Date().toISOString().slice(0, 10);
    const { body } = await send(token, '/applications', {
      ...applicationBody(serial, { consents: await consentsOf(api.db, 'consumer_instalment', today) }),
      customer: { kind: 'person', name, idNo, phone },
      payoutAccount: { cardNo, holderName: name },
      documents: await Promise.all(kinds.map((kind) => paper(kind, who))),
    });
    const id = String(body.id);
    await asActivity((deps) => checkConsentStep(deps, id));
    return { id, who, token };
  }
  const decision = async (id: string) =>
    (
      await api.app.inject({
        url: `/v1/applications/${id}/decision`,
        headers: bearer(await api.token('officer')),
      })
    ).json();
  const readings = async (id: string) =>
    (
      await api.pool.query(
        'select kind, outcome, sealed, cost_minor from document_readings where application_id = $1 order by kind',
        [id],
      )
    ).rows;
  const calls = async (): Promise<number> => {
    const log = await fetch(`${sandbox.url}/control/log?party=document_reader`);
    return z.object({ count: z.int() }).parse(await log.json()).count;
  };

  it('finds that a paper contradicts its applicant, and says where it stands', async () => {
    const { id, who } = await applied(['id_card_front', 'id_card_back', 'income_proof'], 'scan_other_name');
    expect((await gather(id)).find(({ source }) => source === 'document_reader')?.outcome).toBe('answered');
    expect(await asActivity((deps) => decideStep(deps, id))).toMatchObject({ result: 'refer' });
    const told = await decision(id);
    expect(told.reasonCodes).toContain('SCAN_DIFFERS');
    expect(told.findings).toContainEqual(
      expect.objectContaining({
        field: 'name',
        source: 'scan.id_card_front',
        declared: 'given',
        found: 'other',
      }),
    );
    const [name, number] = ['name', 'idNo'].map((field) =>
      told.facts.find((fact: { field: string }) => fact.field === field),
    );
    expect(name.declared).toBe(`${who.name.slice(0, 1)}*`);
    expect(name.scans.map(({ document, differs }: Record<string, unknown>) => [document, differs])).toEqual([
      ['id_card_front', true],
      ['income_proof', false],
    ]);
    expect(name.scans[0]).toMatchObject({
      ...{ value: `${who.name.slice(0, 1)}*`, unclear: false, contentType: 'image/png', settled: null },
      documentId: expect.stringMatching(/^doc_/),
      region: { x: expect.any(Number), y: expect.any(Number) },
    });
    expect(name.scans[0].confidencePercent).toBeGreaterThan(90);
    expect(number.scans[0]).toMatchObject({ differs: false, value: expect.stringMatching(/\*{4,}/) });
    const income = told.facts.find((fact: { field: string }) => fact.field === 'monthlyIncomeMinor');
    expect(income.scans[0]).toMatchObject({ value: '1500000', differs: false });
    expect(JSON.stringify(told)).not.toContain(who.idNo);
    expect(JSON.stringify(told)).not.toContain(who.name);
    expect(told.readings.map(({ document, outcome }: Record<string, string>) => [document, outcome])).toEqual(
      [
        ['id_card_front', 'read'],
        ['income_proof', 'read'],
      ],
    );
  });

  it('keeps readings sealed, and reads no paper twice', async () => {
    const { id, who } = await applied(['id_card_front', 'bank_statement']);
    const before = await calls();
    await gather(id);
    expect(await gather(id, SOURCES, 2)).toHaveLength(SOURCES.length);
    expect((await calls()) - before).toBe(2);
    const kept = await readings(id);
    expect(kept.map(({ kind, outcome, cost_minor }) => [kind, outcome, cost_minor])).toEqual([
      ['bank_statement', 'read', 10n],
      ['id_card_front', 'read', 10n],
    ]);
    for (const { sealed } of kept) expect(sealed.includes(Buffer.from(who.name))).toBe(false);
    const { rows } = await api.pool.query(
      "select result, sealed_raw from source_calls where application_id = $1 and source = 'document_reader'",
      [id],
    );
    expect(rows).toEqual([{ result: { documentsRead: 2, documentsUnreadable: 0 }, sealed_raw: null }]);
    await asActivity((deps) => decideStep(deps, id));
    expect((await decision(id)).reasonCodes).not.toContain('SCAN_DIFFERS');
  });

  it('lets somebody who decides settle what a paper says, clear or doubtful, into the record', async () => {
    const { id } = await applied(['id_card_front'], 'scan_low_confidence');
    await gather(id);
    await asActivity((deps) => decideStep(deps, id));
    const told = await decision(id);
    expect(told.reasonCodes).not.toContain('SCAN_DIFFERS');
    const name = told.facts.find(({ field }: { field: string }) => field === 'name');
    expect(name.scans[0]).toMatchObject({ unclear: true, differs: false });
    const officer = await api.token('officer');
    const word = {
      field: 'name',
      source: 'scan.id_card_front',
      believed: 'declared',
      comment: '原件清晰,姓名一致',
    };
    const elsewhere = { ...word, source: 'scan.income_proof' };
    expect((await send(officer, `/applications/${id}/settled-facts`, elsewhere)).status).toBe(404);
    const { status, body } = await send(officer, `/applications/${id}/settled-facts`, word);
    expect(status).toBe(200);
    const settled = body.facts.find(({ field }: { field: string }) => field === 'name').scans[0].settled;
    expect(settled).toMatchObject({ believed: 'declared', comment: word.comment, actorName: 'officer1' });
    const { rows } = await api.pool.query(
      "select data from audit_events where subject = $1 and action = 'fact.settled'",
      [id],
    );
    expect(rows[0].data).toMatchObject({ field: 'name', source: 'scan.id_card_front', believed: 'declared' });
  });

  it('goes on without a reader that says nothing, after its attempts', async () => {
    const { id } = await applied(['id_card_front'], 'scan_timeout_always');
    const only = ['document_reader'];
    await expect(gather(id, only)).rejects.toMatchObject({ type: 'SOURCE_UNAVAILABLE', nonRetryable: false });
    expect(await readings(id)).toEqual([]);
    expect(await gather(id, only, 3)).toEqual([{ source: 'document_reader', outcome: 'unavailable' }]);
    expect(await readings(id)).toEqual([
      { kind: 'id_card_front', outcome: 'unavailable', sealed: null, cost_minor: 0n },
    ]);
  }, 20_000);

  it('reads what is sent later when it arrives, and takes the newest of a kind', async () => {
    const { id, who, token } = await applied(['id_card_front'], 'scan_lower_income');
    await gather(id);
    await asActivity((deps) => decideStep(deps, id));
    const sent = await send(token, `/applications/${id}/documents`, await paper('income_proof', who));
    const { rows: orders } = await api.pool.query(
      "select seq::float8 as seq, ref, attempts from outbox where topic = 'document.read' and ref = $1",
      [sent.body.id],
    );
    expect(orders).toHaveLength(1);
    const addresses = { SOURCES_URL: sandbox.url };
    const deliver = documentReading({ db: api.db, vault: api.vault, sources, addresses });
    const order = {
      ...{ seq: 1, topic: 'document.read' as const, ref: sent.body.id, attempts: 1 },
      ...{ clockId: null, message: null },
    };
    expect(await deliver(order)).toBe('done');
    const before = await calls();
    expect(await deliver(order)).toBe('done');
    expect(await calls()).toBe(before);
    const income = async () =>
      (await decision(id)).facts.find(({ field }: { field: string }) => field === 'monthlyIncomeMinor').scans;
    expect(await income()).toMatchObject([{ value: '750000', differs: true, document: 'income_proof' }]);
    const better = await send(
      token,
      `/applications/${id}/documents`,
      await paper('income_proof', who, '3000000'),
    );
    await deliver({ ...order, ref: better.body.id });
    expect(await income()).toMatchObject([{ value: '1500000', differs: false, documentId: better.body.id }]);
  });

  it('reads a later paper on the strength of a consent only while that stands, where the reader needs one', async () => {
    await api.db.transaction(async (tx) => {
      const now = new Date();
      const today = businessDate(now.getTime());
      const policy = await publishedPolicy(tx, 'source', 'document_reader', today);
      const body = { ...policy?.body, needsConsent: true, consent: 'personal_information' };
      const draft = { kind: 'source' as const, code: 'document_reader', body, effectiveFrom: today };
      const made = await draftPolicy(tx, { ...draft, author: 'usr_a' }, now);
      if (!made.ok) throw new Error(made.code);
      await submitPolicy(tx, made.id);
      await approvePolicy(tx, made.id, 'usr_b', now);
      await publishPolicy(tx, made.id, { on: today, today, by: 'usr_b' }, now);
    });
    const { id, who, token } = await applied(['id_card_front']);
    const sent = await send(token, `/applications/${id}/documents`, await paper('income_proof', who));
    const addresses = { SOURCES_URL: sandbox.url };
    const deliver = documentReading({ db: api.db, vault: api.vault, sources, addresses });
    const order = {
      ...{ seq: 1, topic: 'document.read' as const, ref: sent.body.id, attempts: 1 },
      ...{ clockId: null, message: null },
    };
    const consentsEnd = (from: string) =>
      api.pool.query('update consents set valid_until = now() + $2::interval where application_id = $1', [
        id,
        from,
      ]);
    const before = await calls();
    await consentsEnd('-1 second');
    expect(await deliver(order)).toBe('done');
    expect(await calls()).toBe(before);
    await consentsEnd('1 day');
    expect(await deliver(order)).toBe('done');
    expect(await calls()).toBe(before + 1);
  });
});
