import type { AuthorityBody, LimitsBody, RateCapBody } from '../../contracts/policy/origination';
import type { ProductBody } from '../../contracts/policy/product';
import type { EntryHit, PriceResult, Route } from '../../contracts/policy/rule-results';
import type { ScorecardBody } from '../../contracts/policy/scorecard';
import type { ApplicationCase } from './application-case';
import { companyFeatures } from './company-features';
import { companyFindings, type Finding, personFindings } from './contradictions';
import { type BurdenTerms, debtToIncomeBps, monthlyBurden } from './debt-service';
import type { Decision, OfferedTerms, RiskGrade } from './decision';
import { entryInput } from './entry-input';
import type { Facts } from './facts';
import { affordabilityCap, commonCaps, companyCaps, type OfferAmount, offerAmount } from './offer-amount';
import { knownMonthlyDebt, personFeatures } from './person-features';
import { type AnnualCost, capOn, exceedsCap } from './rate-cap';
import { riskGrade } from './risk-grade';
import { ruleNumber } from './rule-number';
import type { DecisionRules, RuleInput, RuleTrace } from './rules-port';
import { scanFindings } from './scan-facts';
import { type SourceNeed, sourceGaps } from './source-gaps';

/** The pinned policies that a decision is taken under. */
export interface DecisionPolicy {
  readonly product: ProductBody;
  readonly limits: LimitsBody;
  readonly scorecard: ScorecardBody;
  readonly authority: AuthorityBody;
  readonly rateCap: RateCapBody;
  readonly sources: readonly SourceNeed[];
}

export interface DecideInput {
  readonly application: ApplicationCase;
  readonly facts: Facts;
  readonly policy: DecisionPolicy;
  /** Annualised total cost of an offer with all its fees (domain/cost). */
  readonly annualCost: (terms: OfferedTerms) => AnnualCost;
}

/**
 * The automatic decision: knock-outs, grade, price, amount, price cap, authority. A block declines, anything a
 * person must judge refers, and only what is clean and within automatic authority is approved.
 */
export async function decideApplication(input: DecideInput, rules: DecisionRules): Promise<Decision> {
  const { application, facts, policy } = input;
  const { product, limits } = policy;
  const features = featuresOf(application, facts, policy);
  const findings = findingsOf(application, facts, policy);
  const entry = await rules.entry(entryInput(application, product, limits));
  const credit = await rules.credit({ ...features, product: product.code, findings: findings.length });
  const hits = [...entry.result, ...credit.result];
  const risk = riskGrade(policy.scorecard, features);
  const termMonths = offeredTerm(application, policy, risk);
  const price = await rules.price({ product: product.code, grade: risk.grade, termMonths: termMonths ?? 0 });
  const priced = termMonths !== null && price.result ? { ...price.result, termMonths } : null;
  const offer = priced ? offerOf(input, risk, priced) : null;
  const reviews = reviewReasons(input, hits, findings, offer);
  const authority = await rules.authority(authorityInput(input, risk, offer, reviews.length, features));
  const base = { risk, hits, findings, features, caps: offer?.caps ?? [], bound: offer?.bound ?? null };
  const traces: RuleTrace[] = [entry.trace, credit.trace, price.trace, authority.trace];
  const declines = declineReasons({ ...input, hits, risk, offer, termMonths, authority: authority.result });
  if (declines.length > 0 || offer === null) {
    return {
      ...base,
      result: 'decline',
      route: 'DECLINE',
      levels: [],
      reasons: declines,
      terms: offer?.terms ?? null,
      cost: offer?.cost ?? null,
      traces,
    };
  }
  const route = routeFor(authority.result.route, reviews);
  const reasons = authority.result.reason ? [...reviews, authority.result.reason] : reviews;
  const levels = policy.authority.routes[route] ?? [];
  const result = route === 'AUTO' ? 'approve' : 'refer';
  return {
    ...base,
    result,
    route,
    levels,
    reasons: unique(reasons),
    terms: offer.terms,
    cost: offer.cost,
    traces,
  };
}

interface Offer extends OfferAmount {
  readonly terms: OfferedTerms;
  readonly cost: AnnualCost;
  readonly debtBps: number | null;
}

function featuresOf(application: ApplicationCase, facts: Facts, policy: DecisionPolicy): RuleInput {
  if (application.kind === 'person') return personFeatures(application, facts, policy.product);
  const stale = policy.scorecard.model === 'ratios' ? policy.scorecard.staleAfterMonths : 0;
  return companyFeatures(application, facts, stale);
}

function findingsOf(application: ApplicationCase, facts: Facts, policy: DecisionPolicy): Finding[] {
  const onPaper = scanFindings(facts.scans ?? [], application.declared);
  if (application.kind === 'person') return [...personFindings(application, facts), ...onPaper];
  const gap = policy.scorecard.model === 'ratios' ? policy.scorecard.salesGapReviewPercent : 0;
  return [...companyFindings(application, facts, gap), ...onPaper];
}

/** The term asked for, or for a company the longest one its grade still allows. */
function offeredTerm(application: ApplicationCase, policy: DecisionPolicy, risk: RiskGrade): number | null {
  if (policy.scorecard.model === 'points') return application.termMonths;
  const longest = policy.scorecard.grades.find((row) => row.grade === risk.grade)?.maxTermMonths ?? 0;
  if (application.termMonths <= longest) return application.termMonths;
  const shorter = policy.product.termsMonths.filter((months) => months <= longest);
  return shorter.length > 0 ? Math.max(...shorter) : null;
}

