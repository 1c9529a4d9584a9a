import type { PolicyBody } from '../../contracts/policy/bodies';
import type { PolicyKind, PolicyRef } from '../../contracts/policy/kinds';

/** One version with its body; the body never changes once the version left draft. */
export interface Policy<K extends PolicyKind> {
  readonly ref: PolicyRef & { readonly kind: K };
  readonly body: PolicyBody<K>;
}

/** All policies that govern one application or loan, each pinned to its version. */
export interface PolicySet {
  readonly product: Policy<'product'>;
  readonly entryRules: Policy<'entry_rules'>;
  readonly creditRules: Policy<'entry_rules'>;
  readonly checklist: Policy<'checklist'>;
  readonly scorecard: Policy<'scorecard'>;
  readonly priceTable: Policy<'price_table'>;
  readonly authority: Policy<'authority'>;
  readonly limits: Policy<'limits'>;
  readonly collectionStrategy: Policy<'collection_strategy'>;
  readonly provisioning: Policy<'provisioning'>;
  readonly calendar: Policy<'calendar'>;
  readonly rateCap: Policy<'rate_cap'>;
  readonly penalty: Policy<'penalty'>;
  readonly reasonCodes: Policy<'reason_codes'>;
  readonly consents: readonly Policy<'consent_text'>[];
  readonly sources: readonly Policy<'source'>[];
  /** Null while the lender uses the contract text that came with the software. */
  readonly contractTemplate: Policy<'contract_template'> | null;
  /** The published LPR; null where the product's rate is fixed. */
  readonly referenceRate: Policy<'reference_rate'> | null;
}

/** The refs to store with a decision or loan, so that the same set can be loaded again. */
export function refsOf(set: PolicySet): PolicyRef[] {
  const { consents, sources, contractTemplate, referenceRate, ...single } = set;
  const all = [
    ...Object.values(single),
    ...consents,
    ...sources,
    ...(contractTemplate ? [contractTemplate] : []),
    ...(referenceRate ? [referenceRate] : []),
  ];
  return all.map(({ ref }) => ({ kind: ref.kind, code: ref.code, version: ref.version }));
}
