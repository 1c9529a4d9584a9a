import type { PolicyStatus } from '../../contracts/policy/kinds';

/** A version as far as its next step depends on it. */
export interface PolicyState {
  readonly status: PolicyStatus;
  readonly author: string;
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

/** A draft is approved by somebody who did not write it (双人复核). */
export function mayApprove(policy: PolicyState, approver: string): PolicyStep {
  if (policy.status !== 'draft') return refuse('WRONG_POLICY_STATUS');
  return policy.author === approver ? refuse('MAKER_IS_CHECKER') : fine;
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
