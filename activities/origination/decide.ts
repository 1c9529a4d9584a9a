import { createHash } from 'node:crypto';
import { newId } from '../../contracts/ids';
import type { ApprovalLevel, DecisionResult } from '../../contracts/loan/steps';
import type { PolicyRef } from '../../contracts/policy/kinds';
import { insertInto, updateWhere } from '../../db/compiled';
import { exposures } from '../../db/schema/applications';
import { decisions } from '../../db/schema/underwriting';
import { canonicalJson } from '../../domain/audit/canonical-json';
import { decisionPolicyOf } from '../../domain/policy/decision-policy';
import { offerCost } from '../../domain/policy/offer-cost';
import { type PolicySet, refsOf } from '../../domain/policy/policy';
import { decideApplication } from '../../domain/underwriting/decide';
import type { Decision } from '../../domain/underwriting/decision';
import type { ActivityDeps } from '../support/deps';
import { failure } from '../support/failures';
import { AUTOMATIC_STEP, policiesOf, rulesOf } from '../support/policies';
import { announce, audit, moveTo } from '../support/record';
import { change, inStep, type Step } from '../support/step';
import { caseOf } from './case-of';
import { declineWith } from './decline';
import { factsOf } from './facts-of';
import { overturned } from './overturned';
import { plain } from './plain';
import { scanFactsOf } from './scan-facts-of';

const putDecision = insertInto(decisions, 'ignore');
const changeExposure = updateWhere(exposures, 'applicationId');

/** The automatic decision, stored with everything that explains it. */
export function decideStep(deps: ActivityDeps, applicationId: string): Promise<DecisionResult> {
  return inStep(deps, applicationId, async (step) => {
    const { tx, app } = step;
    const set = await policiesOf(deps, step);
    const [{ application, rates }, said, onPaper, reversed] = await Promise.all([
      caseOf(deps, step),
      factsOf(tx, app.id),
      scanFactsOf(deps, step),
      overturned(tx, app.id),
    ]);
    const facts = { ...said, ...onPaper };
    const policy = decisionPolicyOf(set, application.kind);
    const annualCost = offerCost({ product: set.product.body, calendar: set.calendar.body }, step.today);
    const decision = await decideApplication({ application, facts, policy, annualCost }, rulesOf(deps, set));
    const inputs = plain({ application, facts });
    await store(step, [...refsOf(set), ...(rates ? [rates.ref] : [])], decision, inputs);
    await moveTo(step, 'DECISION', null, {
      grade: decision.risk.grade,
      score: Math.round(decision.risk.score),
      route: decision.route,
    });
    if (decision.result === 'decline' && !reversed) return declined(deps, step, set, decision);
    await adoptTerms(step, decision);
    if (decision.result === 'approve') return approved(step, decision);
    return referred(step, decision, set);
  });
}

async function store(step: Step, refs: PolicyRef[], decision: Decision, inputs: unknown): Promise<void> {
  const { tx, app, now } = step;
  const { result, route, risk, terms, reasons, traces, ...explained } = decision;
  await putDecision(tx, {
    id: newId('dec'),
    applicationId: app.id,
    step: AUTOMATIC_STEP,
    kind: 'automatic',
    result,
    route,
    grade: risk.grade,
    score: Math.round(risk.score),
    amountMinor: terms?.amountMinor ?? null,
    rateBps: terms?.rateBps ?? null,
    termMonths: terms?.termMonths ?? null,
    reasonCodes: [...reasons],
    inputsHash: createHash('sha256')
      .update(canonicalJson(inputs as Parameters<typeof canonicalJson>[0]))
      .digest('hex'),
    inputs,
    policyVersions: refs,
    trace: plain({ rules: traces, score: risk.detail, ...explained }),
    decidedBy: 'system',
    decidedAt: now,
    clockId: app.clockId,
  });
  await audit(step, 'application.decided', 'system', {
    result,
    route,
    grade: risk.grade,
    reasons: [...reasons],
  });
}

async function declined(
  deps: ActivityDeps,
  step: Step,
  set: PolicySet,
  decision: Decision,
): Promise<DecisionResult> {
  const decline = await declineWith(deps, step, set, [...decision.reasons], 'decision');
  return { result: 'decline', grade: decision.risk.grade, ...decline };
}

/** The terms worked out become the terms to approve; the reservation follows the amount. */
async function adoptTerms(step: Step, { terms }: Decision): Promise<void> {
  const { tx, app, now } = step;
  const amountMinor = terms && terms.amountMinor > 0n ? terms.amountMinor : app.amountMinor;
  await change(step, {
    approvedAmountMinor: amountMinor,
    approvedTermMonths: terms?.termMonths ?? app.termMonths,
    rateBps: terms?.rateBps ?? app.rateBps,
  });
  await changeExposure(tx, app.id, { amountMinor, state: 'reserved', updatedAt: now });
}

async function approved(step: Step, { route, risk, terms }: Decision): Promise<DecisionResult> {
  if (!terms) throw failure('INVARIANT', 'approval without terms');
  const { amountMinor, termMonths, rateBps } = terms;
  await announce(step, 'loan.approved', { amountMinor: amountMinor.toString(), termMonths, rateBps });
  return { result: 'approve', route, grade: risk.grade };
}

async function referred(step: Step, decision: Decision, set: PolicySet): Promise<DecisionResult> {
  const { route, risk, reasons } = decision;
  const declinedByRule = decision.levels.length === 0;
  const tiers = declinedByRule ? [set.authority.body.declineReview] : decision.levels;
  const levels: ApprovalLevel[] = tiers.map(({ level, votesNeeded }) => ({ level, votesNeeded }));
  await change(step, { reasonCodes: [...reasons] });
  await announce(step, 'loan.referred', { route });
  return { result: 'refer', route, grade: risk.grade, levels };
}