function offerOf(
  { application, facts, policy, annualCost }: DecideInput,
  risk: RiskGrade,
  price: PriceResult & { termMonths: number },
): Offer {
  const { product, limits, scorecard } = policy;
  const addOn =
    scorecard.model === 'ratios' ? scorecard.grades.find((row) => row.grade === risk.grade)?.addOnBps : 0;
  const { method } = application;
  const burden = { rateBps: price.rateBps + (addOn ?? 0), termMonths: price.termMonths, method };
  const caps = commonCaps(application, product, limits, price.maxAmountPercent);
  if (application.kind === 'person') {
    const shaped = { ...burden, repayment: product.repayment };
    caps.push(affordabilityCap(application, facts, product, limits, shaped));
  }
  if (application.kind === 'company' && scorecard.model === 'ratios') {
    caps.push(...companyCaps(application, scorecard, risk.grade));
  }
  const amount = offerAmount(application.amountMinor, BigInt(product.stepMinor), caps);
  const terms = { ...burden, amountMinor: amount.amountMinor };
  const cost =
    amount.amountMinor > 0n
      ? annualCost(terms)
      : annualCost({ ...terms, amountMinor: application.amountMinor });
  return {
    ...amount,
    terms,
    cost,
    debtBps: debtAfter(application, facts, { ...terms, repayment: product.repayment }),
  };
}

function debtAfter(
  application: ApplicationCase,
  facts: Facts,
  terms: BurdenTerms & Pick<OfferedTerms, 'amountMinor'>,
): number | null {
  if (application.kind === 'company') return null;
  const debt = knownMonthlyDebt(application, facts) + monthlyBurden(terms.amountMinor, terms);
  return debtToIncomeBps(debt, BigInt(application.declared.monthlyIncomeMinor));
}

/** Why a person must look: silent sources, review rules, contradictions, heavy debt service, a cap that only asks. */
function reviewReasons(
  { application, facts, policy }: DecideInput,
  hits: readonly EntryHit[],
  findings: readonly Finding[],
  offer: Offer | null,
): string[] {
  const reasons = [
    ...sourceGaps(policy.sources, facts),
    ...hits.filter((hit) => hit.severity === 'review').map((hit) => hit.code),
    ...findings.map((finding) => finding.code),
  ];
  if (offer?.debtBps != null && offer.debtBps > policy.limits.dtiReferPercent * 100) reasons.push('DTI_HIGH');
  const cap = capOn(policy.rateCap, application.appliedOn);
  if (offer && cap?.severity === 'review' && exceedsCap(cap, offer.cost)) reasons.push('COST_ABOVE_CAP');
  return unique(reasons);
}

interface DeclineFacts extends DecideInput {
  readonly hits: readonly EntryHit[];
  readonly risk: RiskGrade;
  readonly offer: Offer | null;
  readonly termMonths: number | null;
  readonly authority: { readonly route: Route; readonly reason?: string };
}

/** Adverse reasons, hardest first; empty means no refusal. A refusal for the grade also names what cost the points. */
function declineReasons({
  application,
  policy,
  hits,
  risk,
  offer,
  termMonths,
  authority,
}: DeclineFacts): string[] {
  const reasons = hits.filter((hit) => hit.severity === 'block').map((hit) => hit.code);
  if (termMonths === null) reasons.push('TERM_NOT_FOR_GRADE');
  if (authority.route === 'DECLINE') reasons.push(authority.reason ?? 'GRADE_TOO_LOW', ...risk.reasons);
  else if (offer === null) reasons.push('NO_PRICE_FOR_GRADE', ...risk.reasons);
  if (offer) {
    const asked = application.amountMinor;
    const tooSmall =
      offer.amountMinor < BigInt(policy.product.minAmountMinor) ||
      offer.amountMinor * 100n < asked * BigInt(policy.product.minOfferPercent);
    if (tooSmall) reasons.push(offer.bound ?? 'AMOUNT_TOO_SMALL');
    const cap = capOn(policy.rateCap, application.appliedOn);
    if (cap?.severity === 'block' && exceedsCap(cap, offer.cost)) reasons.push('COST_ABOVE_CAP');
  }
  return unique(reasons);
}

function authorityInput(
  { application, policy }: DecideInput,
  risk: RiskGrade,
  offer: Offer | null,
  reviews: number,
  features: RuleInput,
): RuleInput {
  const amountMinor = ruleNumber(offer?.amountMinor ?? application.amountMinor);
  return {
    product: policy.product.code,
    category: policy.product.category,
    grade: risk.grade,
    score: risk.score,
    amountMinor,
    exposureAfterMinor: ruleNumber(application.standing.exposureMinor) + amountMinor,
    reviews,
    thinFile: features.thinFile ?? false,
  };
}

/** A table that would let a case with open questions through on its own is overruled: a person looks. */
function routeFor(route: Route, reviews: readonly string[]): Route {
  return route === 'AUTO' && reviews.length > 0 ? 'OFFICER' : route;
}

function unique(codes: readonly string[]): string[] {
  return [...new Set(codes)];
}
