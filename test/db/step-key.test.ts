import { once, withKeys } from '../../activities/support/step-key';
import type { InboxItem } from '../../contracts/loan/steps';
import { openDatabase } from '../../db/client';
import { freshDatabase } from '../support/postgres';

describe('a database step whose answer was lost', () => {
  let database: ReturnType<typeof openDatabase>;
  let drop: () => Promise<void>;
  let runs = 0;

  beforeAll(async () => {
    const fresh = await freshDatabase();
    drop = fresh.drop;
    database = openDatabase({ connectionString: fresh.appUrl });
  });
  afterAll(async () => {
    await database.close();
    await drop();
  });

  const steps = () =>
    withKeys({
      takeInbox: () =>
        database.db.transaction((tx) =>
          once(tx, async (): Promise<InboxItem[]> => {
            runs += 1;
            return runs === 1 ? [{ seq: 1, kind: 'documents', ref: 'doc_1' }] : [];
          }),
        ),
    });

  it('returns the stored answer when it runs again under its key, and runs anew under another', async () => {
    const first = await steps().takeInbox({ applicationId: 'app_1' }, 'key-1');
    expect(first).toEqual([{ seq: 1, kind: 'documents', ref: 'doc_1' }]);
    await expect(steps().takeInbox({ applicationId: 'app_1' }, 'key-1')).resolves.toEqual(first);
    expect(runs).toBe(1);
    await expect(steps().takeInbox({ applicationId: 'app_1' }, 'key-2')).resolves.toEqual([]);
    expect(runs).toBe(2);
  });

  it('stores nothing when its transaction fails, so that the repetition does the work', async () => {
    let attempts = 0;
    const failing = withKeys({
      takeInbox: () =>
        database.db.transaction(async (tx) =>
          once(tx, async (): Promise<InboxItem[]> => {
            attempts += 1;
            if (attempts === 1) throw new Error('connection lost');
            return [];
          }),
        ),
    });
    await expect(failing.takeInbox({ applicationId: 'app_2' }, 'key-3')).rejects.toThrow('connection lost');
    await expect(failing.takeInbox({ applicationId: 'app_2' }, 'key-3')).resolves.toEqual([]);
    expect(attempts).toBe(2);
  });
});
