import { desc, eq, lt } from 'drizzle-orm';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Id, Page, PageQuery } from '../../../contracts/http/common';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import { AdvanceTestClock, CreateTestClock, TestClock } from '../../../contracts/http/test-clocks';
import { testClocks as table } from '../../../db/schema/clocks';
import { pageOf } from '../../cursor';
import { actorOf } from '../../plugins/authentication';
import { fieldProblem, ProblemError } from '../../problem';
import { nextWaits } from '../../reads/clock-waits';
import type { RouteDeps } from './deps';
import { idAfter } from './page';

type Row = typeof table.$inferSelect;
type NextWaits = Awaited<ReturnType<typeof nextWaits>>;

const tags = ['Test clocks'];
const params = z.strictObject({ id: Id('clk') });
const MOST_MS = 2 * 366 * 86_400_000;
const EARLIEST = new Date('2000-01-01T00:00:00Z');
const LATEST = new Date('2100-01-01T00:00:00Z');

/** Test clocks: a year of a loan in seconds. Refused outside test mode. */
export const testClocks: FastifyPluginAsyncZod<RouteDeps> = async (app, { db, loans, cursors, settings }) => {
  app.addHook('preHandler', async () => {
    if (!settings.testMode) throw new ProblemError('TEST_MODE_ONLY');
  });
  const preHandler = app.can('manage', 'TestClock');

  const rowOf = async (id: string): Promise<Row> => {
    const [row] = await db.select().from(table).where(eq(table.id, id));
    if (row === undefined) throw new ProblemError('NOT_FOUND');
    return row;
  };

  const presented = async (row: Row) => present(row, await nextWaits(db, [row.id]));

  app.post(
    '/test-clocks',
    {
      schema: {
        operationId: 'createTestClock',
        summary: 'Create a test clock',
        tags,
        body: CreateTestClock,
        response: { 201: TestClock, ...PROBLEM_RESPONSES },
      },
      config: { once: true },
      preHandler,
    },
    async (request, reply) => {
      const id = request.makeId('clk');
      const now = request.body.now === undefined ? new Date() : new Date(request.body.now);
      if (now < EARLIEST || now > LATEST) throw fieldProblem('VALIDATION_FAILED', ['now'], OUTSIDE);
      const row = { id, name: request.body.name, now, status: 'ready' as const };
      await db
        .insert(table)
        .values({ ...row, createdBy: actorOf(request).id, createdAt: new Date() })
        .onConflictDoNothing();
      return reply
        .code(201)
        .header('location', `/v1/test-clocks/${id}`)
        .send(await presented(await rowOf(id)));
    },
  );

  app.get(
    '/test-clocks',
    {
      schema: {
        operationId: 'listTestClocks',
        summary: 'List test clocks, newest first',
        tags,
        querystring: z.strictObject(PageQuery),
        response: { 200: Page(TestClock), ...PROBLEM_RESPONSES },
      },
      preHandler,
    },
    async ({ query: { limit, cursor } }) => {
      const after = idAfter(cursors, 'test-clocks', cursor);
      const rows = await db
        .select()
        .from(table)
        .where(after === undefined ? undefined : lt(table.id, after))
        .orderBy(desc(table.id))
        .limit(limit + 1);
      const waits = await nextWaits(
        db,
        rows.map(({ id }) => id),
      );
      return pageOf(
        rows,
        limit,
        (row) => present(row, waits),
        ({ id }) => cursors.seal('test-clocks', [id]),
      );
    },
  );

  app.get(
    '/test-clocks/:id',
    {
      schema: {
        operationId: 'getTestClock',
        summary: 'Read a test clock',
        tags,
        params,
        response: { 200: TestClock, ...PROBLEM_RESPONSES },
      },
      preHandler,
    },
    async (request) => presented(await rowOf(request.params.id)),
  );

  app.post(
    '/test-clocks/:id/advance',
    {
      schema: {
        operationId: 'advanceTestClock',
        summary: 'Advance a test clock; it is ready again when everything has settled',
        tags,
        params,
        body: AdvanceTestClock,
        response: { 202: TestClock, ...PROBLEM_RESPONSES },
      },
      config: { once: true },
      preHandler,
    },
    async (request, reply) => {
      const { id } = request.params;
      const { body } = request;
      const until = 'until' in body ? body.until : ('target' as const);
      const row = await db.transaction(async (tx) => {
        const [clock] = await tx.select().from(table).where(eq(table.id, id)).for('update');
        if (clock === undefined) throw new ProblemError('NOT_FOUND');
        const to = 'to' in body ? new Date(body.to) : latestFrom(clock.now);
        const same =
          clock.until === until && (until !== 'target' || clock.target?.getTime() === to.getTime());
        if (clock.status === 'advancing' && same) return clock;
        if (clock.status !== 'ready') throw new ProblemError('CLOCK_BUSY');
        if (to <= clock.now) throw fieldProblem('CLOCK_BACKWARD', ['to']);
        if (to.getTime() - clock.now.getTime() > MOST_MS || to > LATEST)
          throw fieldProblem('CLOCK_STEP_TOO_LARGE', ['to']);
        const changed = { target: to, until, status: 'advancing' as const };
        await tx.update(table).set(changed).where(eq(table.id, id));
        return { ...clock, ...changed };
      });
      await loans.advanceClock(id);
      return reply.code(202).send(await presented(row));
    },
  );
};

const latestFrom = (now: Date): Date => new Date(Math.min(now.getTime() + MOST_MS, LATEST.getTime()));

const OUTSIDE = { en: 'Outside the years 2000 to 2100', zh: '超出 2000 至 2100 年' };

function present({ id, name, now, target, until, status, createdAt }: Row, waits: NextWaits) {
  return {
    ...{ id, name, status, until },
    nextWaitAt: waits.get(id)?.toISOString() ?? null,
    now: now.toISOString(),
    target: target === null ? null : target.toISOString(),
    createdAt: createdAt.toISOString(),
  };
}
