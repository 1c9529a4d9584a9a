import type { AuthorityLevel } from '../../contracts/policy/origination';
import type { RepaymentMethod } from '../../contracts/policy/product';
import type { EntryHit, Route } from '../../contracts/policy/rule-results';
import type { Finding } from './contradictions';
import type { AmountCap } from './offer-amount';
import type { AnnualCost } from './rate-cap';
import type { RuleInput, RuleTrace } from './rules-port';

/** Terms that would be offered. */
export interface OfferedTerms {
  readonly amountMinor: bigint;
  readonly rateBps: number;
  readonly termMonths: number;
  readonly method: RepaymentMethod;
}

/** Points per variable or ratio, in hundredths, as the decision page shows them. */
export interface ScoreDetail {
  readonly name: string;
  readonly points: number;
  readonly lost: number;
}

/** Grade of a customer by whichever card the product uses. */
export interface RiskGrade {
  readonly score: number;
  readonly grade: string;
  readonly reasons: readonly string[];
  readonly detail: readonly ScoreDetail[];
}

/** An automatic decision with everything that explains it. Reasons are adverse when declined, and say why a person must look when referred. */
export interface Decision {
  readonly result: 'approve' | 'refer' | 'decline';
  readonly route: Route;
  readonly levels: readonly AuthorityLevel[];
  readonly reasons: readonly string[];
  readonly risk: RiskGrade;
  readonly terms: OfferedTerms | null;
  /** Why less than asked is offered. */
  readonly bound: string | null;
  readonly caps: readonly AmountCap[];
  readonly cost: AnnualCost | null;
  readonly hits: readonly EntryHit[];
  readonly findings: readonly Finding[];
  readonly features: RuleInput;
  readonly traces: readonly RuleTrace[];
}
