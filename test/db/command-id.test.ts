import { eq } from 'drizzle-orm';
import { applyCommand, recordRefusal } from '../../activities/commands/apply';
import { park } from '../../activities/support/upkeep';
import { newId } from '../../contracts/ids';
import { auditEvents } from '../../db/schema/audit';
import { commands } from '../../db/schema/messaging';
import { devUserId } from '../../db/seed/access';
import { someApplication } from './support/some-application';
import { type StepSurroundings, stepSurroundings } from './support/step-surroundings';

describe('the id of a command', () => {
  let around: StepSurroundings;
  beforeAll(async () => {
    around = await stepSurroundings();
  });
  afterAll(() => around.close());

  const parked = async () => {
    const applicationId = await someApplication(around.db);
    await park(around.deps, { applicationId, step: 'decide', reason: 'MISSING_POLICY' });
    return applicationId;
  };
  const resume = (applicationId: string, commandId: string, user = 'operator1') => ({
    ...{ applicationId, kind: 'resume' as const, channel: 'signal' as const },
    command: { commandId, actorId: devUserId(user) },
  });
  const RESUMED = { ok: true, effect: 'RESUMED' };
  const REFUSED = { ok: false, code: 'BAD_COMMAND' };

  it('gives a repeat the result of the first, and nothing more happens', async () => {
    const [id, commandId] = [await parked(), newId('cmd')];
    expect(await applyCommand(around.deps, resume(id, commandId))).toEqual(RESUMED);
    expect(await applyCommand(around.deps, resume(id, commandId))).toEqual(RESUMED);
    const rows = await around.db.select().from(auditEvents).where(eq(auditEvents.subject, id));
    expect(rows.filter(({ action }) => action === 'command.resume')).toHaveLength(1);
  });

  it('is no use to another loan, another person, or for another command, and the refusal is recorded', async () => {
    const [first, other, commandId] = [await parked(), await parked(), newId('cmd')];
    await applyCommand(around.deps, resume(first, commandId));
    expect(await applyCommand(around.deps, resume(other, commandId))).toEqual(REFUSED);
    expect(await applyCommand(around.deps, resume(first, commandId, 'operator2'))).toEqual(REFUSED);
    const withdraw = { ...resume(first, commandId), kind: 'withdraw' as const };
    expect(await applyCommand(around.deps, withdraw)).toEqual(REFUSED);
    await recordRefusal(around.deps, { ...resume(other, commandId), code: 'PARKED' });
    const [kept] = await around.db.select().from(commands).where(eq(commands.id, commandId));
    expect(kept).toMatchObject({ workflowId: `loan/${first}`, status: 'applied', result: RESUMED });
    const rows = await around.db.select().from(auditEvents).where(eq(auditEvents.subject, other));
    const told = rows.filter(({ action }) => action === 'command.resume').map(({ data }) => data);
    expect(told).toEqual([
      expect.objectContaining({ outcome: 'BAD_COMMAND' }),
      expect.objectContaining({ outcome: 'BAD_COMMAND' }),
    ]);
  });
});
