import { eq } from 'drizzle-orm';
import { cancelTasks, escalateTask, openApproval } from '../../activities/approval/open';
import { applyCommand } from '../../activities/commands/apply';
import { inStep } from '../../activities/support/step';
import { newId } from '../../contracts/ids';
import { applications } from '../../db/schema/applications';
import { testClocks } from '../../db/schema/clocks';
import { tasks } from '../../db/schema/tasks';
import { devUserId } from '../../db/seed/access';
import { someApplication } from './support/some-application';
import { type StepSurroundings, stepSurroundings } from './support/step-surroundings';

const OFFICER = { level: 'OFFICER', votesNeeded: 1 } as const;
const at = (day: number, time: string) => new Date(`2026-03-0${day}T${time}:00Z`);

describe('an approval that is returned for documents', () => {
  let around: StepSurroundings;
  beforeAll(async () => {
    around = await stepSurroundings();
  });
  afterAll(() => around.close());

  const referred = async () => {
    const { db, deps } = around;
    const [applicationId, clockId] = [await someApplication(db), newId('clk')];
    await db.insert(testClocks).values({
      ...{ id: clockId, name: 'tasks', now: at(2, '08:00'), status: 'ready' },
      ...{ createdBy: 'usr_test', createdAt: new Date() },
    });
    await db
      .update(applications)
      .set({ clockId, route: 'OFFICER', stage: 'DECISION', createdAt: at(2, '07:00') })
      .where(eq(applications.id, applicationId));
    return {
      applicationId,
      moveTo: (now: Date) => db.update(testClocks).set({ now }).where(eq(testClocks.id, clockId)),
      round: (round: number) => openApproval(deps, { applicationId, level: OFFICER, round }),
      order: (kind: 'approve' | 'returnForDocuments', taskId: string, reasonCodes: string[]) =>
        applyCommand(deps, {
          ...{ applicationId, kind, channel: 'api' },
          command: { commandId: newId('cmd'), actorId: devUserId('officer1'), taskId, reasonCodes },
        }),
      row: async (id: string) => (await db.select().from(tasks).where(eq(tasks.id, id)))[0],
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
    await escalateTask(around.deps, {
      applicationId: one.applicationId,
      taskId: first.taskId,
      to: 'supervisor',
    });
    await one.moveTo(at(3, '10:00'));
    await one.order('returnForDocuments', first.taskId, ['income_proof']);
    await one.moveTo(at(5, '10:00'));
    const second = await one.round(2);
    expect(second.dueAt).toBe('2026-03-05T08:00:00.000Z');
    expect(await one.row(second.taskId)).toMatchObject({ priority: 1, escalatedAt: at(3, '08:00') });
  });

  it('is possible as often as the product asks for documents, and no more', async () => {
    const one = await referred();
    for (const round of [1, 2, 3]) {
      const { taskId } = await one.round(round);
      expect(await one.order('returnForDocuments', taskId, ['income_proof'])).toMatchObject({ ok: true });
    }
    const { taskId } = await one.round(4);
    const another = await one.order('returnForDocuments', taskId, ['income_proof']);
    expect(another).toEqual({ ok: false, code: 'RETURNS_USED_UP' });
    expect(await one.row(taskId)).toMatchObject({ status: 'open' });
  });

  it('is over when the application ends meanwhile', async () => {
    const one = await referred();
    const { taskId } = await one.round(1);
    await one.order('returnForDocuments', taskId, ['income_proof']);
    await inStep(around.deps, one.applicationId, (step) => cancelTasks(step, ['approval']));
    expect(await one.row(taskId)).toMatchObject({ status: 'done', outcome: 'returned' });
    expect((await one.row(taskId))?.closedAt).not.toBeNull();
  });
});
