import { setTimeout as pause } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { temporal } from '@temporalio/proto';
import { Worker } from '@temporalio/worker';
import { and, eq } from 'drizzle-orm';
import { openDatabase } from '../../../db/client';
import { historyArchives, inbox, outbox } from '../../../db/schema/messaging';
import { archiveContinued } from '../../../relay/archive-continued';
import { archiveDelivery } from '../../../relay/archive-delivery';
import type { OutboxRow } from '../../../relay/take';
import { freshDatabase, type TestDatabase } from '../../support/postgres';
import { devServerEnv, workflowBundle } from '../../support/temporal';
import { Stories } from '../../workflow/support/stories';

let fresh: TestDatabase;
let database: ReturnType<typeof openDatabase>;
let stories: Stories;
beforeAll(async () => {
  fresh = await freshDatabase();
  database = openDatabase({ connectionString: fresh.appUrl });
  stories = await Stories.open(devServerEnv);
});
afterAll(async () => {
  await stories?.close();
  await database?.close();
  await fresh?.drop();
});

/** A loan on a test clock, with so short a limit that it continues as new after each milestone. */
async function signedLoan() {
  const story = await stories.start(
    (script) => {
      script.repayment.months = 2;
    },
    { clocked: true, historyLimit: 10 },
  );
  await story.waitsFor('SIGNATURE');
  await story.news('signed');
  await story.waitsFor('REMINDER_DAY');
  return story;
}

/** Moves the loan's clock from one of its times to the next until `done`. */
async function live(story: Awaited<ReturnType<typeof signedLoan>>, done: () => boolean): Promise<void> {
  const { script } = story;
  const sleeps = () => script.of('sleepOnClock');
  for (let seen = sleeps().length; !done(); seen = sleeps().length) {
    await stories.advance(story, String(sleeps().at(-1)?.until));
    while (sleeps().length === seen && !done()) await pause(10);
  }
}

const kept = (workflowId: string) =>
  database.db
    .select()
    .from(historyArchives)
    .where(eq(historyArchives.workflowId, workflowId))
    .orderBy(historyArchives.archivedAt);

/** Promises to tell a loan of its news. */
const wakes = (workflowId: string) =>
  database.db.$count(outbox, and(eq(outbox.topic, 'workflow.wake'), eq(outbox.ref, workflowId)));

const lastTypeIn = (gzip: Buffer): string | undefined => {
  const plain = JSON.parse(gunzipSync(gzip).toString('utf8')) as { events: { eventType: string }[] };
  return plain.events.at(-1)?.eventType;
};

describe('the archive of histories', () => {
  it('keeps every run of a closed loan, as replay reads them, and wakes it for news that it missed', async () => {
    const story = await signedLoan();
    const { workflowId } = story.handle;
    const deliver = archiveDelivery(database.db, stories.env.client);
    const row = { ref: workflowId } as OutboxRow;
    expect(await deliver(row)).toEqual({ laterSeconds: 10 });
    await live(story, () => story.script.order.includes('closeApplication'));
    expect(await story.outcome()).toBe('PAID_OFF');
    expect(await deliver(row)).toBe('done');
    const rows = await kept(workflowId);
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.map(({ gzip }) => lastTypeIn(gzip))).toEqual([
      'EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED',
      ...rows.slice(1).map(() => 'EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW'),
    ]);
    const { History } = temporal.api.history.v1;
    for (const { events, gzip } of rows) {
      const history = History.fromObject(JSON.parse(gunzipSync(gzip).toString('utf8')));
      expect(history.events).toHaveLength(events);
      await Worker.runReplayHistory({ workflowBundle: await workflowBundle() }, history, workflowId);
    }
    expect(await deliver(row)).toBe('done');
    expect(await kept(workflowId)).toHaveLength(rows.length);
    expect(await wakes(workflowId)).toBe(0);
    await database.db
      .insert(inbox)
      .values({ workflowId, kind: 'payment', ref: 'pay_late', body: {}, receivedAt: new Date() });
    expect(await deliver(row)).toBe('done');
    expect(await wakes(workflowId)).toBe(1);
  });

  it('keeps the runs that a living loan has left behind', async () => {
    const story = await signedLoan();
    const { workflowId } = story.handle;
    await live(story, () => story.script.of('collectInstalment').length === 1);
    const deadline = Date.now() + 20_000;
    while ((await kept(workflowId)).length === 0 && Date.now() < deadline) {
      await archiveContinued(database.db, stories.env.client, new Date());
      await pause(200);
    }
    const types = (await kept(workflowId)).map(({ gzip }) => lastTypeIn(gzip));
    expect(types.length).toBeGreaterThan(0);
    expect(new Set(types)).toEqual(new Set(['EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW']));
    expect((await story.handle.describe()).status.name).toBe('RUNNING');
  });
});
