import type { ActivityDeps } from '../../activities/support/deps';
import { inStep } from '../../activities/support/step';
import { withKeys } from '../../activities/support/step-key';
import type { InboxItem } from '../../contracts/loan/steps';
import { openDatabase } from '../../db/client';
import { auditHeadOf } from '../../db/repositories/audit';
import { freshDatabase } from '../support/postgres';
import { someApplication } from './support/some-application';

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
    const applicationId = await someApplication(database.db);
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
    const applicationId = await someApplication(database.db);
    const { steps } = counting(() => []);
    const both = await Promise.allSettled([1, 2, 3].map(() => steps.takeInbox({ applicationId }, 'key-4')));
    expect(both.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    await expect(steps.takeInbox({ applicationId }, 'key-4')).resolves.toEqual([]);
    expect((await auditHeadOf(database.db, applicationId))?.seq).toBe(1);
  });

  it('stores nothing when its transaction fails, so that the repetition does the work', async () => {
    const applicationId = await someApplication(database.db);
    const { steps, runs } = counting((run) => {
      if (run === 1) throw new Error('connection lost');
      return [];
    });
    await expect(steps.takeInbox({ applicationId }, 'key-3')).rejects.toThrow('connection lost');
    expect(await auditHeadOf(database.db, applicationId)).toBeNull();
    await expect(steps.takeInbox({ applicationId }, 'key-3')).resolves.toEqual([]);
    expect([runs(), (await auditHeadOf(database.db, applicationId))?.seq]).toEqual([2, 1]);
  });
});
