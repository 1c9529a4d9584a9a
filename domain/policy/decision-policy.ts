import type { CustomerType } from '../../contracts/policy/body-parts';
import type { DecisionPolicy } from '../underwriting/decide';
import type { PolicySet } from './policy';

/** What the automatic decision reads of a set; sources for the other kind of customer are not missed. */
export function decisionPolicyOf(set: PolicySet, customer: CustomerType): DecisionPolicy {
  return {
    product: set.product.body,
    limits: set.limits.body,
    scorecard: set.scorecard.body,
    authority: set.authority.body,
    rateCap: set.rateCap.body,
    sources: set.sources
      .filter(({ body }) => body.appliesTo.includes(customer))
      .map(({ ref, body }) => ({ source: ref.code, fallback: body.fallback })),
  };
}
