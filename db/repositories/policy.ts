import { and, eq, inArray, sql } from 'drizzle-orm';
import { POLICY_BODIES } from '../../contracts/policy/bodies';
import type { PolicyKind, PolicyRef } from '../../contracts/policy/kinds';
import type { Policy } from '../../domain/policy/policy';
import type { Queryable } from '../client';
import { compiledSql } from '../compiled';
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

/** A version's row as a policy, its body checked. */
export const policyOf = (
  row: { id: string; status: string; body: unknown } & PolicyRef,
): Policy<PolicyKind> => kept.get(row.id) ?? keep(row, row.body);

async function withBodies(q: Queryable, rows: Head[]) {
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

type Head = { id: string; status: string } & PolicyRef;

const fields = sql`p.id, p.kind, p.code, p.version, p.status`;
const governing = sql`p.status in ('published', 'retired') and p.effective_from <= ${sql.placeholder('on')}
  and (p.effective_to is null or p.effective_to > ${sql.placeholder('on')})`;
const newestFirst = sql`order by p.kind, p.code, p.effective_from desc, p.version desc`;

/** One text however many names: a text for each number of them would be planned anew all the time. */
const namedInForce = compiledSql<Head>(sql`
  select distinct on (p.kind, p.code) ${fields}
  from unnest(${sql.placeholder('kinds')}::text[], ${sql.placeholder('codes')}::text[]) n (kind, code)
  join policy_versions p on p.kind = n.kind and p.code = n.code
  where ${governing} ${newestFirst}`);
const allInForce = compiledSql<Head>(sql`
  select distinct on (p.kind, p.code) ${fields} from policy_versions p where ${governing} ${newestFirst}`);
const exactly = compiledSql<Head>(sql`
  select ${fields}
  from unnest(${sql.placeholder('kinds')}::text[], ${sql.placeholder('codes')}::text[],
    ${sql.placeholder('versions')}::int[]) n (kind, code, version)
  join policy_versions p on p.kind = n.kind and p.code = n.code and p.version = n.version`);

/** The versions in force on a day, newest of each name; a name without one is left out. One query once bodies are known. */
export async function policiesInForce(
  q: Queryable,
  names: readonly PolicyName[],
  on: string,
): Promise<Policy<PolicyKind>[]> {
  if (names.length === 0) return [];
  const { rows } = await namedInForce(q, { ...listsOf(names), on });
  return withBodies(q, rows);
}

/** Everything in force on a day. */
export async function allPoliciesInForce(q: Queryable, on: string): Promise<Policy<PolicyKind>[]> {
  const { rows } = await allInForce(q, { on });
  return withBodies(q, rows);
}

/** Exactly these versions; a version that is still a draft can be read but never governs anything. */
export async function pinnedPolicies(
  q: Queryable,
  refs: readonly PolicyRef[],
): Promise<Policy<PolicyKind>[]> {
  if (refs.length === 0) return [];
  const { rows } = await exactly(q, { ...listsOf(refs), versions: refs.map(({ version }) => version) });
  return withBodies(q, rows);
}

const listsOf = (names: readonly PolicyName[]) => ({
  kinds: names.map(({ kind }) => kind),
  codes: names.map(({ code }) => code),
});

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
