import { POLICY_BODIES } from '../../../contracts/policy/bodies';
import type { PolicyKind } from '../../../contracts/policy/kinds';
import type { PolicyContent } from '../../../contracts/policy/studio';
import { POLICY_SEEDS } from '../../../db/seed/policies/all';
import { contentOf } from '../../../domain/policy/form';
import type { Policy } from '../../../domain/policy/policy';
import { reviewContent } from '../../../domain/policy/review/review';
import { Shelf } from '../../../domain/policy/review/shelf';

/** The policies that come with the software, as a review finds them published. */
export const seeds = POLICY_SEEDS.map(
  ({ kind, code, body }) =>
    ({ ref: { kind, code, version: 1 }, body: POLICY_BODIES[kind].parse(body) }) as Policy<PolicyKind>,
);
export const shelf = new Shelf('2026-06-01', seeds);

/** A copy of a seed's content, for a test to change. */
export function contentFor<K extends PolicyContent['kind']>(
  kind: K,
  code: string,
): Extract<PolicyContent, { kind: K }> {
  const policy = seeds.find(({ ref }) => ref.kind === kind && ref.code === code);
  const content = policy && contentOf(policy);
  if (content?.kind !== kind) throw new Error(`no ${kind} ${code}`);
  return structuredClone(content) as Extract<PolicyContent, { kind: K }>;
}

/** What the review finds, a line each: severity, code, place. */
export const found = (content: PolicyContent, code: string) =>
  reviewContent(content, code, shelf).map(
    ({ severity, code: what, path }) => `${severity} ${what} ${path.join('/')}`,
  );

/** The place of a row in its table. */
export const rowOf = (table: { rows: { id: string }[] }, id: string) =>
  table.rows.findIndex((one) => one.id === id);
