import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import type { Policy as PolicyShown, PolicyVersion } from '../../contracts/http/policies';
import type { PolicyKind } from '../../contracts/policy/kinds';
import { isStudioKind } from '../../contracts/policy/studio';
import type { Queryable } from '../../db/client';
import type { Vault } from '../../db/crypto/vault';
import { allPoliciesInForce } from '../../db/repositories/policy';
import type { PolicyVersionRow } from '../../db/repositories/policy-editing';
import { staffUsers } from '../../db/schema/access';
import { auditEvents } from '../../db/schema/audit';
import { policyVersions } from '../../db/schema/policy';
import { comments } from '../../db/schema/tasks';
import { Shelf } from '../../domain/policy/review/shelf';
import { governing, standingOf } from '../../domain/policy/standing';
import { instantOf } from '../present/application';
import { ProblemError } from '../problem';
import { textOf } from './comments';

type Shown = z.input<typeof PolicyVersion>;

/** Names of staff by id; the machine that seeded has none. */
export async function staffNames(db: Queryable, ids: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => id.startsWith('usr_'));
  if (wanted.length === 0) return new Map();
  const rows = await db
    .select({ id: staffUsers.id, name: staffUsers.displayName })
    .from(staffUsers)
    .where(inArray(staffUsers.id, wanted));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** One version, or 404. */
export async function policyRow(db: Queryable, id: string): Promise<PolicyVersionRow> {
  const [row] = await db.select().from(policyVersions).where(eq(policyVersions.id, id));
  if (row === undefined) throw new ProblemError('NOT_FOUND');
  return row;
}

type Heading = Omit<PolicyVersionRow, 'body'>;
const { id, kind, code, version, status, effectiveFrom, effectiveTo, author, editors } = policyVersions;
const { revision, basedOn, approver, publisher, retirer } = policyVersions;
const { createdAt, approvedAt, publishedAt, retiredAt } = policyVersions;
const heading = {
  ...{ id, kind, code, version, status, effectiveFrom, effectiveTo, author, editors, revision, basedOn },
  ...{ approver, publisher, retirer, createdAt, approvedAt, publishedAt, retiredAt },
};

/** All versions of one name, newest first. */
export function versionsOf(db: Queryable, name: { kind: PolicyKind; code: string }): Promise<Heading[]> {
  return db
    .select(heading)
    .from(policyVersions)
    .where(and(eq(policyVersions.kind, name.kind), eq(policyVersions.code, name.code)))
    .orderBy(desc(policyVersions.version));
}

/** The version of a name that governs on a day. */
export async function governingVersion(
  db: Queryable,
  name: { kind: PolicyKind; code: string },
  on: string,
): Promise<Heading | undefined> {
  return governing(await versionsOf(db, name), on);
}

function peopleIn(rows: readonly Heading[]): string[] {
  return rows.flatMap((row) =>
    [row.author, ...row.editors, row.approver, row.publisher, row.retirer].filter((one) => one !== null),
  );
}

function presentVersion(
  row: Heading,
  siblings: readonly Heading[],
  on: string,
  names: ReadonlyMap<string, string>,
): Shown {
  const person = (who: string) => ({ id: who, name: names.get(who) ?? null });
  const maybe = (who: string | null) => (who === null ? null : person(who));
  const dated = row.status === 'published' || row.status === 'retired';
  return {
    ...{ id: row.id, version: row.version, revision: row.revision },
    standing: standingOf(row, siblings, on),
    effectiveFrom: dated ? row.effectiveFrom : null,
    effectiveTo: row.effectiveTo,
    author: person(row.author),
    editors: row.editors.map(person),
    approver: maybe(row.approver),
    publisher: maybe(row.publisher),
    retirer: maybe(row.retirer),
    createdAt: row.createdAt.toISOString(),
    approvedAt: instantOf(row.approvedAt),
    publishedAt: instantOf(row.publishedAt),
    retiredAt: instantOf(row.retiredAt),
  };
}

/** One version as it is shown. */
export async function shownVersion(db: Queryable, row: Heading, on: string): Promise<Shown> {
  const siblings = await versionsOf(db, row);
  const itself = siblings.find((one) => one.id === row.id) ?? row;
  return presentVersion(itself, siblings, on, await staffNames(db, peopleIn([row])));
}

/** Every name of one kind, or of all, with its versions and who uses it. */
export async function listPolicies(
  db: Queryable,
  only: PolicyKind | undefined,
  on: string,
): Promise<z.input<typeof PolicyShown>[]> {
  const rows = await db
    .select(heading)
    .from(policyVersions)
    .where(only === undefined ? undefined : eq(policyVersions.kind, only))
    .orderBy(asc(policyVersions.kind), asc(policyVersions.code), desc(policyVersions.version));
  const shelf = await shelfOn(db, on);
  const names = await staffNames(db, peopleIn(rows));
  const byName = new Map<string, Heading[]>();
  for (const row of rows) {
    const name = `${row.kind}/${row.code}`;
    byName.set(name, [...(byName.get(name) ?? []), row]);
  }
  return [...byName.values()].flatMap((versions) => {
    const [newest] = versions;
    if (newest === undefined) return [];
    const users = newest.kind === 'product' ? [] : shelf.productsUsing(newest.kind, newest.code);
    return [
      {
        ...{ kind: newest.kind, code: newest.code },
        names: ownNames(shelf, newest),
        editable: isStudioKind(newest.kind),
        usedBy: users.map((product) => ({ code: product.code, names: product.names })),
        versions: versions.map((row) => presentVersion(row, versions, on, names)),
      },
    ];
  });
}

function ownNames(shelf: Shelf, name: { kind: PolicyKind; code: string }) {
  if (name.kind === 'product') return shelf.find('product', name.code)?.names ?? null;
  if (name.kind === 'consent_text') return shelf.find('consent_text', name.code)?.titles ?? null;
  return name.kind === 'source' ? (shelf.find('source', name.code)?.names ?? null) : null;
}

/** Everything in force on a day, to judge a draft against. */
export async function shelfOn(db: Queryable, on: string): Promise<Shelf> {
  return new Shelf(on, await allPoliciesInForce(db, on));
}

/** What happened to a version, oldest first, with what people said. */
export async function policyHistory(db: Queryable, vault: Vault, policyId: string) {
  const events = await db
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.subject, policyId))
    .orderBy(asc(auditEvents.seq));
  const names = await staffNames(
    db,
    events.map(({ actorId }) => actorId),
  );
  const said = await db.select().from(comments).where(eq(comments.subjectId, policyId));
  const words = new Map(said.map((one) => [one.id, textOf(vault, one)]));
  return events.map(({ at, action, actorId, data }) => {
    const told = data as { commentId?: string; on?: string };
    return {
      at: at.toISOString(),
      what: action,
      actor: { id: actorId, name: names.get(actorId) ?? null },
      comment: told.commentId === undefined ? null : (words.get(told.commentId) ?? null),
      on: told.on ?? null,
    };
  });
}
