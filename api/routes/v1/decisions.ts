import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { CivilDate, Id } from '../../../contracts/http/common';
import { ComparableCase, Decision, Reason, SettleFact } from '../../../contracts/http/decisions';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import { PolicyVersions } from '../../../contracts/policy/policy-versions';
import { QuoteResult } from '../../../contracts/quote';
import { pinnedPolicy, publishedOfKind } from '../../../db/repositories/policy';
import { businessDate } from '../../../domain/calendar/business-date';
import { settleFact } from '../../intake/settle-fact';
import { actorOf } from '../../plugins/authentication';
import { type DecisionNames, presentDecision } from '../../present/decision';
import { ProblemError } from '../../problem';
import { type ApplicationRow, applicationFor } from '../../reads/applications';
import { comparableCases } from '../../reads/comparable';
import { automaticDecision, type DecisionRow, sourceCallsOf } from '../../reads/decision';
import { planUnderDecision } from '../../reads/product-quote';
import { scansOf } from '../../reads/scans';
import { settledFacts } from '../../reads/settled-facts';
import type { RouteDeps } from './deps';

/** What there is to settle: a word against another, or one that was read with doubt. */
const isOpen = (said: { differs: boolean; unclear?: boolean }): boolean =>
  said.differs || said.unclear === true;

/** Why the machine decided as it did, for those who decide after it; and reasons by name. */
export const decisions: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const { db, clock } = deps;
  const namesFor = async (row: DecisionRow): Promise<DecisionNames> => {
    const refs = PolicyVersions.parse(row.policyVersions);
    const card = refs.find(({ kind }) => kind === 'scorecard');
    const scorecard = card ? await pinnedPolicy(db, 'scorecard', card.code, card.version) : null;
    const body = scorecard?.body;
    const parts =
      body === undefined
        ? []
        : body.model === 'points'
          ? body.variables
          : [...body.ratios, ...body.qualities];
    const sources = await publishedOfKind(db, 'source', businessDate(row.decidedAt.getTime()));
    return {
      variables: new Map(parts.map(({ name, names }) => [name, names])),
      sources: new Map(sources.map(({ ref, body: { names } }) => [ref.code, names])),
    };
  };

  const shown = async (row: ApplicationRow) => {
    const decision = await automaticDecision(db, row.id);
    if (decision === undefined) throw new ProblemError('NOT_FOUND');
    const calls = await sourceCallsOf(db, row.id);
    const settled = await settledFacts(deps, row.id);
    return presentDecision(decision, calls, await namesFor(decision), settled, await scansOf(deps, row));
  };

  app.get(
    '/applications/:id/decision',
    {
      schema: {
        operationId: 'getDecision',
        summary: 'The automatic decision with everything that explains it',
        tags: ['Applications'],
        params: z.strictObject({ id: Id('app') }),
        response: { 200: Decision, ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Task'),
    },
    async (request) => {
      const { app: row } = await applicationFor(db, actorOf(request), 'read', request.params.id);
      return shown(row);
    },
  );

  app.get(
    '/applications/:id/proposed-plan',
    {
      schema: {
        operationId: 'getProposedPlan',
        summary: 'Plan and cost of the proposed terms, under the policy versions of the decision',
        tags: ['Applications'],
        params: z.strictObject({ id: Id('app') }),
        querystring: z.strictObject({
          on: CivilDate.optional().meta({ description: 'Day of the payout; today unless said' }),
        }),
        response: { 200: QuoteResult, ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Task'),
    },
    async (request) => {
      const { app: row } = await applicationFor(db, actorOf(request), 'read', request.params.id);
      const decision = await automaticDecision(db, row.id);
      if (decision === undefined) throw new ProblemError('NOT_FOUND');
      const on = request.query.on ?? businessDate((await clock.now(row.clockId)).getTime());
      return planUnderDecision(db, decision, { method: row.method, on });
    },
  );

  app.post(
    '/applications/:id/settled-facts',
    {
      schema: {
        operationId: 'settleFact',
        summary: 'Say which is believed where a source or a document contradicts what was declared, and why',
        tags: ['Applications'],
        params: z.strictObject({ id: Id('app') }),
        body: SettleFact,
        response: { 200: Decision, ...PROBLEM_RESPONSES },
      },
      config: { once: true },
      preHandler: app.can('decide', 'Task'),
    },
    async (request) => {
      const actor = actorOf(request);
      const { app: row } = await applicationFor(db, actor, 'read', request.params.id);
      const { field, source } = request.body;
      const fact = (await shown(row)).facts.find((one) => one.field === field);
      const said = [...(fact?.sources ?? []), ...(fact?.scans ?? [])].find((one) => one.source === source);
      if (said === undefined || !isOpen(said)) throw new ProblemError('NOT_FOUND');
      await settleFact(deps, { ...request.body, subject: row.id, clockId: row.clockId, actorId: actor.id });
      return shown(row);
    },
  );

  app.get(
    '/applications/:id/comparable-cases',
    {
      schema: {
        operationId: 'listComparableCases',
        summary: 'Settled requests for the same product that are nearest by score and amount, five at most',
        tags: ['Applications'],
        params: z.strictObject({ id: Id('app') }),
        response: { 200: z.object({ data: z.array(ComparableCase) }), ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Task'),
    },
    async (request) => {
      const { app: row } = await applicationFor(db, actorOf(request), 'read', request.params.id);
      return { data: await comparableCases(db, row) };
    },
  );

  app.get(
    '/reasons',
    {
      schema: {
        operationId: 'listReasons',
        summary: 'List reasons by their names',
        tags: ['Applications'],
        response: { 200: z.object({ data: z.array(Reason) }), ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Application'),
    },
    async () => {
      const on = businessDate((await clock.now(null)).getTime());
      const found = await publishedOfKind(db, 'reason_codes', on);
      return {
        data: found
          .flatMap(({ body }) => body.reasons)
          .map(({ code, names, category }) => ({ code, names, category })),
      };
    },
  );
};
