import { eq } from 'drizzle-orm';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Dashboard, DashboardQuery } from '../../../contracts/http/dashboard';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import { currencyAsked } from '../../../db/repositories/ledger-books';
import { testClocks } from '../../../db/schema/clocks';
import type { Actor } from '../../auth/actor';
import { type Asked, DashboardFeed } from '../../live/dashboard-feed';
import { EventStream } from '../../live/event-stream';
import { Places } from '../../live/places';
import { actorOf } from '../../plugins/authentication';
import { fieldProblem } from '../../problem';
import type { RouteDeps } from './deps';

const tags = ['Dashboard'];
/** A stream ends after this long; its viewer comes again with its token, whose rights are looked at anew. */
const LONGEST_MS = 300_000;

/** Figures of the whole house, read once for all who look. */
export const dashboard: FastifyPluginAsyncZod<RouteDeps> = async (app, { db, clock }) => {
  const feed = new DashboardFeed(db, clock);
  const places = new Places();
  app.addHook('preClose', async () => places.endAll());

  const askedBy = async (actor: Actor, query: z.output<typeof DashboardQuery>): Promise<Asked> => {
    const { clockId = null, days } = query;
    if (clockId !== null) {
      const [known] = await db.select().from(testClocks).where(eq(testClocks.id, clockId));
      if (known === undefined) throw fieldProblem('NOT_FOUND', ['clockId']);
    }
    const branch = actor.reach('read', 'Dashboard')?.reach === 'branch' ? actor.branch : null;
    const currency = await currencyAsked(db, clockId, query.currency);
    return { clockId, branch, currency, days };
  };

  app.get(
    '/dashboard',
    {
      schema: {
        operationId: 'getDashboard',
        summary: 'Figures of the house now',
        description:
          'Volumes, approval rate, funnel, turnaround, arrivals by hour, overdue distribution, balances and cash by day, all from one snapshot. Computed at most once a second for all who ask.',
        tags,
        querystring: DashboardQuery,
        response: { 200: Dashboard, ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Dashboard'),
    },
    async (request) => (await feed.snapshot(await askedBy(actorOf(request), request.query))).dashboard,
  );

  app.get(
    '/dashboard/stream',
    {
      schema: {
        operationId: 'streamDashboard',
        summary: 'The same figures as server-sent events, whenever they change',
        description:
          'Events: `snapshot` with the figures, its id their mark; `pulse` every ten seconds; `still` with `asOf` while nothing changes. Send `Last-Event-ID` to be spared a snapshot you have. The stream ends after five minutes: come again.',
        tags,
        querystring: DashboardQuery,
        headers: z.object({ 'last-event-id': z.string().max(60).optional() }),
        response: {
          200: z.any().meta({ description: 'Server-sent events' }),
          ...PROBLEM_RESPONSES,
        },
      },
      config: { produces: ['text/event-stream'] },
      preHandler: app.can('read', 'Dashboard'),
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const asked = await askedBy(actor, request.query);
      places.check(actor.id);
      let had = request.headers['last-event-id'];
      const endings: (() => void)[] = [];
      const headers = Object.fromEntries(
        Object.entries(reply.getHeaders()).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, value]],
        ),
      );
      reply.hijack();
      const stream = new EventStream(reply.raw, headers, () => {
        for (const end of endings) end();
      });
      const limit = setTimeout(() => stream.end(), LONGEST_MS);
      endings.push(
        () => clearTimeout(limit),
        places.take(actor.id, () => stream.end()),
      );
      endings.push(
        feed.watch(asked, ({ mark, dashboard: figures }) => {
          if (mark === had) stream.send('still', undefined, { asOf: figures.asOf });
          else if (stream.send('snapshot', mark, figures)) had = mark;
        }),
      );
    },
  );
};
