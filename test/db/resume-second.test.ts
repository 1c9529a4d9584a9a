import { applyCommand } from '../../activities/commands/apply';
import { park, unpark } from '../../activities/support/upkeep';
import { verifiedChain } from '../../api/reads/audit-verification';
import { newId } from '../../contracts/ids';
import { commands } from '../../db/schema/messaging';
import { devUserId } from '../../db/seed/access';
import { someApplication } from './support/some-application';
import { type StepSurroundings, stepSurroundings } from './support/step-surroundings';

describe('resuming a parked loan', () => {
  let around: StepSurroundings;
  beforeAll(async () => {
    around = await stepSurroundings();
  });
  afterAll(() => around.close());

  const parkedAt = async (step: string): Promise<string> => {
    const applicationId = await someApplication(around.db);
    await park(around.deps, { applicationId, step, reason: 'BANK_REFUSED' });
    return applicationId;
  };
  const resumedBy = (applicationId: string, user: string, channel: 'api' | 'signal' = 'api') =>
    applyCommand(around.deps, {
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
      const rows = await around.db.select().from(commands);
      const told = rows.filter(({ workflowId }) => workflowId === `loan/${id}`).map(({ status }) => status);
      expect(told.sort()).toEqual(['applied', 'applied', 'refused', 'refused']);
      expect((await verifiedChain(around.db, id, () => true))?.ok).toBe(true);
    },
  );

  it('takes two people anew when the same step stops again', async () => {
    const id = await parkedAt('sendPayout');
    await resumedBy(id, 'operator1');
    expect(await resumedBy(id, 'operator2')).toEqual(RESUMED);
    await unpark(around.deps, { applicationId: id });
    await park(around.deps, { applicationId: id, step: 'sendPayout', reason: 'BANK_REFUSED' });
    expect(await resumedBy(id, 'operator2')).toEqual(SECOND);
    expect(await resumedBy(id, 'operator1')).toEqual(RESUMED);
  });

  it('takes one person elsewhere', async () => {
    expect(await resumedBy(await parkedAt('decide'), 'operator1')).toEqual(RESUMED);
  });
});
