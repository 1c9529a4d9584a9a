import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Id } from '../../../contracts/http/common';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import { QuoteProduct } from '../../../contracts/http/product-quotes';
import { ConsentText, Product, ProductParams } from '../../../contracts/http/products';
import { QuoteRequest, QuoteResult } from '../../../contracts/quote';
import { isKind, policiesInForce, publishedOfKind, publishedPolicy } from '../../../db/repositories/policy';
import { businessDate } from '../../../domain/calendar/business-date';
import { periodOf } from '../../../domain/policy/periods';
import type { Policy } from '../../../domain/policy/policy';
import { rateRangeOf } from '../../../domain/policy/rate-range';
import { quoteOf } from '../../../domain/quote/quote-of';
import { stagesOf } from '../../../domain/servicing/drawing';
import { ProblemError } from '../../problem';
import { answered, quoteOfProduct } from '../../reads/product-quote';
import type { RouteDeps } from './deps';

const tags = ['Products'];
const OnClock = z.strictObject({
  clockId: Id('clk').optional().meta({ description: 'Test clock whose today counts' }),
});

function drawingOf(body: Policy<'product'>['body']): z.input<typeof Product>['drawing'] {
  const drawing = stagesOf(body);
  if (drawing === null) return null;
  const { maxDraws, availableMonths, minDrawMinor } = drawing;
  return { maxDraws, availableMonths, minDrawMinor };
}

/** What the lender offers, and what any terms would cost. */
export const products: FastifyPluginAsyncZod<RouteDeps> = async (app, { db, clock }) => {
  const todayOf = async (clockId: string | undefined) =>
    businessDate((await clock.now(clockId ?? null)).getTime());

  const present = async ({ ref, body }: Policy<'product'>, on: string): Promise<z.input<typeof Product>> => {
    const checklist = await publishedPolicy(db, 'checklist', body.policies.checklist, on);
    const prices = await publishedPolicy(db, 'price_table', body.policies.priceTable, on);
    const { code, names, summary, customerType, category, currency, minAmountMinor, maxAmountMinor } = body;
    const { termsMonths, purposes, baseRateBps, consents, repayment } = body;
    return {
      ...{ code, names, summary, customerType, category, currency, minAmountMinor, maxAmountMinor },
      ...{ termsMonths, purposes, baseRateBps, consents, methods: repayment.methods, version: ref.version },
      drawing: drawingOf(body),
      period: periodOf(repayment),
      rateRange: prices === null ? null : rateRangeOf(prices.body.graph),
      fees: body.fees.map((fee) => fee.code),
      prepaymentFees: body.prepayment.fees,
      documents: (checklist?.body.items ?? []).map((item) => ({ kind: item.document, names: item.names })),
    };
  };

  app.get(
    '/products',
    {
      schema: {
        operationId: 'listProducts',
        summary: 'List the products on offer',
        tags,
        querystring: OnClock,
        response: { 200: z.object({ data: z.array(Product) }), ...PROBLEM_RESPONSES },
      },
      config: { open: true },
    },
    async (request) => {
      const on = await todayOf(request.query.clockId);
      const found = await publishedOfKind(db, 'product', on);
      return { data: await Promise.all(found.map((product) => present(product, on))) };
    },
  );

  app.get(
    '/products/:code',
    {
      schema: {
        operationId: 'getProduct',
        summary: 'Read a product on offer',
        tags,
        params: ProductParams,
        querystring: OnClock,
        response: { 200: Product, ...PROBLEM_RESPONSES },
      },
      config: { open: true },
    },
    async (request) => {
      const on = await todayOf(request.query.clockId);
      const found = await publishedPolicy(db, 'product', request.params.code, on);
      if (found === null) throw new ProblemError('NOT_FOUND');
      return present(found, on);
    },
  );

  app.get(
    '/products/:code/consent-texts',
    {
      schema: {
        operationId: 'listConsentTexts',
        summary: 'Read the consents that a product asks for',
        tags,
        params: ProductParams,
        querystring: OnClock,
        response: { 200: z.object({ data: z.array(ConsentText) }), ...PROBLEM_RESPONSES },
      },
      config: { open: true },
    },
    async (request) => {
      const on = await todayOf(request.query.clockId);
      const product = await publishedPolicy(db, 'product', request.params.code, on);
      if (product === null) throw new ProblemError('NOT_FOUND');
      const names = product.body.consents.map((code) => ({ kind: 'consent_text' as const, code }));
      const texts = (await policiesInForce(db, names, on)).filter((p) => isKind(p, 'consent_text'));
      return {
        data: texts.map(
          ({ ref: { code, version }, body: { titles, texts: words, hashes, purposes, separate } }) => ({
            ...{ code, version, titles, texts: words, hashes, purposes, separate },
          }),
        ),
      };
    },
  );

  app.post(
    '/quotes',
    {
      schema: {
        operationId: 'quote',
        summary: 'Schedule, totals and annualised cost of any terms',
        tags: ['Quotes'],
        body: QuoteRequest,
        response: { 200: QuoteResult, ...PROBLEM_RESPONSES },
      },
      config: { open: true },
    },
    async ({ body }) => answered(quoteOf(body)),
  );

  app.post(
    '/products/:code/quotes',
    {
      schema: {
        operationId: 'quoteProduct',
        summary: 'Schedule, totals and annualised cost of a loan of a product on offer',
        description:
          'By the terms that its contract and its account would have: due days, day count, rounding, fees, balloon and grace are those of the product.',
        tags: ['Quotes'],
        params: ProductParams,
        body: QuoteProduct,
        response: { 200: QuoteResult, ...PROBLEM_RESPONSES },
      },
      config: { open: true },
    },
    async ({ params, body: { clockId, ...asked } }) => {
      const on = await todayOf(clockId);
      const found = await publishedPolicy(db, 'product', params.code, on);
      if (found === null) throw new ProblemError('NOT_FOUND');
      return quoteOfProduct(db, found.body, asked, on);
    },
  );
};
