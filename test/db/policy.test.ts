import { and, eq } from 'drizzle-orm';
import { Client } from 'pg';
import { type Db, openDatabase } from '../../db/client';
import { pinnedPolicy, publishedOfKind, publishedPolicy } from '../../db/repositories/policy';
import {
  approvePolicy,
  draftPolicy,
  publishPolicy,
  retirePolicy,
  rewriteDraft,
  sendBackPolicy,
  submitPolicy,
} from '../../db/repositories/policy-editing';
import { MissingPolicyError, pinnedPolicySet, policySetOn } from '../../db/repositories/policy-set';
import { policyVersions } from '../../db/schema/policy';
import { seedPolicies } from '../../db/seed/policies';
import { POLICY_SEEDS } from '../../db/seed/policies/all';
import { refsOf } from '../../domain/policy/policy';
import { freshDatabase, type TestDatabase } from '../support/postgres';

let database: TestDatabase;
let db: Db;
let close: () => Promise<void>;
const now = new Date('2026-06-01T02:00:00Z');

beforeAll(async () => {
  database = await freshDatabase();
  ({ db, close } = openDatabase({ connectionString: database.appUrl }));
  await seedPolicies(db, now);
});
afterAll(async () => {
  await close?.();
  await database?.drop();
});

const limits = (customerMaxMinor: string) => ({
  customerMaxMinor,
  openApplicationsMax: 3,
  dtiReferPercent: 50,
  dtiMaxPercent: 60,
});
const draft = (code: string, body: unknown, author = 'usr_author') =>
  db.transaction((tx) =>
    draftPolicy(tx, { kind: 'limits', code, body, effectiveFrom: '2026-06-01', author }, now),
  );
const approve = (id: string, who: string) => db.transaction((tx) => approvePolicy(tx, id, who, now));
const submit = (id: string) => db.transaction((tx) => submitPolicy(tx, id));
const step = (on: string) => ({ on, today: '2026-06-01', by: 'usr_second' });
const publish = (id: string, from: string) => db.transaction((tx) => publishPolicy(tx, id, step(from), now));
const retire = (id: string, to: string) => db.transaction((tx) => retirePolicy(tx, id, step(to), now));

async function published(code: string, customerMaxMinor: string, from: string): Promise<string> {
  const made = await draft(code, limits(customerMaxMinor));
  if (!made.ok) throw new Error('fixture');
  await submit(made.id);
  await approve(made.id, 'usr_second');
  expect(await publish(made.id, from)).toEqual({ ok: true });
  return made.id;
}

describe('seedPolicies', () => {
  it('publishes everything once, however often it runs', async () => {
    expect(await seedPolicies(db, now)).toBe(0);
    const rows = await db
      .select({ status: policyVersions.status })
      .from(policyVersions)
      .where(eq(policyVersions.author, 'system:seed'));
    expect(rows).toHaveLength(POLICY_SEEDS.length);
    expect(new Set(rows.map((row) => row.status))).toEqual(new Set(['published']));
  });
});

