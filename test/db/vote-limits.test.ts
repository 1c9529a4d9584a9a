import { and, eq } from 'drizzle-orm';
import { openApproval } from '../../activities/approval/open';
import { applyCommand } from '../../activities/commands/apply';
import { newId } from '../../contracts/ids';
import { permissions, staffUsers } from '../../db/schema/access';
import { applications } from '../../db/schema/applications';
import { tasks } from '../../db/schema/tasks';
import { devUserId } from '../../db/seed/access';
import { someApplication } from './support/some-application';
import { type StepSurroundings, stepSurroundings } from './support/step-surroundings';

/** Goal: limits of who decides hold for every channel, not only for the one that asks the API. */
describe('a vote by signal', () => {
  let around: StepSurroundings;
  beforeAll(async () => {
    around = await stepSurroundings();
  });
  afterAll(() => around.close());
  const ACTOR = devUserId('officer1');

  async function approved(currency = 'CNY') {
    const { db, deps } = around;
    const applicationId = await someApplication(db);
    await db
      .update(applications)
      .set({
        ...{ route: 'OFFICER', stage: 'DECISION', amountMinor: 1_000_000n, currency },
        ...{ approvedAmountMinor: 1_000_000n, approvedTermMonths: 12, rateBps: 1_080 },
      })
      .where(eq(applications.id, applicationId));
    const { taskId } = await openApproval(deps, {
      ...{ applicationId, round: 1 },
      level: { level: 'OFFICER', votesNeeded: 1 },
    });
    const command = { commandId: newId('cmd'), actorId: ACTOR, taskId, reasonCodes: [] };
    const applied = await applyCommand(deps, {
      ...{ applicationId, kind: 'approve', channel: 'signal' },
      command,
    });
    const [task] = await db.select().from(tasks).where(eq(tasks.id, taskId));
    return [applied.ok ? applied.effect : applied.code, task?.status];
  }
  const limitOfRole = (maxAmountMinor: bigint | null) =>
    around.db
      .update(permissions)
      .set({ maxAmountMinor })
      .where(
        and(
          eq(permissions.role, 'officer'),
          eq(permissions.action, 'decide'),
          eq(permissions.subject, 'Task'),
        ),
      );
  const ownLimit = (authorityLimitMinor: bigint | null) =>
    around.db.update(staffUsers).set({ authorityLimitMinor }).where(eq(staffUsers.id, ACTOR));

  it.each([
    ['role', limitOfRole],
    ['person', ownLimit],
  ])('keeps to the limit of the %s, in yuan', async (_, limit) => {
    await limit(999_999n);
    expect(await approved()).toEqual(['AMOUNT_ABOVE_AUTHORITY', 'open']);
    await limit(1_000_000n);
    expect(await approved()).toEqual(['LEVEL_APPROVED', 'done']);
    // 10,000.00 dollars are 72,000.00 yuan by the seeded rates.
    expect(await approved('USD')).toEqual(['AMOUNT_ABOVE_AUTHORITY', 'open']);
    await limit(7_200_000n);
    expect(await approved('USD')).toEqual(['LEVEL_APPROVED', 'done']);
    await limit(null);
  });
});
