import pino from 'pino';
import { keepHouse } from '../../activities/support/housekeeping';
import { newId } from '../../contracts/ids';
import { openDatabase } from '../../db/client';
import { appendAudit } from '../../db/repositories/audit';
import { auditRoots } from '../../db/schema/audit';
import { stepResults } from '../../db/schema/steps';
import { freshDatabase } from '../support/postgres';

const DAY_MS = 86_400_000;

describe('housekeeping', () => {
  let database: ReturnType<typeof openDatabase>;
  let drop: () => Promise<void>;
  const house = () => ({
    db: database.db,
    secret: 'a secret of at least thirty-two characters',
    utcOffsetMinutes: 480,
    log: pino({ level: 'silent' }),
  });

  beforeAll(async () => {
    const fresh = await freshDatabase();
    drop = fresh.drop;
    database = openDatabase({ connectionString: fresh.appUrl });
  });
  afterAll(async () => {
    await database.close();
    await drop();
  });

  it('seals the audit events of past days under one signed root per day, however many workers do it', async () => {
    const now = new Date();
    await database.db.transaction((tx) =>
      appendAudit(tx, { subject: newId('app'), at: now, actorId: 'system', action: 'test.done' }),
    );
    const tomorrow = new Date(now.getTime() + DAY_MS);
    await Promise.all([
      keepHouse(house(), tomorrow),
      keepHouse(house(), tomorrow),
      keepHouse(house(), tomorrow),
    ]);
    const roots = await database.db.select().from(auditRoots);
    expect(roots).toHaveLength(1);
    expect(roots[0]).toMatchObject({ seq: 1, size: 1 });
  });

  it('forgets step results after days and keeps fresh ones', async () => {
    const old = new Date(Date.now() - 5 * DAY_MS);
    await database.db.insert(stepResults).values([
      { key: 'old', result: 1, doneAt: old },
      { key: 'fresh', result: 2, doneAt: new Date() },
    ]);
    await keepHouse(house(), new Date());
    const keys = (await database.db.select().from(stepResults)).map(({ key }) => key);
    expect(keys).toEqual(['fresh']);
  });
});
