import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  ApplicantRequest,
  Application,
  CreateApplication,
  ListApplications,
} from '../../../contracts/http/applications';
import { Command } from '../../../contracts/http/commands';
import { Id, Page } from '../../../contracts/http/common';
import { Estimate } from '../../../contracts/http/filters';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import type { CommandKind } from '../../../contracts/loan/commands';
import { order } from '../../commands';
import { storeComment } from '../../intake/comment';
import { createApplication } from '../../intake/create-application';
import { applicationList } from '../../lists/application-list';
import { estimatedRows } from '../../lists/estimate';
import { actorOf } from '../../plugins/authentication';
import { presentApplication } from '../../present/application';
import { ProblemError } from '../../problem';
import { applicationFor, namedApplication } from '../../reads/applications';
import { requireSeen, withVersion } from '../../versions';
import type { RouteDeps } from './deps';
import { formatOf, LIST_MEDIA, pageOfList, sendList } from './list-answer';

const tags = ['Applications'];
const params = z.strictObject({ id: Id('app') });

/** Applications: create, list, read, and what the applicant may ask of their process. */
export const applications: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const { db, vault, clock, settings } = deps;

  app.post(
    '/applications',
    {
      // Photos of documents may come along; each was made smaller on the phone.
      bodyLimit: Math.ceil((settings.documentLimitBytes * 4) / 3) + settings.bodyLimitBytes,
      schema: {
        operationId: 'createApplication',
        summary: 'Apply for a loan',
        tags,
        body: CreateApplication,
        response: { 202: Application, ...PROBLEM_RESPONSES },
      },
      config: { once: true },
      preHandler: app.can('create', 'Application'),
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { body, makeId } = request;
      if (body.clockId !== undefined && !settings.testMode) throw new ProblemError('TEST_MODE_ONLY');
      const now = await clock.now(body.clockId ?? null);
      const id = await createApplication(db, vault, {
        body,
        actor,
        makeId,
        now,
        evidence: evidenceOf(request),
      });
      const made = await namedApplication(db, id);
      return withVersion(reply, made.app.version)
        .code(202)
        .header('location', `/v1/applications/${id}`)
        .send(presentApplication(actor, made));
    },
  );

  app.get(
    '/applications',
    {
      schema: {
        operationId: 'listApplications',
        summary: 'List applications, newest first, or save them as a file',
        tags,
        querystring: ListApplications,
        response: { 200: Page(Application), ...PROBLEM_RESPONSES },
      },
      config: { produces: LIST_MEDIA },
      preHandler: app.can('read', 'Application'),
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const source = applicationList(db, actor, request.query);
      const format = formatOf(request.query, request.headers.accept);
      if (format === 'json')
        return pageOfList(deps, 'applications', request.query, source, (row) =>
          presentApplication(actor, row),
        );
      return sendList(deps, request, reply, { name: 'applications', format, query: request.query, source });
    },
  );

  app.get(
    '/applications/estimate',
    {
      schema: {
        operationId: 'estimateApplications',
        summary: 'About how many a filter leaves',
        tags,
        querystring: ListApplications,
        response: { 200: Estimate, ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Application'),
    },
    async (request) => {
      const source = applicationList(db, actorOf(request), request.query);
      return { rows: await estimatedRows(db, source.all) };
    },
  );

  app.get(
    '/applications/:id',
    {
      schema: {
        operationId: 'getApplication',
        summary: 'Read an application',
        tags,
        params,
        response: { 200: Application, ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Application'),
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const found = await applicationFor(db, actor, 'read', request.params.id);
      return withVersion(reply, found.app.version).send(presentApplication(actor, found));
    },
  );

  const applicantCommand = (path: string, kind: CommandKind, operationId: string, summary: string) =>
    app.post(
      path,
      {
        schema: {
          operationId,
          summary,
          tags,
          params,
          body: ApplicantRequest,
          response: { 200: Command, 202: Command, ...PROBLEM_RESPONSES },
        },
        config: { once: true, versioned: true },
        preHandler: app.can('withdraw', 'Application'),
      },
      async (request, reply) => {
        const actor = actorOf(request);
        const { status, command } = await order(deps, request, reply, async () => {
          const { app: row } = await applicationFor(db, actor, 'withdraw', request.params.id);
          requireSeen(request, row.version);
          const actorId = actor.kind === 'applicant' ? row.customerId : actor.id;
          const { comment, reasonCodes } = request.body;
          const { id: applicationId, clockId } = row;
          const at = await clock.now(clockId);
          const said = { subjectId: applicationId, authorId: actorId, text: comment, at };
          const commentId = await storeComment(db, vault, request.makeId('cmt'), said);
          return { applicationId, clockId, kind, command: { actorId, reasonCodes, commentId } };
        });
        return reply.code(status).send(command);
      },
    );

  applicantCommand(
    '/applications/:id/withdraw',
    'withdraw',
    'withdrawApplication',
    'Take an application back',
  );
  applicantCommand(
    '/applications/:id/review-request',
    'requestReview',
    'requestReview',
    'Ask for a person after an automatic decline',
  );
  applicantCommand(
    '/applications/:id/cancel-payout',
    'cancelPayout',
    'cancelPayout',
    'Give a returned payout up and cancel the loan',
  );
};

/** Where a consent or signature came from; stored sealed. */
export function evidenceOf(request: FastifyRequest): { ip: string; userAgent: string } {
  return { ip: request.ip, userAgent: String(request.headers['user-agent'] ?? '').slice(0, 300) };
}
