import { createPublicKey, type KeyObject } from 'node:crypto';
import { Client } from 'pg';
import { appendAudit, auditChainOf, eraseAuditSalts } from '../../db/repositories/audit';
import { sha256 } from '../../db/repositories/audit-chain';
import { sealAuditDay, verifierOf } from '../../db/repositories/audit-roots';
import { auditSigner } from '../../db/repositories/audit-signer';
import { type AuditProof, verifyProof } from '../../domain/audit/proof';
import { bearer, startTestApi, TEST_SETTINGS, type TestApi } from './support/test-api';

const signer = auditSigner(TEST_SETTINGS.secret);
let api: TestApi;
let auditor: string;
beforeAll(async () => {
  api = await startTestApi();
  auditor = await api.token('auditor');
});
afterAll(() => api.close());

const at = new Date('2026-03-01T00:00:00Z');
const append = (subject: string, action: string, personal?: Record<string, string>) =>
  api.db.transaction((tx) =>
    appendAudit(tx, { subject, at, actorId: 'usr_1', action, data: { amountMinor: '5' }, personal }),
  );
const get = async (url: string) => (await api.app.inject({ url, headers: bearer(auditor) })).json();
/** Changes rows behind the triggers, as somebody with the superuser's power would. */
async function tamper(statement: string): Promise<void> {
  const client = new Client({ connectionString: api.database.ownerUrl });
  await client.connect();
  await client.query(
    'alter table audit_events disable trigger user; alter table audit_root_leaves disable trigger user; alter table audit_chains disable trigger user',
  );
  await client.query(statement);
  await client.query(
    'alter table audit_events enable trigger user; alter table audit_root_leaves enable trigger user; alter table audit_chains enable trigger user',
  );
  await client.end();
}

describe('audit record', () => {
  it('keeps one chain per subject under concurrent appends', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => append('app_concurrent', `step.${i % 3}`)));
    const entries = await auditChainOf(api.db, 'app_concurrent');
    expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(await get('/v1/audit/subjects/app_concurrent/verification')).toMatchObject({
      ok: true,
      length: 20,
    });
  });

  it('refuses change and removal to the runtime role', async () => {
    await append('app_refuse', 'a');
    for (const statement of [
      `update audit_events set action = 'b' where subject = 'app_refuse'`,
      `delete from audit_events where subject = 'app_refuse'`,
      'truncate audit_events cascade',
      `delete from audit_chains where subject = 'app_refuse'`,
      `update audit_chains set seq = 0 where subject = 'app_refuse'`,
      `update audit_chains set seq = seq + 1, head_hash = 'x' where subject = 'app_refuse'`,
    ])
      await expect(api.pool.query(statement)).rejects.toThrow(
        /permission denied|append-only|follow its events|must be owner/,
      );
  });

  it('stays valid when personal values are erased', async () => {
    await append('cus_erased', 'customer.created', { idNo: '110101199003070000' });
    const [entry] = await auditChainOf(api.db, 'cus_erased');
    expect(entry?.personal.idNo).toMatch(/^[0-9a-f]{64}$/);
    expect(await api.db.transaction((tx) => eraseAuditSalts(tx, 'cus_erased'))).toBe(1);
    expect((await get('/v1/audit/subjects/cus_erased/verification')).ok).toBe(true);
  });

  it('is sealed by day under signed roots that name each other, and each entry can be proved elsewhere', async () => {
    await append('app_proved', 'one');
    const first = await sealAuditDay(api.db, signer, {
      day: '2026-03-01',
      before: new Date(Date.now() + 1_000),
    });
    expect(
      await sealAuditDay(api.db, signer, { day: '2026-03-01', before: new Date(Date.now() + 1_000) }),
    ).toBeNull();
    await append('app_proved', 'two');
    const second = await sealAuditDay(api.db, signer, {
      day: '2026-03-02',
      before: new Date(Date.now() + 1_000),
    });
    expect(second).toMatchObject({ seq: 2, size: 1, prevRootHash: first?.rootHash });
    const proof: AuditProof = await get('/v1/audit/subjects/app_proved/proof');
    const { keys } = (await api.app.inject('/v1/audit/keys')).json();
    const published = new Map<string, KeyObject>(
      keys.map((key: { kid: string; x: string }) => [
        key.kid,
        createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key.x }, format: 'jwk' }),
      ]),
    );
    expect(verifyProof(proof, sha256, verifierOf(published))).toEqual({ ok: true, length: 2, anchored: 2 });
    const forged = { ...proof, roots: proof.roots.map((root) => ({ ...root, size: root.size + 1 })) };
    expect(verifyProof(forged, sha256, verifierOf(published))).toMatchObject({
      ok: false,
      code: 'BAD_SIGNATURE',
    });
    const skipped = { ...proof, roots: proof.roots.slice(1) };
    expect(verifyProof(skipped, sha256, verifierOf(published))).toMatchObject({
      ok: false,
      code: 'ROOT_GAP',
    });
  });

  it('shows alteration, a tail cut off with its head, and an event gone from a sealed day', async () => {
    for (const action of ['a', 'b', 'c']) await append('app_tampered', action);
    await append('app_cut', 'a');
    await append('app_cut', 'b');
    await append('app_neighbour', 'a');
    await sealAuditDay(api.db, signer, { day: '2026-03-03', before: new Date(Date.now() + 1_000) });
    await tamper(
      `update audit_events set data = '{"amountMinor":"6"}' where subject = 'app_tampered' and seq = 2`,
    );
    expect(await get('/v1/audit/subjects/app_tampered/verification')).toMatchObject({
      ok: false,
      code: 'ALTERED',
      at: 'entry 2',
    });
    await tamper(`
      delete from audit_root_leaves where event_id = (select id from audit_events where subject = 'app_cut' and seq = 2);
      delete from audit_events where subject = 'app_cut' and seq = 2;`);
    expect(await get('/v1/audit/subjects/app_cut/verification')).toMatchObject({
      ok: false,
      code: 'TAIL_CUT_OFF',
    });
    await tamper(
      `update audit_chains set seq = 1, head_hash = (select hash from audit_events where subject = 'app_cut') where subject = 'app_cut'`,
    );
    expect(await get('/v1/audit/subjects/app_cut/verification')).toMatchObject({
      ok: false,
      code: 'NOT_UNDER_ROOT',
    });
    expect(await get('/v1/audit/subjects/app_neighbour/verification')).toMatchObject({
      code: 'NOT_UNDER_ROOT',
    });
  });
});
