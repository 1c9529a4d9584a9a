import { applyCommand } from '../../activities/commands/apply';
import type { ActivityDeps } from '../../activities/support/deps';
import { park, unpark } from '../../activities/support/upkeep';
import { verifiedChain } from '../../api/reads/audit-verification';
import { newId } from '../../contracts/ids';
import { openDatabase } from '../../db/client';
import { commands } from '../../db/schema/messaging';
import { devUserId, seedDevAccess } from '../../db/seed/access';
import { freshDatabase } from '../support/postgres';
import { someApplication } from './support/some-application';

describe('resuming a parked loan', () => {
  let database: ReturnType<typeof openDatabase>;
  let drop: () => Promise<void>;
  let deps: ActivityDeps;

  beforeAll(async () => {
    const fresh = await freshDatabase();
    drop = fresh.drop;
    database = openDatabase({ connectionString: fresh.appUrl });
    await seedDevAccess(database.db, 'dev');
    deps = { db: database.db, settings: { utcOffsetMinutes: 480, signalDecisions: true } } as ActivityDeps;
  });
  afterAll(async () => {
    await database.close();
    await drop();
  });

  const parkedAt = async (step: string): Promise<string> => {
    const applicationId = await someApplication(database.db);
    await park(deps, { applicationId, step, reason: 'BANK_REFUSED' });
    return applicationId;
  };
  const resumedBy = (applicationId: string, user: string, channel: 'api' | 'signal' = 'api') =>
    applyCommand(deps, {
      ...{ applicationId, kind: 'resume', channel },
      command: { commandId: newId('cmd'), actorId: devUserId(user) },
    });
  const SECOND = { ok: false, code: 'SECOND_PERSON_NEEDED' };
  const RESUMED = { ok: true, effect: 'RESUMED' };

  it.each(['sendPayout', 'collectInstalment', 'payRefund', 'payDraw', 'bookInbox'])(
    'takes two people where %s moves money, and the first one’s word is kept',
    async (step) => {
      const id = await parkedAt(step);
      expect(await resumedBy(id, 'operator1')).toEqual(SECOND);
      expect(await resumedBy(id, 'operator1')).toEqual({ ok: false, code: 'MAKER_IS_CHECKER' });
      expect(await resumedBy(id, 'officer1')).toEqual({ ok: false, code: 'NOT_AUTHORISED' });
      expect(await resumedBy(id, 'operator2', 'signal')).toEqual(RESUMED);
      const rows = await database.db.select().from(commands);
      const told = rows.filter(({ workflowId }) => workflowId === `loan/${id}`).map(({ status }) => status);
      expect(told.sort()).toEqual(['applied', 'applied', 'refused', 'refused']);
      expect((await verifiedChain(database.db, id, () => true))?.ok).toBe(true);
    },
  );

  it('takes two people anew when the same step stops again', async () => {
    const id = await parkedAt('sendPayout');
    await resumedBy(id, 'operator1');
    expect(await resumedBy(id, 'operator2')).toEqual(RESUMED);
    await unpark(deps, { applicationId: id });
    await park(deps, { applicationId: id, step: 'sendPayout', reason: 'BANK_REFUSED' });
    expect(await resumedBy(id, 'operator2')).toEqual(SECOND);
    expect(await resumedBy(id, 'operator1')).toEqual(RESUMED);
  });

  it('takes one person elsewhere', async () => {
    expect(await resumedBy(await parkedAt('decide'), 'operator1')).toEqual(RESUMED);
  });
});