describe('policy set', () => {
  it('holds every policy of a product, pinned, and can be loaded again from its refs', async () => {
    for (const code of ['consumer_instalment', 'working_capital']) {
      const set = await policySetOn(db, code, 1, '2026-06-01');
      expect(set.product.ref).toEqual({ kind: 'product', code, version: 1 });
      expect(set.sources.map(({ ref }) => ref.code)).toEqual(set.product.body.sources);
      expect(set.consents.map(({ ref }) => ref.code)).toEqual(set.product.body.consents);
      expect(set.contractTemplate).toBeNull();
      const again = await pinnedPolicySet(db, refsOf(set));
      expect(refsOf(again)).toEqual(refsOf(set));
      expect(again).toEqual(set);
    }
  });

  it('is decided by the day: a version published later governs from its day on, and pinned ones stay', async () => {
    const before = await policySetOn(db, 'car_loan', 1, '2026-06-01');
    await published('limits_car', '99900000', '2026-07-01');
    expect((await policySetOn(db, 'car_loan', 1, '2026-06-30')).limits.ref.version).toBe(1);
    const after = await policySetOn(db, 'car_loan', 1, '2026-07-01');
    expect(after.limits).toMatchObject({ ref: { version: 2 }, body: { customerMaxMinor: '99900000' } });
    expect((await pinnedPolicySet(db, refsOf(before))).limits.ref.version).toBe(1);
  });

  it('names what is missing', async () => {
    await expect(policySetOn(db, 'consumer_instalment', 7, '2026-06-01')).rejects.toThrow(MissingPolicyError);
    await expect(policySetOn(db, 'consumer_instalment', 1, '2019-12-31')).rejects.toThrow(
      /entry_rules entry_person/,
    );
  });

  it('lists what is in force of a kind', async () => {
    const products = await publishedOfKind(db, 'product', '2026-06-01');
    const seeded = POLICY_SEEDS.filter(({ kind }) => kind === 'product').map(({ code }) => code);
    expect(products.map(({ ref }) => ref.code).sort()).toEqual(seeded.sort());
    expect(seeded).toContain('consumer_revolving');
    expect(await publishedOfKind(db, 'product', '2019-12-31')).toEqual([]);
  });
});

describe('a policy version', () => {
  it('is drafted, approved by a second person, published, retired', async () => {
    const made = await draft('life', limits('100'));
    if (!made.ok) throw new Error('fixture');
    expect(made.version).toBe(1);
    expect(await publishedPolicy(db, 'limits', 'life', '2026-06-01')).toBeNull();
    expect(await publish(made.id, '2026-06-01')).toEqual({ ok: false, code: 'WRONG_POLICY_STATUS' });
    expect(await approve(made.id, 'usr_second')).toEqual({ ok: false, code: 'WRONG_POLICY_STATUS' });
    expect(await submit(made.id)).toEqual({ ok: true });
    expect(await approve(made.id, 'usr_author')).toEqual({ ok: false, code: 'MAKER_IS_CHECKER' });
    expect(await approve(made.id, 'usr_second')).toEqual({ ok: true });
    expect(await publish(made.id, '2026-05-31')).toEqual({ ok: false, code: 'EFFECTIVE_IN_PAST' });
    expect(await publish(made.id, '2026-06-01')).toEqual({ ok: true });
    expect(await publishedPolicy(db, 'limits', 'life', '2026-06-01')).toMatchObject({ body: limits('100') });
    expect(await publishedPolicy(db, 'limits', 'life', '2026-05-31')).toBeNull();
    expect(await retire(made.id, '2026-09-01')).toEqual({ ok: true });
    expect(await publishedPolicy(db, 'limits', 'life', '2026-08-31')).not.toBeNull();
    expect(await publishedPolicy(db, 'limits', 'life', '2026-09-01')).toBeNull();
    expect(await pinnedPolicy(db, 'limits', 'life', 1)).not.toBeNull();
  });

  it('goes back to its author, and nobody who wrote in it may approve it', async () => {
    const made = await draft('back', limits('1'));
    if (!made.ok) throw new Error('fixture');
    const rewrite = (body: unknown) => db.transaction((tx) => rewriteDraft(tx, made.id, body, 'usr_third'));
    await submit(made.id);
    expect(await rewrite(limits('2'))).toEqual({ ok: false, code: 'WRONG_POLICY_STATUS' });
    expect(await db.transaction((tx) => sendBackPolicy(tx, made.id, 'usr_second'))).toEqual({ ok: true });
    expect(await rewrite({ ...limits('2'), openApplicationsMax: 0 })).toMatchObject({
      code: 'POLICY_BODY_INVALID',
      pointers: ['/openApplicationsMax'],
    });
    expect(await rewrite(limits('2'))).toEqual({ ok: true });
    await submit(made.id);
    expect(await approve(made.id, 'usr_third')).toEqual({ ok: false, code: 'MAKER_IS_CHECKER' });
    expect(await approve(made.id, 'usr_second')).toEqual({ ok: true });
    const [row] = await db.select().from(policyVersions).where(eq(policyVersions.id, made.id));
    expect(row).toMatchObject({ revision: 6, editors: ['usr_author', 'usr_third'], body: limits('2') });
  });

  it('that starts in the future and is retired before never governs', async () => {
    const id = await published('never', '100', '2026-08-01');
    expect(await retire(id, '2026-06-15')).toEqual({ ok: true });
    expect(await publishedPolicy(db, 'limits', 'never', '2026-08-01')).toBeNull();
  });

  it('is refused with pointers when its body does not fit', async () => {
    expect(await draft('bad', { ...limits('100'), dtiMaxPercent: 101, surprise: 1 })).toEqual({
      ok: false,
      code: 'POLICY_BODY_INVALID',
      pointers: expect.arrayContaining(['/dtiMaxPercent']),
    });
    expect(await approve('pol_none', 'usr_second')).toEqual({ ok: false, code: 'NO_SUCH_POLICY' });
  });

  it('counts versions up per name', async () => {
    const [first, second] = [await draft('count', limits('1')), await draft('count', limits('2'))];
    expect([first, second]).toMatchObject([{ version: 1 }, { version: 2 }]);
  });

  it('can be read while a draft, and is not kept then: a corrected draft is seen', async () => {
    const made = await draft('fresh', limits('1'));
    if (!made.ok) throw new Error('fixture');
    expect(await pinnedPolicy(db, 'limits', 'fresh', 1)).toMatchObject({ body: { customerMaxMinor: '1' } });
    await db
      .update(policyVersions)
      .set({ body: limits('2') })
      .where(eq(policyVersions.id, made.id));
    expect(await pinnedPolicy(db, 'limits', 'fresh', 1)).toMatchObject({ body: { customerMaxMinor: '2' } });
  });
});

