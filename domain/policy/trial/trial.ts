import type { AuthorityLevel } from '../../../contracts/policy/origination';
import type { ApplicationCase } from '../../underwriting/application-case';
import { requiredDocuments } from '../../underwriting/checklist';
import { decideApplication } from '../../underwriting/decide';
import type { Facts } from '../../underwriting/facts';
import type { DecisionRules, RuleTrace } from '../../underwriting/rules-port';
import { decisionPolicyOf } from '../decision-policy';
import { offerCost } from '../offer-cost';
import type { PolicySet } from '../policy';

/** A case that policies are tried on: an application and what the sources say of it. */
export interface TrialCase {
  readonly application: ApplicationCase;
  readonly facts: Facts;
}

/** What would become of a case under a set of policies. */
export interface TrialOutcome {
  readonly result: 'approve' | 'refer' | 'decline';
  readonly route: string;
  readonly levels: readonly AuthorityLevel[];
  readonly grade: string;
  readonly score: number;
  readonly amountMinor: bigint | null;
  readonly rateBps: number | null;
  readonly termMonths: number | null;
  /** Annualised total cost, 单利, as a fraction. */
  readonly simpleAnnual: number | null;
  readonly reasons: readonly string[];
  readonly documents: readonly string[];
  readonly traces: readonly RuleTrace[];
}

/** Decides a case as the process would, without leaving a trace anywhere. */
export async function tryCase(
  { application, facts }: TrialCase,
  set: PolicySet,
  rules: DecisionRules,
  paidOutOn: string,
): Promise<TrialOutcome> {
  const policy = decisionPolicyOf(set, application.kind);
  const annualCost = offerCost({ product: set.product.body, calendar: set.calendar.body }, paidOutOn);
  const decision = await decideApplication({ application, facts, policy, annualCost }, rules);
  const { result, route, levels, risk, terms, cost, reasons, traces } = decision;
  return {
    ...{ result, route, levels, reasons, traces },
    grade: risk.grade,
    score: Math.round(risk.score),
    amountMinor: terms?.amountMinor ?? null,
    rateBps: terms?.rateBps ?? null,
    termMonths: terms?.termMonths ?? null,
    simpleAnnual: cost?.simple ?? null,
    documents: requiredDocuments(set.checklist.body, application),
  };
}

/** Whether two outcomes differ in what the applicant would feel. */
export function differs(a: TrialOutcome, b: TrialOutcome): boolean {
  return (
    a.result !== b.result ||
    a.route !== b.route ||
    a.amountMinor !== b.amountMinor ||
    a.rateBps !== b.rateBps ||
    a.termMonths !== b.termMonths
  );
}
