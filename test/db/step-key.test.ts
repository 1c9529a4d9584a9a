import type { ActivityDeps } from '../../activities/support/deps';
import { inStep } from '../../activities/support/step';
import { withKeys } from '../../activities/support/step-key';
import { newId } from '../../contracts/ids';
import type { InboxItem } from '../../contracts/loan/steps';
import { openDatabase } from '../../db/client';
import { auditHeadOf } from '../../db/repositories/audit';
import { applications } from '../../db/schema/applications';
import { customers } from '../../db/schema/customers';
import { freshDatabase } from '../support/postgres';

describe('a database step whose answer was lost', () => {
  let database: ReturnType<typeof openDatabase>;
  let drop: () => Promise<void>;
  let deps: ActivityDeps;

  beforeAll(async () => {
    const fresh = await freshDatabase();
    drop = fresh.drop;
    database = openDatabase({ connectionString: fresh.appUrl });
    deps = { db: database.db, settings: { utcOffsetMinutes: 480 } } as ActivityDeps;
  });
  afterAll(async () => {
    await database.close();
    await drop();
  });

  /** A step that leaves a trace and counts how often its work was done. */
  const counting = (work: (run: number) => InboxItem[]) => {
    let runs = 0;
    const steps = withKeys({
      takeInbox: ({ applicationId }: { applicationId: string }) =>
        inStep(deps, applicationId, async ({ records, app, now }) => {
          runs += 1;
          records.audits.push({ subject: app.id, at: now, actorId: 'system', action: 'test.done' });
          return work(runs);
        }),
    });
    return { steps, runs: () => runs };
  };

  it('returns the stored answer when it runs again under its key, and runs anew under another', async () => {
    const applicationId = await application();
    const { steps, runs } = counting((run) =>
      run === 1 ? [{ seq: 1, kind: 'documents', ref: 'doc_1' }] : [],
    );
    const first = await steps.takeInbox({ applicationId }, 'key-1');
    expect(first).toEqual([{ seq: 1, kind: 'documents', ref: 'doc_1' }]);
    await expect(steps.takeInbox({ applicationId }, 'key-1')).resolves.toEqual(first);
    expect([runs(), (await auditHeadOf(database.db, applicationId))?.seq]).toEqual([1, 1]);
    await expect(steps.takeInbox({ applicationId }, 'key-2')).resolves.toEqual([]);
    expect([runs(), (await auditHeadOf(database.db, applicationId))?.seq]).toEqual([2, 2]);
  });

  it('takes effect once when the same key runs twice at the same moment', async () => {
    const applicationId = await application();
    const { steps } = counting(() => []);
    const both = await Promise.allSettled([1, 2, 3].map(() => steps.takeInbox({ applicationId }, 'key-4')));
    expect(both.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    await expect(steps.takeInbox({ applicationId }, 'key-4')).resolves.toEqual([]);
    expect((await auditHeadOf(database.db, applicationId))?.seq).toBe(1);
  });

  it('stores nothing when its transaction fails, so that the repetition does the work', async () => {
    const applicationId = await application();
    const { steps, runs } = counting((run) => {
      if (run === 1) throw new Error('connection lost');
      return [];
    });
    await expect(steps.takeInbox({ applicationId }, 'key-3')).rejects.toThrow('connection lost');
    expect(await auditHeadOf(database.db, applicationId)).toBeNull();
    await expect(steps.takeInbox({ applicationId }, 'key-3')).resolves.toEqual([]);
    expect([runs(), (await auditHeadOf(database.db, applicationId))?.seq]).toEqual([2, 1]);
  });

  async function application(): Promise<string> {
    const [id, customerId, now] = [newId('app'), newId('cus'), new Date()];
    await database.db.insert(customers).values({
      id: customerId,
      kind: 'person',
      sealed: Buffer.alloc(1),
      idIndex: customerId,
      phoneIndex: customerId,
      nameIndex: customerId,
      maskedName: '*',
      maskedId: '*',
      maskedPhone: '*',
      createdAt: now,
    });
    await database.db.insert(applications).values({
      id,
      customerId,
      productCode: 'instant_small',
      productVersion: 1,
      channel: 'api',
      createdBy: 'system',
      currency: 'CNY',
      amountMinor: 100n,
      termMonths: 12,
      purpose: 'daily',
      method: 'equal-instalment',
      declared: {},
      stage: 'PRE_SCREEN',
      stageSince: now,
      createdAt: now,
      updatedAt: now,
    });
    return id;
  }
});
