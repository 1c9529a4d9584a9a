import { subject } from '@casl/ability';
import { asc, count, desc, eq } from 'drizzle-orm';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { SceneCode } from '../../../contracts/http/applications';
import { Id } from '../../../contracts/http/common';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import { ChangeScene, CreateScene, OpenScene, PartnerListed, Scene } from '../../../contracts/http/scenes';
import { partners } from '../../../db/schema/access';
import { applications } from '../../../db/schema/applications';
import { partnerScenes } from '../../../db/schema/scenes';
import type { Actor } from '../../auth/actor';
import { changeScene, makeScene, openScene, type SceneRow } from '../../intake/scene';
import { actorOf } from '../../plugins/authentication';
import { fieldProblem, ProblemError } from '../../problem';
import type { RouteDeps } from './deps';

const tags = ['Partner links'];
const params = z.strictObject({ id: Id('scn') });
const MOST = 500;

/** Links and QR codes of partners' desks; a partner sees and makes its own, administrators all. */
export const scenes: FastifyPluginAsyncZod<RouteDeps> = async (app, { db, clock }) => {
  const preHandler = app.can('manage', 'Scene');

  const present = async (row: SceneRow): Promise<z.input<typeof Scene>> => {
    const [partner] = await db.select().from(partners).where(eq(partners.id, row.partnerId));
    const [used] = await db.select({ n: count() }).from(applications).where(eq(applications.sceneId, row.id));
    const { id, code, partnerId, name, productCode, amountMinor, termMonths, active, createdAt } = row;
    return {
      ...{ id, code, partnerId, name, productCode, termMonths, active },
      amountMinor: amountMinor === null ? null : amountMinor.toString(),
      partnerName: partner?.displayName ?? '',
      applications: used?.n ?? 0,
      createdAt: createdAt.toISOString(),
    };
  };

  const sceneFor = async (actor: Actor, id: string): Promise<SceneRow> => {
    const [row] = await db.select().from(partnerScenes).where(eq(partnerScenes.id, id));
    if (row === undefined) throw new ProblemError('NOT_FOUND');
    if (!actor.ability.can('manage', subject('Scene', { partnerId: row.partnerId })))
      throw new ProblemError('NOT_FOUND');
    return row;
  };

  app.get(
    '/scenes',
    {
      schema: {
        operationId: 'listScenes',
        summary: "List partners' links, newest first",
        tags,
        response: { 200: z.object({ data: z.array(Scene) }), ...PROBLEM_RESPONSES },
      },
      preHandler,
    },
    async (request) => {
      const { partnerId } = actorOf(request);
      const rows = await db
        .select()
        .from(partnerScenes)
        .where(partnerId === null ? undefined : eq(partnerScenes.partnerId, partnerId))
        .orderBy(desc(partnerScenes.id))
        .limit(MOST);
      return { data: await Promise.all(rows.map(present)) };
    },
  );

  app.post(
    '/scenes',
    {
      schema: {
        operationId: 'createScene',
        summary: "Make a link for a partner's desk",
        tags,
        body: CreateScene,
        response: { 201: Scene, ...PROBLEM_RESPONSES },
      },
      config: { once: true },
      preHandler,
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const partnerId = await partnerFor(actor, request.body.partnerId);
      const now = await clock.now(null);
      const wanted = { id: request.makeId('scn'), partnerId, actorId: actor.id, body: request.body, now };
      return reply.code(201).send(await present(await makeScene(db, wanted)));
    },
  );

  /** A partner makes links for itself, whatever it asks for; staff say for whom. */
  const partnerFor = async (actor: Actor, asked: string | undefined): Promise<string> => {
    const id = actor.partnerId ?? asked;
    if (id === undefined) throw fieldProblem('VALIDATION_FAILED', ['partnerId'], NEEDED);
    const [known] = await db.select({ id: partners.id }).from(partners).where(eq(partners.id, id));
    if (known === undefined) throw fieldProblem('VALIDATION_FAILED', ['partnerId'], NEEDED);
    if (!actor.ability.can('manage', subject('Scene', { partnerId: id })))
      throw new ProblemError('FORBIDDEN');
    return id;
  };

  app.patch(
    '/scenes/:id',
    {
      schema: {
        operationId: 'changeScene',
        summary: 'Open or close a link',
        tags,
        params,
        body: ChangeScene,
        response: { 200: Scene, ...PROBLEM_RESPONSES },
      },
      preHandler,
    },
    async (request) => {
      const actor = actorOf(request);
      const row = await sceneFor(actor, request.params.id);
      const change = { actorId: actor.id, body: request.body, now: await clock.now(null) };
      return present(await changeScene(db, row, change));
    },
  );

  app.get(
    '/scenes/by-code/:code',
    {
      schema: {
        operationId: 'openScene',
        summary: "What a partner's link opens; needs no login",
        tags,
        params: z.strictObject({ code: SceneCode }),
        response: { 200: OpenScene, ...PROBLEM_RESPONSES },
      },
      config: { open: true },
    },
    async (request) => {
      const row = await openScene(db, request.params.code);
      const { code, partnerName, name, productCode, amountMinor, termMonths } = await present(row);
      return { code, partnerName, name, productCode, amountMinor, termMonths };
    },
  );

  app.get(
    '/partners',
    {
      schema: {
        operationId: 'listPartners',
        summary: 'List partners, for whom links can be made',
        tags,
        response: { 200: z.object({ data: z.array(PartnerListed) }), ...PROBLEM_RESPONSES },
      },
      preHandler,
    },
    async (request) => {
      const { partnerId } = actorOf(request);
      const rows = await db
        .select()
        .from(partners)
        .where(partnerId === null ? undefined : eq(partners.id, partnerId))
        .orderBy(asc(partners.code))
        .limit(MOST);
      return {
        data: rows.map(({ id, code, displayName, active }) => ({ id, code, name: displayName, active })),
      };
    },
  );
};

const NEEDED = { en: 'Name the partner', zh: '请指定合作方' };
