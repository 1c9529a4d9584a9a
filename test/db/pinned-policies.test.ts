import type { ActivityDeps } from '../../activities/support/deps';
import { policiesFor } from '../../activities/support/policies';
import type { ApplicationRow } from '../../activities/support/step';
import { type Db, openDatabase } from '../../db/client';
import {
  approvePolicy,
  draftPolicy,
  publishPolicy,
  submitPolicy,
} from '../../db/repositories/policy-editing';
import { decisions } from '../../db/schema/underwriting';
import { seedPolicies } from '../../db/seed/policies';
import { refsOf } from '../../domain/policy/policy';
import { freshDatabase, type TestDatabase } from '../support/postgres';

let database: TestDatabase;
let db: Db;
let close: () => Promise<void>;
let deps: ActivityDeps;
const now = new Date('2026-06-01T02:00:00Z');
const today = '2026-06-01';

beforeAll(async () => {
  database = await freshDatabase();
  ({ db, close } = openDatabase({ connectionString: database.appUrl }));
  await seedPolicies(db, now);
  deps = { db, settings: { utcOffsetMinutes: 480 } } as ActivityDeps;
});
afterAll(async () => {
  await close?.();
  await database?.drop();
});

const application = (id: string) =>
  ({ id, productCode: 'consumer_instalment', productVersion: 1, createdAt: now }) as ApplicationRow;
const limitsOf = async (id: string) => (await policiesFor(deps, db, application(id))).limits.ref.version;

/** Another version of the limits that all persons' products share, in force at once. */
async function publishLimits(): Promise<void> {
  const body = { customerMaxMinor: '100', openApplicationsMax: 1, dtiReferPercent: 10, dtiMaxPercent: 20 };
  const from = {
    kind: 'limits' as const,
    code: 'limits_person',
    body,
    effectiveFrom: today,
    author: 'usr_a',
  };
  await db.transaction(async (tx) => {
    const made = await draftPolicy(tx, from, now);
    if (!made.ok) throw new Error('fixture');
    await submitPolicy(tx, made.id);
    await approvePolicy(tx, made.id, 'usr_b', now);
    await publishPolicy(tx, made.id, { on: today, today, by: 'usr_a' }, now);
  });
}

it('an application keeps what it was decided under, the next one feels what was published the same day', async () => {
  const set = await policiesFor(deps, db, application('app_decided'));
  await db.insert(decisions).values({
    ...{
      id: 'dec_1',
      applicationId: 'app_decided',
      step: 'automatic/1',
      kind: 'automatic',
      result: 'approve',
    },
    ...{ reasonCodes: [], inputsHash: '', inputs: {}, policyVersions: refsOf(set), decidedBy: 'system' },
    decidedAt: now,
  });
  await publishLimits();
  await new Promise((resolve) => setTimeout(resolve, 2_050));
  expect(await limitsOf('app_decided')).toBe(1);
  expect(await limitsOf('app_next')).toBe(2);
  await publishLimits();
  expect(await limitsOf('app_next')).toBe(2);
  await new Promise((resolve) => setTimeout(resolve, 2_050));
  expect(await limitsOf('app_next')).toBe(3);
  expect(await limitsOf('app_decided')).toBe(1);
});
