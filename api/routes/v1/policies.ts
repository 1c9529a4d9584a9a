import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Id } from '../../../contracts/http/common';
import {
  BacktestPolicy,
  ChangesQuery,
  FactsQuery,
  ListPolicies,
  Policy,
  PolicyBacktest,
  PolicyChanges,
  PolicyDetail,
  PolicyEvent,
  PolicyFact,
  PolicyFinding,
  PolicyTrial,
  TryPolicy,
} from '../../../contracts/http/policies';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import { QuoteDraft } from '../../../contracts/http/product-quotes';
import { QuoteResult } from '../../../contracts/quote';
import { policyOf } from '../../../db/repositories/policy';
import { businessDate } from '../../../domain/calendar/business-date';
import { changesOf, type Json } from '../../../domain/policy/diff';
import { contentOf } from '../../../domain/policy/form';
import { reviewOf } from '../../intake/policy-review';
import { backtest, tryDraft } from '../../intake/policy-trial';
import { pointerTo } from '../../problem';
import {
  governingVersion,
  listPolicies,
  policyHistory,
  policyRow,
  shelfOn,
  shownVersion,
} from '../../reads/policies';
import { knownFacts } from '../../reads/policy-facts';
import { quoteOfProduct } from '../../reads/product-quote';
import { withVersion } from '../../versions';
import type { RouteDeps } from './deps';

const tags = ['Policies'];
const params = z.strictObject({ id: Id('pol') });
const listOf = <T extends z.ZodType>(item: T) => ({
  200: z.object({ data: z.array(item) }),
  ...PROBLEM_RESPONSES,
});

/** Policies as people read them: versions, differences, what a review finds, and what a draft would do. */
export const policies: FastifyPluginAsyncZod<RouteDeps> = async (app, { db, vault, clock }) => {
  const preHandler = app.can('read', 'Policy');
  const today = async () => businessDate((await clock.now(null)).getTime());

  app.get(
    '/policies',
    {
      schema: {
        operationId: 'listPolicies',
        summary: 'List policies with all their versions',
        tags,
        querystring: ListPolicies,
        response: listOf(Policy),
      },
      preHandler,
    },
    async ({ query }) => ({ data: await listPolicies(db, query.kind, await today()) }),
  );

  app.get(
    '/policies/:id',
    {
      schema: {
        operationId: 'getPolicy',
        summary: 'Read a version',
        tags,
        params,
        response: { 200: PolicyDetail, ...PROBLEM_RESPONSES },
      },
      preHandler,
    },
    async (request, reply) => {
      const row = await policyRow(db, request.params.id);
      const shown = await shownVersion(db, row, await today());
      const { kind, code } = row;
      return withVersion(reply, row.revision).send({
        ...shown,
        kind,
        code,
        content: contentOf(policyOf(row)),
      });
    },
  );

  app.get(
    '/policies/:id/findings',
    {
      schema: {
        operationId: 'reviewPolicy',
        summary: 'What a review of a version finds',
        tags,
        params,
        response: listOf(PolicyFinding),
      },
      preHandler,
    },
    async ({ params: { id } }) => {
      const found = reviewOf(policyOf(await policyRow(db, id)), await shelfOn(db, await today()));
      return { data: found.map(({ path, ...rest }) => ({ ...rest, pointer: pointerTo(path) })) };
    },
  );

  app.get(
    '/policies/:id/changes',
    {
      schema: {
        operationId: 'comparePolicy',
        summary: 'How a version differs from another, cell by cell',
        tags,
        params,
        querystring: ChangesQuery,
        response: { 200: PolicyChanges, ...PROBLEM_RESPONSES },
      },
      preHandler,
    },
    async ({ params: { id }, query }) => {
      const row = await policyRow(db, id);
      const other = query.against ?? (await governingVersion(db, row, await today()))?.id;
      const against = other === undefined || other === id ? row.basedOn : other;
      const former = against === null ? null : await policyRow(db, against);
      const before = former && contentOf(policyOf(former));
      const after = contentOf(policyOf(row));
      return {
        against: former && { id: former.id, version: former.version },
        before,
        changes:
          before && after
            ? changesOf(before.form as Json, after.form as Json).map((change) => ({
                ...change,
                path: [...change.path],
              }))
            : [],
      };
    },
  );

  app.get(
    '/policies/:id/history',
    {
      schema: {
        operationId: 'policyHistory',
        summary: 'Who did what to a version, and when',
        tags,
        params,
        response: listOf(PolicyEvent),
      },
      preHandler,
    },
    async ({ params: { id } }) => ({ data: await policyHistory(db, vault, (await policyRow(db, id)).id) }),
  );

  app.post(
    '/policies/:id/trials',
    {
      schema: {
        operationId: 'tryPolicy',
        summary: 'What a version would do to a case, beside what is in force; nothing is stored',
        tags,
        params,
        body: TryPolicy,
        response: { 200: PolicyTrial, ...PROBLEM_RESPONSES },
      },
      preHandler,
    },
    async ({ params: { id }, body }) => tryDraft(db, policyOf(await policyRow(db, id)), body, await today()),
  );

  app.post(
    '/product-plans',
    {
      schema: {
        operationId: 'planProduct',
        summary:
          'Schedule and annualised cost that a product would give as it stands in a form; nothing is stored',
        tags,
        body: QuoteDraft,
        response: { 200: QuoteResult, ...PROBLEM_RESPONSES },
      },
      preHandler,
    },
    async ({ body: { product, ...asked } }) => quoteOfProduct(db, product, asked, await today()),
  );

  app.post(
    '/policies/:id/backtests',
    {
      schema: {
        operationId: 'backtestPolicy',
        summary: 'Who of the latest applicants would have been answered otherwise; nothing is stored',
        tags,
        params,
        body: BacktestPolicy,
        response: { 200: PolicyBacktest, ...PROBLEM_RESPONSES },
      },
      preHandler,
    },
    async ({ params: { id }, body }) => backtest(db, policyOf(await policyRow(db, id)), body, await today()),
  );

  app.get(
    '/policy-facts',
    {
      schema: {
        operationId: 'listPolicyFacts',
        summary: 'Facts that a table or score card may read',
        tags,
        querystring: FactsQuery,
        response: listOf(PolicyFact),
      },
      preHandler,
    },
    async ({ query }) => ({ data: await knownFacts(db, query, await today()) }),
  );
};