describe('Postgres itself', () => {
  const seedRow = and(eq(policyVersions.kind, 'limits'), eq(policyVersions.code, 'limits_person'));
  const asOwner = async (statement: string) => {
    const client = new Client({ connectionString: database.ownerUrl });
    await client.connect();
    try {
      return await client.query(statement);
    } finally {
      await client.end();
    }
  };

  it('keeps the words, name, author, approver and first day of a published version', async () => {
    for (const change of [
      { body: limits('1') },
      { code: 'other' },
      { version: 9 },
      { author: 'usr_x' },
      { approver: 'usr_y' },
      { effectiveFrom: '2021-01-01' },
      { status: 'draft' as const },
    ]) {
      await expect(db.update(policyVersions).set(change).where(seedRow)).rejects.toThrow();
    }
    await expect(db.delete(policyVersions).where(seedRow)).rejects.toThrow();
    expect(await publishedPolicy(db, 'limits', 'limits_person', '2026-06-01')).toMatchObject({
      ref: { version: 1 },
    });
  });

  it('refuses even the owner', async () => {
    await expect(
      asOwner(`update policy_versions set body = '{}' where code = 'limits_person'`),
    ).rejects.toThrow(/keeps its words/);
    await expect(asOwner(`delete from policy_versions where code = 'limits_person'`)).rejects.toThrow(
      /only a draft/,
    );
  });

  it('refuses an approver who is the author, and a version that was never approved', async () => {
    const row = {
      id: 'pol_x',
      kind: 'limits' as const,
      code: 'x',
      version: 1,
      body: limits('1'),
      effectiveFrom: '2026-06-01',
      author: 'a',
      createdAt: now,
    };
    await expect(
      db.insert(policyVersions).values({ ...row, status: 'approved', approver: 'a', approvedAt: now }),
    ).rejects.toThrow();
    await expect(
      db.insert(policyVersions).values({ ...row, status: 'published', publishedAt: now }),
    ).rejects.toThrow();
  });

  it('lets a draft be thrown away', async () => {
    const made = await draft('away', limits('1'));
    if (!made.ok) throw new Error('fixture');
    expect(
      await db
        .delete(policyVersions)
        .where(eq(policyVersions.id, made.id))
        .returning({ id: policyVersions.id }),
    ).toHaveLength(1);
  });
});
