import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { cancelTasks, escalateTask, openApproval } from '../../activities/approval/open';
import { applyCommand } from '../../activities/commands/apply';
import type { ActivityDeps } from '../../activities/support/deps';
import { inStep } from '../../activities/support/step';
import { newId } from '../../contracts/ids';
import { openDatabase } from '../../db/client';
import { Vault } from '../../db/crypto/vault';
import { applications } from '../../db/schema/applications';
import { testClocks } from '../../db/schema/clocks';
import { tasks } from '../../db/schema/tasks';
import { devUserId, seedDevAccess } from '../../db/seed/access';
import { seedPolicies } from '../../db/seed/policies';
import { freshDatabase } from '../support/postgres';
import { someApplication } from './support/some-application';

const OFFICER = { level: 'OFFICER', votesNeeded: 1 } as const;
const at = (day: number, time: string) => new Date(`2026-03-0${day}T${time}:00Z`);

describe('an approval that is returned for documents', () => {
  let database: ReturnType<typeof openDatabase>;
  let drop: () => Promise<void>;
  let deps: ActivityDeps;

  beforeAll(async () => {
    const fresh = await freshDatabase();
    drop = fresh.drop;
    database = openDatabase({ connectionString: fresh.appUrl });
    await seedDevAccess(database.db, 'dev');
    await seedPolicies(database.db);
    const key = { id: 'k1', key: randomBytes(32) };
    const vault = new Vault({ keks: [key], indexKey: randomBytes(32) });
    const settings = { utcOffsetMinutes: 480, signalDecisions: true };
    deps = { db: database.db, vault, settings } as ActivityDeps;
  });
  afterAll(async () => {
    await database.close();
    await drop();
  });

  const referred = async () => {
    const [applicationId, clockId] = [await someApplication(database.db), newId('clk')];
    await database.db.insert(testClocks).values({
      ...{ id: clockId, name: 'tasks', now: at(2, '08:00'), status: 'ready' },
      ...{ createdBy: 'usr_test', createdAt: new Date() },
    });
    await database.db
      .update(applications)
      .set({ clockId, route: 'OFFICER', stage: 'DECISION', createdAt: at(2, '07:00') })
      .where(eq(applications.id, applicationId));
    return {
      applicationId,
      moveTo: (now: Date) => database.db.update(testClocks).set({ now }).where(eq(testClocks.id, clockId)),
      round: (round: number) => openApproval(deps, { applicationId, level: OFFICER, round }),
      order: (kind: 'approve' | 'returnForDocuments', taskId: string, reasonCodes: string[]) =>
        applyCommand(deps, {
          ...{ applicationId, kind, channel: 'api' },
          command: { commandId: newId('cmd'), actorId: devUserId('officer1'), taskId, reasonCodes },
        }),
      row: async (id: string) => (await database.db.select().from(tasks).where(eq(tasks.id, id)))[0],
    };
  };

  it('stands still while the applicant is waited for, and goes on with the time that was left', async () => {
    const one = await referred();
    const first = await one.round(1);
    expect(first).toMatchObject({ dueAt: '2026-03-03T08:00:00.000Z', deputyAt: '2026-03-04T08:00:00.000Z' });
    await one.moveTo(at(2, '18:00'));
    expect(await one.order('returnForDocuments', first.taskId, ['income_proof'])).toMatchObject({ ok: true });
    expect(await one.row(first.taskId)).toMatchObject({
      ...{ status: 'paused', outcome: 'returned', pausedAt: at(2, '18:00'), closedAt: null },
    });
    expect(await one.order('approve', first.taskId, [])).toEqual({ ok: false, code: 'NO_SUCH_TASK' });
    await one.moveTo(at(6, '09:00'));
    const second = await one.round(2);
    expect(second).toMatchObject({ dueAt: '2026-03-06T23:00:00.000Z', deputyAt: '2026-03-07T23:00:00.000Z' });
    expect(await one.row(first.taskId)).toMatchObject({ status: 'done', closedAt: at(6, '09:00') });
    expect(await one.row(second.taskId)).toMatchObject({ status: 'open', escalatedAt: null, pausedAt: null });
    expect(await one.round(2)).toEqual(second);
  });

  it('stays escalated, and late by as much as it was', async () => {
    const one = await referred();
    const first = await one.round(1);
    await one.moveTo(at(3, '08:00'));
    await escalateTask(deps, { applicationId: one.applicationId, taskId: first.taskId, to: 'supervisor' });
    await one.moveTo(at(3, '10:00'));
    await one.order('returnForDocuments', first.taskId, ['income_proof']);
    await one.moveTo(at(5, '10:00'));
    const second = await one.round(2);
    expect(second.dueAt).toBe('2026-03-05T08:00:00.000Z');
    expect(await one.row(second.taskId)).toMatchObject({ priority: 1, escalatedAt: at(3, '08:00') });
  });

  it('is over when the application ends meanwhile', async () => {
    const one = await referred();
    const { taskId } = await one.round(1);
    await one.order('returnForDocuments', taskId, ['income_proof']);
    await inStep(deps, one.applicationId, (step) => cancelTasks(step, ['approval']));
    expect(await one.row(taskId)).toMatchObject({ status: 'done', outcome: 'returned' });
    expect((await one.row(taskId))?.closedAt).not.toBeNull();
  });
});
