import type { ChecklistBody, LimitsBody } from '../../contracts/policy/origination';
import type { ProductBody } from '../../contracts/policy/product';
import type { ApplicationCase } from './application-case';
import { missingDocuments } from './checklist';
import { entryInput } from './entry-input';
import type { DecisionRules, RuleTrace } from './rules-port';

/** Verdict before any outside query: unfit is told at once, and nobody sends documents for nothing. */
export type PreScreen =
  | { readonly verdict: 'pass'; readonly trace: RuleTrace }
  | { readonly verdict: 'supplement'; readonly missing: readonly string[]; readonly trace: RuleTrace }
  | { readonly verdict: 'decline'; readonly reasons: readonly string[]; readonly trace: RuleTrace };

export interface PreScreenInput {
  readonly application: ApplicationCase;
  readonly product: ProductBody;
  readonly limits: LimitsBody;
  readonly checklist: ChecklistBody;
  readonly documents: readonly string[];
}

/** Entry rules first, then completeness. */
export async function preScreen(
  input: PreScreenInput,
  rules: Pick<DecisionRules, 'entry'>,
): Promise<PreScreen> {
  const { application, product, limits, checklist, documents } = input;
  const { result: hits, trace } = await rules.entry(entryInput(application, product, limits));
  const blocks = hits.filter((hit) => hit.severity === 'block').map((hit) => hit.code);
  if (blocks.length > 0) return { verdict: 'decline', reasons: [...new Set(blocks)], trace };
  const missing = missingDocuments(checklist, application, documents);
  return missing.length > 0 ? { verdict: 'supplement', missing, trace } : { verdict: 'pass', trace };
}
