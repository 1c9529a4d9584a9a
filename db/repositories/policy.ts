import { and, desc, eq, gt, inArray, isNull, lte, or, type SQL } from 'drizzle-orm';
import { POLICY_BODIES } from '../../contracts/policy/bodies';
import type { PolicyKind, PolicyRef } from '../../contracts/policy/kinds';
import type { Policy } from '../../domain/policy/policy';
import type { Queryable } from '../client';
import { policyVersions } from '../schema/policy';

/** Names a policy whatever its version. */
export interface PolicyName {
  readonly kind: PolicyKind;
  readonly code: string;
}

const KEPT_MAX = 2_000;
/** From approval on a body never changes; before, a draft may be sent back and written anew. */
const FINAL: ReadonlySet<string> = new Set(['approved', 'published', 'retired']);

/**
 * Bodies of versions that no longer change, by the row's id, so that databases never mix. Checked by their schema
 * once, when first read.
 */
const kept = new Map<string, Policy<PolicyKind>>();

function keep(row: { id: string; status: string } & PolicyRef, body: unknown): Policy<PolicyKind> {
  const policy: Policy<PolicyKind> = {
    ref: { kind: row.kind, code: row.code, version: row.version },
    body: POLICY_BODIES[row.kind].parse(body),
  };
  if (!FINAL.has(row.status)) return policy;
  kept.set(row.id, policy);
  const [oldest] = kept.keys();
  if (kept.size > KEPT_MAX && oldest !== undefined) kept.delete(oldest);
  return policy;
}

const head = {
  id: policyVersions.id,
  kind: policyVersions.kind,
  code: policyVersions.code,
  version: policyVersions.version,
  status: policyVersions.status,
};

/** A version's row as a policy, its body checked. */
export const policyOf = (
  row: { id: string; status: string; body: unknown } & PolicyRef,
): Policy<PolicyKind> => kept.get(row.id) ?? keep(row, row.body);

async function withBodies(q: Queryable, rows: ({ id: string; status: string } & PolicyRef)[]) {
  const unread = rows.filter((row) => !kept.has(row.id)).map((row) => row.id);
  const bodies = new Map<string, unknown>();
  if (unread.length > 0) {
    const found = await q
      .select({ id: policyVersions.id, body: policyVersions.body })
      .from(policyVersions)
      .where(inArray(policyVersions.id, unread));
    for (const row of found) bodies.set(row.id, row.body);
  }
  return rows.map((row) => kept.get(row.id) ?? keep(row, bodies.get(row.id)));
}

function named(names: readonly PolicyName[]) {
  return or(
    ...names.map(({ kind, code }) => and(eq(policyVersions.kind, kind), eq(policyVersions.code, code))),
  );
}

/** The versions in force on a day, newest of each name; a name without one is left out. One query once bodies are known. */
export async function policiesInForce(
  q: Queryable,
  names: readonly PolicyName[],
  on: string,
): Promise<Policy<PolicyKind>[]> {
  return names.length === 0 ? [] : inForce(q, named(names), on);
}

/** Everything in force on a day. */
export function allPoliciesInForce(q: Queryable, on: string): Promise<Policy<PolicyKind>[]> {
  return inForce(q, undefined, on);
}

async function inForce(q: Queryable, which: SQL | undefined, on: string): Promise<Policy<PolicyKind>[]> {
  const rows = await q
    .selectDistinctOn([policyVersions.kind, policyVersions.code], head)
    .from(policyVersions)
    .where(
      and(
        which,
        inArray(policyVersions.status, ['published', 'retired']),
        lte(policyVersions.effectiveFrom, on),
        or(isNull(policyVersions.effectiveTo), gt(policyVersions.effectiveTo, on)),
      ),
    )
    .orderBy(
      policyVersions.kind,
      policyVersions.code,
      desc(policyVersions.effectiveFrom),
      desc(policyVersions.version),
    );
  return withBodies(q, rows);
}

/** Exactly these versions; a version that is still a draft can be read but never governs anything. */
export async function pinnedPolicies(
  q: Queryable,
  refs: readonly PolicyRef[],
): Promise<Policy<PolicyKind>[]> {
  if (refs.length === 0) return [];
  const rows = await q
    .select(head)
    .from(policyVersions)
    .where(
      or(
        ...refs.map(({ kind, code, version }) =>
          and(
            eq(policyVersions.kind, kind),
            eq(policyVersions.code, code),
            eq(policyVersions.version, version),
          ),
        ),
      ),
    );
  return withBodies(q, rows);
}

/** Whether a policy is of a kind, told to the compiler. */
export function isKind<K extends PolicyKind>(policy: Policy<PolicyKind>, kind: K): policy is Policy<K> {
  return policy.ref.kind === kind;
}

function only<K extends PolicyKind>(kind: K, found: Policy<PolicyKind>[]): Policy<K> | null {
  const [first] = found;
  return first && isKind(first, kind) ? first : null;
}

/** The version of one policy in force on a day. */
export async function publishedPolicy<K extends PolicyKind>(
  q: Queryable,
  kind: K,
  code: string,
  on: string,
): Promise<Policy<K> | null> {
  return only(kind, await policiesInForce(q, [{ kind, code }], on));
}

/** One version by its name. */
export async function pinnedPolicy<K extends PolicyKind>(
  q: Queryable,
  kind: K,
  code: string,
  version: number,
): Promise<Policy<K> | null> {
  return only(kind, await pinnedPolicies(q, [{ kind, code, version }]));
}

/** Everything of one kind in force on a day: the products on offer, the sources that can be asked. */
export async function publishedOfKind<K extends PolicyKind>(
  q: Queryable,
  kind: K,
  on: string,
): Promise<Policy<K>[]> {
  const codes = await q
    .selectDistinct({ code: policyVersions.code })
    .from(policyVersions)
    .where(and(eq(policyVersions.kind, kind), inArray(policyVersions.status, ['published', 'retired'])));
  const found = await policiesInForce(
    q,
    codes.map(({ code }) => ({ kind, code })),
    on,
  );
  return found.filter((policy) => isKind(policy, kind));
}
