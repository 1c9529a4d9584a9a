import type { PolicyStatus } from '../../contracts/policy/kinds';

/** A version as far as its next step depends on it. */
export interface PolicyState {
  readonly status: PolicyStatus;
  readonly author: string;
  /** Everybody who wrote in the draft. */
  readonly editors: readonly string[];
}

/** Why a step was refused. */
export type PolicyRefusal =
  | 'NO_SUCH_POLICY'
  | 'WRONG_POLICY_STATUS'
  | 'MAKER_IS_CHECKER'
  | 'EFFECTIVE_IN_PAST';

export type PolicyStep = { readonly ok: true } | { readonly ok: false; readonly code: PolicyRefusal };

const fine: PolicyStep = { ok: true };
const refuse = (code: PolicyRefusal): PolicyStep => ({ ok: false, code });
const only = (policy: PolicyState, status: PolicyStatus): PolicyStep =>
  policy.status === status ? fine : refuse('WRONG_POLICY_STATUS');

/** Only a draft can be written in, handed in or thrown away. */
export function mayEdit(policy: PolicyState): PolicyStep {
  return only(policy, 'draft');
}

/** What was handed in is judged by somebody who wrote nothing of it (双人复核); sending back is judging too. */
export function mayJudge(policy: PolicyState, checker: string): PolicyStep {
  if (policy.status !== 'in_approval') return refuse('WRONG_POLICY_STATUS');
  return policy.author === checker || policy.editors.includes(checker) ? refuse('MAKER_IS_CHECKER') : fine;
}

/** What was handed in can be taken back by those who wrote it. */
export function mayTakeBack(policy: PolicyState): PolicyStep {
  return only(policy, 'in_approval');
}

/** An approved version is published from today or a later day: what was decided before keeps its rules (新老划断). */
export function mayPublish(policy: PolicyState, effectiveFrom: string, today: string): PolicyStep {
  if (policy.status !== 'approved') return refuse('WRONG_POLICY_STATUS');
  return effectiveFrom < today ? refuse('EFFECTIVE_IN_PAST') : fine;
}

/** A published version is retired from today or a later day. */
export function mayRetire(policy: PolicyState, effectiveTo: string, today: string): PolicyStep {
  if (policy.status !== 'published') return refuse('WRONG_POLICY_STATUS');
  return effectiveTo < today ? refuse('EFFECTIVE_IN_PAST') : fine;
}
