import { subject } from '@casl/ability';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Command } from '../../../contracts/http/commands';
import { Id, Page, PageQuery } from '../../../contracts/http/common';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import { TimelineEntry } from '../../../contracts/http/timeline';
import { applicationOf } from '../../../workflows/names';
import type { Actor } from '../../auth/actor';
import { commandRow, presentCommand } from '../../commands';
import { pageOf } from '../../cursor';
import { actorOf } from '../../plugins/authentication';
import { ProblemError } from '../../problem';
import { applicationFor, namedApplication } from '../../reads/applications';
import { loanFor } from '../../reads/loans';
import { presentEntry, timelineOf } from '../../reads/timeline';
import type { RouteDeps } from './deps';
import { placeAfter } from './page';

const querystring = z.strictObject(PageQuery);

/** What happened, and what became of commands. */
export const timeline: FastifyPluginAsyncZod<RouteDeps> = async (app, { db, cursors }) => {
  const pageFor = async (
    actor: Actor,
    of: { applicationId: string; loanId: string | null },
    { limit, cursor }: z.output<typeof querystring>,
  ) => {
    const name = `timeline/${of.applicationId}`;
    const rows = await timelineOf(db, of, limit, placeAfter(cursors, name, cursor, 2));
    return pageOf(
      rows,
      limit,
      (row) => presentEntry(actor, row),
      ({ at, id }) => cursors.seal(name, [at, id]),
    );
  };
  const response = { 200: Page(TimelineEntry), ...PROBLEM_RESPONSES };

  app.get(
    '/applications/:id/timeline',
    {
      schema: {
        operationId: 'getApplicationTimeline',
        summary: 'What happened to an application and its loan',
        tags: ['Applications'],
        params: z.strictObject({ id: Id('app') }),
        ...{ querystring, response },
      },
      preHandler: app.can('read', 'Application'),
    },
    async (request) => {
      const actor = actorOf(request);
      const { app: row } = await applicationFor(db, actor, 'read', request.params.id);
      return pageFor(actor, { applicationId: row.id, loanId: row.loanId }, request.query);
    },
  );

  app.get(
    '/loans/:id/timeline',
    {
      schema: {
        operationId: 'getLoanTimeline',
        summary: 'What happened to a loan and its application',
        tags: ['Loans'],
        params: z.strictObject({ id: Id('loan') }),
        ...{ querystring, response },
      },
      preHandler: app.can('read', 'Loan'),
    },
    async (request) => {
      const actor = actorOf(request);
      const { loan } = await loanFor(db, actor, 'read', request.params.id);
      return pageFor(actor, { applicationId: loan.applicationId, loanId: loan.id }, request.query);
    },
  );

  app.get(
    '/commands/:id',
    {
      schema: {
        operationId: 'getCommand',
        summary: 'What became of a command',
        tags: ['Commands'],
        params: z.strictObject({ id: Id('cmd') }),
        response: { 200: Command, ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Command'),
    },
    async (request) => {
      const row = await commandRow(db, request.params.id);
      const { app: application } = await namedApplication(db, applicationOf(row.workflowId));
      const { customerId, partnerId } = application;
      const guarded = subject('Command', { customerId, partnerId, branch: null });
      if (!actorOf(request).ability.can('read', guarded)) throw new ProblemError('NOT_FOUND');
      return presentCommand(row);
    },
  );
};
