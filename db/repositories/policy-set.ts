import type { PolicyKind, PolicyRef } from '../../contracts/policy/kinds';
import type { ProductBody } from '../../contracts/policy/product';
import type { Policy, PolicySet } from '../../domain/policy/policy';
import { LPR } from '../../domain/policy/reference-rate';
import type { Queryable } from '../client';
import { isKind, type PolicyName, pinnedPolicies, pinnedPolicy, policiesInForce } from './policy';

/** A policy that a product names is not in force; the caller parks the loan until somebody publishes it. */
export class MissingPolicyError extends Error {
  override readonly name = 'MissingPolicyError';
  constructor(readonly missing: PolicyName) {
    super(`no ${missing.kind} ${missing.code} in force`);
  }
}

/** Whether loans of a product follow the LPR. */
const floats = ({ repricing }: ProductBody): boolean => repricing.kind !== 'fixed';

function namesOf(product: ProductBody): PolicyName[] {
  const { policies: at } = product;
  return [
    { kind: 'entry_rules', code: at.entryRules },
    { kind: 'entry_rules', code: at.creditRules },
    { kind: 'checklist', code: at.checklist },
    { kind: 'scorecard', code: at.scorecard },
    { kind: 'price_table', code: at.priceTable },
    { kind: 'authority', code: at.authority },
    { kind: 'limits', code: at.limits },
    { kind: 'collection_strategy', code: at.collectionStrategy },
    { kind: 'provisioning', code: at.provisioning },
    { kind: 'calendar', code: at.calendar },
    { kind: 'rate_cap', code: at.rateCap },
    { kind: 'penalty', code: at.penalty },
    { kind: 'reason_codes', code: at.reasonCodes },
    { kind: 'contract_template', code: at.contractTemplate },
    ...product.consents.map((code) => ({ kind: 'consent_text' as const, code })),
    ...product.sources.map((code) => ({ kind: 'source' as const, code })),
    ...(floats(product) ? [{ kind: 'reference_rate' as const, code: LPR }] : []),
  ];
}

function assemble(product: Policy<'product'>, found: readonly Policy<PolicyKind>[]): PolicySet {
  const optional = <K extends PolicyKind>(kind: K, code: string): Policy<K> | null =>
    found.filter((policy) => isKind(policy, kind)).find((policy) => policy.ref.code === code) ?? null;
  const need = <K extends PolicyKind>(kind: K, code: string): Policy<K> => {
    const policy = optional(kind, code);
    if (!policy) throw new MissingPolicyError({ kind, code });
    return policy;
  };
  const { policies: at, consents, sources } = product.body;
  return {
    product,
    entryRules: need('entry_rules', at.entryRules),
    creditRules: need('entry_rules', at.creditRules),
    checklist: need('checklist', at.checklist),
    scorecard: need('scorecard', at.scorecard),
    priceTable: need('price_table', at.priceTable),
    authority: need('authority', at.authority),
    limits: need('limits', at.limits),
    collectionStrategy: need('collection_strategy', at.collectionStrategy),
    provisioning: need('provisioning', at.provisioning),
    calendar: need('calendar', at.calendar),
    rateCap: need('rate_cap', at.rateCap),
    penalty: need('penalty', at.penalty),
    reasonCodes: need('reason_codes', at.reasonCodes),
    consents: consents.map((code) => need('consent_text', code)),
    sources: sources.map((code) => need('source', code)),
    contractTemplate: optional('contract_template', at.contractTemplate),
    referenceRate: floats(product.body) ? need('reference_rate', LPR) : null,
  };
}

/** All policies of a pinned product version as they are in force on a day. */
export async function policySetOn(
  q: Queryable,
  productCode: string,
  productVersion: number,
  on: string,
): Promise<PolicySet> {
  const product = await pinnedPolicy(q, 'product', productCode, productVersion);
  if (!product) throw new MissingPolicyError({ kind: 'product', code: productCode });
  return assemble(product, await policiesInForce(q, namesOf(product.body), on));
}

/** The set of a product as it would be with one policy more, whatever is in force under its name: a draft to be tried out. */
export async function policySetWith(
  q: Queryable,
  product: Policy<'product'>,
  on: string,
  instead: Policy<PolicyKind>,
): Promise<PolicySet> {
  if (isKind(instead, 'product'))
    return assemble(instead, await policiesInForce(q, namesOf(instead.body), on));
  const found = await policiesInForce(q, namesOf(product.body), on);
  const { kind, code } = instead.ref;
  const others = found.filter(({ ref }) => ref.kind !== kind || ref.code !== code);
  return assemble(product, [...others, instead]);
}

/** The set that was stored with a decision or loan, whatever was published since. */
export async function pinnedPolicySet(q: Queryable, refs: readonly PolicyRef[]): Promise<PolicySet> {
  const found = await pinnedPolicies(q, refs);
  const product = found.find((policy) => isKind(policy, 'product'));
  if (!product || !isKind(product, 'product')) throw new MissingPolicyError({ kind: 'product', code: '' });
  return assemble(product, found);
}
