import type { z } from 'zod';
import type { QuoteProduct } from '../../contracts/http/product-quotes';
import type { PolicyKind } from '../../contracts/policy/kinds';
import { PolicyVersions } from '../../contracts/policy/policy-versions';
import { type ProductBody, RepaymentMethod } from '../../contracts/policy/product';
import type { QuoteRefusal, QuoteResult } from '../../contracts/quote';
import type { Queryable } from '../../db/client';
import { isKind, pinnedPolicies, publishedPolicy } from '../../db/repositories/policy';
import { productQuote } from '../../domain/policy/product-quote';
import { ProblemError } from '../problem';
import type { DecisionRow } from './decision';

/** Kinds of policy that a plan and its cost depend on. */
const PLANNED_BY = ['product', 'calendar', 'rate_cap'] as const;

type Asked = Omit<z.output<typeof QuoteProduct>, 'clockId'>;

/** Plan and cost of a loan of a product under the calendar and the cap that are in force on a day. */
export async function quoteOfProduct(
  db: Queryable,
  product: ProductBody,
  asked: Asked,
  today: string,
): Promise<QuoteResult> {
  const calendar = await publishedPolicy(db, 'calendar', product.policies.calendar, today);
  const rateCap = await publishedPolicy(db, 'rate_cap', product.policies.rateCap, today);
  const method = asked.method ?? product.repayment.methods[0];
  if (calendar === null || method === undefined) throw new ProblemError('NOT_FOUND');
  const { amountMinor, termMonths, rateBps = product.baseRateBps, disbursedOn = today } = asked;
  return answered(
    productQuote(
      { product, calendar: calendar.body, rateCap: rateCap?.body ?? null },
      { amountMinor: BigInt(amountMinor), termMonths, rateBps, method },
      disbursedOn,
    ),
  );
}

/** The plan of proposed terms, by the versions of product, calendar and cap that the decision was taken under. */
export async function planUnderDecision(
  db: Queryable,
  { policyVersions, amountMinor, rateBps, termMonths }: DecisionRow,
  { method, on }: { method: string; on: string },
): Promise<QuoteResult> {
  const versions = PolicyVersions.parse(policyVersions);
  const refs = PLANNED_BY.flatMap((kind) =>
    versions.filter((ref) => ref.kind === kind).map((ref) => ({ ...ref, kind })),
  );
  const pinned = await pinnedPolicies(db, refs);
  const bodyOf = <K extends PolicyKind>(kind: K) =>
    pinned.filter((policy) => isKind(policy, kind))[0]?.body ?? null;
  const [product, calendar, rateCap] = [bodyOf('product'), bodyOf('calendar'), bodyOf('rate_cap')];
  const complete = amountMinor !== null && rateBps !== null && termMonths !== null;
  if (product === null || calendar === null || !complete) throw new ProblemError('NOT_FOUND');
  const terms = { amountMinor, rateBps, termMonths, method: RepaymentMethod.parse(method) };
  return answered(productQuote({ product, calendar, rateCap }, terms, on));
}

/** An answer, or the problem that says which field does not fit and why. */
export function answered(answer: QuoteResult | QuoteRefusal): QuoteResult {
  if (answer.ok) return answer;
  const { code, pointer, message } = answer;
  const path = pointer
    .replace(/^#?\/?/, '')
    .split('/')
    .filter(Boolean);
  throw new ProblemError('QUOTE_REFUSED', {
    fields: [{ in: 'body', path, code, detail: { en: message, zh: message } }],
  });
}
