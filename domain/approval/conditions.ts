import type { ProductBody } from '../../contracts/policy/product';

/** Terms an approver attaches; what is absent stays as proposed. */
export interface AttachedTerms {
  readonly amountMinor?: bigint;
  readonly termMonths?: number;
  readonly rateBps?: number;
}

/** Terms as the automatic decision proposed them. */
export interface ProposedTerms {
  readonly amountMinor: bigint;
  readonly termMonths: number;
  readonly rateBps: number;
}

export type ConditionProblem =
  | 'AMOUNT_NOT_LOWER'
  | 'AMOUNT_BELOW_PRODUCT'
  | 'AMOUNT_NOT_IN_STEPS'
  | 'TERM_NOT_OFFERED'
  | 'RATE_NOT_HIGHER';

/** Conditions only go to the lender's safe side: not more money, not less price, and a term of the product. */
export function conditionProblems(
  attached: AttachedTerms,
  proposed: ProposedTerms,
  product: Pick<ProductBody, 'minAmountMinor' | 'stepMinor' | 'termsMonths'>,
): ConditionProblem[] {
  const problems: ConditionProblem[] = [];
  const { amountMinor, termMonths, rateBps } = attached;
  if (amountMinor !== undefined) {
    if (amountMinor > proposed.amountMinor) problems.push('AMOUNT_NOT_LOWER');
    if (amountMinor < BigInt(product.minAmountMinor)) problems.push('AMOUNT_BELOW_PRODUCT');
    if (amountMinor % BigInt(product.stepMinor) !== 0n) problems.push('AMOUNT_NOT_IN_STEPS');
  }
  if (termMonths !== undefined && !product.termsMonths.includes(termMonths))
    problems.push('TERM_NOT_OFFERED');
  if (rateBps !== undefined && rateBps < proposed.rateBps) problems.push('RATE_NOT_HIGHER');
  return problems;
}

/** The strictest of what several approvers attached: lowest amount, shortest term, highest rate. */
export function strictest(all: readonly AttachedTerms[], proposed: ProposedTerms): ProposedTerms {
  return all.reduce<ProposedTerms>(
    (held, { amountMinor, termMonths, rateBps }) => ({
      amountMinor:
        amountMinor !== undefined && amountMinor < held.amountMinor ? amountMinor : held.amountMinor,
      termMonths: shorter(held.termMonths, termMonths, proposed.termMonths),
      rateBps: Math.max(held.rateBps, rateBps ?? 0),
    }),
    proposed,
  );
}

/** A single "other term" may be longer than proposed; among several different wishes the shortest wins. */
function shorter(held: number, wished: number | undefined, proposed: number): number {
  if (wished === undefined) return held;
  return held === proposed ? wished : Math.min(held, wished);
}
