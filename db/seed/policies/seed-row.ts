import type { PolicyBody } from '../../../contracts/policy/bodies';
import type { PolicyKind } from '../../../contracts/policy/kinds';

/** One policy that the software brings along. */
export interface SeedRow {
  readonly kind: PolicyKind;
  readonly code: string;
  readonly body: unknown;
}

/** Names a body by kind and code, and lets the compiler check it against the kind. */
export function seedRow<K extends PolicyKind>(kind: K, code: string, body: PolicyBody<K>): SeedRow {
  return { kind, code, body };
}
