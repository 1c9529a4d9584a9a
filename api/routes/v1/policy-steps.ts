import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Id } from '../../../contracts/http/common';
import {
  DraftPolicy,
  PolicyVersion,
  PublishPolicy,
  RetirePolicy,
  SendBackPolicy,
} from '../../../contracts/http/policies';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import { PolicyContent } from '../../../contracts/policy/studio';
import { businessDate } from '../../../domain/calendar/business-date';
import { storeComment } from '../../intake/comment';
import { beginDraft, discard, type PolicyAct, saveDraft } from '../../intake/policy-draft';
import { approve, publish, retire, sendBack, submit, takeBack } from '../../intake/policy-steps';
import { actorOf } from '../../plugins/authentication';
import { policyRow, shownVersion } from '../../reads/policies';
import { requireIfMatch, withVersion } from '../../versions';
import type { RouteDeps } from './deps';

const tags = ['Policies'];
const params = z.strictObject({ id: Id('pol') });
const response = { 200: PolicyVersion, ...PROBLEM_RESPONSES };
const config = { once: true, versioned: true };

/** The life of a policy version: draft, approval by a second person, publication from a day, retirement. */
export const policySteps: FastifyPluginAsyncZod<RouteDeps> = async (app, { db, vault, clock }) => {
  const writes = app.can('change', 'Policy');
  const judges = app.can('decide', 'Policy');
  const governs = app.can('publish', 'Policy');

  const actBy = async (request: FastifyRequest): Promise<PolicyAct> => {
    const now = await clock.now(null);
    return {
      actorId: actorOf(request).id,
      now,
      today: businessDate(now.getTime()),
      requireSeen: (revision) => requireIfMatch(request, revision),
    };
  };
  /** Answers with the version as it stands after a step, and its tag. */
  const shown = async (reply: FastifyReply, id: string, { today }: PolicyAct) => {
    const version = await shownVersion(db, await policyRow(db, id), today);
    withVersion(reply, version.revision);
    return version;
  };
  const said = (request: FastifyRequest, subjectId: string, text: string, { now, actorId }: PolicyAct) =>
    storeComment(db, vault, request.makeId('cmt'), { subjectId, authorId: actorId, text, at: now });

  app.post(
    '/policies',
    {
      schema: {
        operationId: 'draftPolicy',
        summary: 'Begin a draft as a copy of a version',
        tags,
        body: DraftPolicy,
        response: { 201: PolicyVersion, ...PROBLEM_RESPONSES },
      },
      config: { once: true },
      preHandler: writes,
    },
    async (request, reply) => {
      const act = await actBy(request);
      const id = request.makeId('pol');
      await beginDraft(db, { id, copyOf: undefined, ...request.body }, act);
      const made = await shown(reply, id, act);
      return reply.code(201).header('location', `/v1/policies/${id}`).send(made);
    },
  );

  app.put(
    '/policies/:id',
    {
      schema: {
        operationId: 'savePolicy',
        summary: 'Save a draft',
        tags,
        params,
        body: PolicyContent,
        response,
      },
      config: { versioned: true },
      preHandler: writes,
      bodyLimit: 1_048_576,
    },
    async (request, reply) => {
      const act = await actBy(request);
      await saveDraft(db, request.params.id, request.body, act);
      return shown(reply, request.params.id, act);
    },
  );

  app.delete(
    '/policies/:id',
    {
      schema: {
        operationId: 'discardPolicy',
        summary: 'Throw a draft away',
        tags,
        params,
        response: { 204: z.undefined().meta({ description: 'Discarded' }), ...PROBLEM_RESPONSES },
      },
      config: { versioned: true },
      preHandler: writes,
    },
    async (request, reply) => {
      await discard(db, request.params.id, await actBy(request));
      return reply.code(204).send();
    },
  );

  /** Steps that need nothing but the version that was seen. */
  const plain = [
    ['submit', 'submitPolicy', 'Hand a draft in for approval', writes, submit],
    ['take-back', 'takeBackPolicy', 'Take back what was handed in', writes, takeBack],
    ['approve', 'approvePolicy', 'Approve what another person wrote', judges, approve],
  ] as const;
  for (const [path, operationId, summary, preHandler, take] of plain)
    app.post(
      `/policies/:id/${path}`,
      { schema: { operationId, summary, tags, params, response }, config, preHandler },
      async (request, reply) => {
        const act = await actBy(request);
        await take(db, request.params.id, act);
        return shown(reply, request.params.id, act);
      },
    );

  app.post(
    '/policies/:id/send-back',
    {
      schema: {
        operationId: 'sendBackPolicy',
        summary: 'Send a draft back to its authors',
        tags,
        params,
        body: SendBackPolicy,
        response,
      },
      config,
      preHandler: judges,
    },
    async (request, reply) => {
      const act = await actBy(request);
      const { id } = request.params;
      await sendBack(db, id, await said(request, id, request.body.comment, act), act);
      return shown(reply, id, act);
    },
  );

  app.post(
    '/policies/:id/publish',
    {
      schema: {
        operationId: 'publishPolicy',
        summary: 'Let an approved version govern from a day',
        tags,
        params,
        body: PublishPolicy,
        response,
      },
      config,
      preHandler: governs,
    },
    async (request, reply) => {
      const act = await actBy(request);
      await publish(db, request.params.id, request.body.effectiveFrom, act);
      return shown(reply, request.params.id, act);
    },
  );

  app.post(
    '/policies/:id/retire',
    {
      schema: {
        operationId: 'retirePolicy',
        summary: 'End a version on a day',
        tags,
        params,
        body: RetirePolicy,
        response,
      },
      config,
      preHandler: governs,
    },
    async (request, reply) => {
      const act = await actBy(request);
      const { id } = request.params;
      const commentId = await said(request, id, request.body.comment, act);
      await retire(db, id, { on: request.body.effectiveTo, commentId }, act);
      return shown(reply, id, act);
    },
  );
};
