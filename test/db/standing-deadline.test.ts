import { eq } from 'drizzle-orm';
import { askForDocuments } from '../../activities/origination/pre-screen';
import { policiesOf } from '../../activities/support/policies';
import { inStep } from '../../activities/support/step';
import { newId } from '../../contracts/ids';
import { applications } from '../../db/schema/applications';
import { testClocks } from '../../db/schema/clocks';
import { someApplication } from './support/some-application';
import { type StepSurroundings, stepSurroundings } from './support/step-surroundings';

describe('the deadline of documents that come one after another', () => {
  let around: StepSurroundings;
  beforeAll(async () => {
    around = await stepSurroundings();
  });
  afterAll(() => around.close());

  it('does not move, and its reminder stays due until its moment has passed', async () => {
    const { db, deps } = around;
    const [applicationId, clockId] = [await someApplication(db), newId('clk')];
    const at = (day: number) => new Date(Date.UTC(2026, 2, day, 2));
    await db.insert(testClocks).values({
      ...{ id: clockId, name: 'documents', now: at(2), status: 'ready' },
      ...{ createdBy: 'usr_test', createdAt: new Date() },
    });
    await db
      .update(applications)
      .set({ clockId, createdAt: at(2) })
      .where(eq(applications.id, applicationId));
    const ask = (missing: string[]) =>
      inStep(deps, applicationId, async (step) => {
        const set = await policiesOf(deps, step);
        return { ...(await askForDocuments(deps, step, set, missing)), waits: set.product.body.waits };
      });
    const moveTo = (day: number) =>
      db
        .update(testClocks)
        .set({ now: at(day) })
        .where(eq(testClocks.id, clockId));

    const first = await ask(['id_card_front', 'income_proof']);
    const { supplementDays, remindBeforeDays } = first.waits;
    const lastDay = 2 + supplementDays;
    expect(first.deadline).toEqual({
      remindAt: at(lastDay - remindBeforeDays).toISOString(),
      expiresAt: new Date(Date.UTC(2026, 2, lastDay, 15, 59)).toISOString(),
    });
    await moveTo(3);
    expect((await ask(['income_proof'])).deadline).toEqual(first.deadline);
    await moveTo(lastDay);
    expect((await ask(['income_proof'])).deadline).toEqual({ ...first.deadline, remindAt: null });
  });
});
