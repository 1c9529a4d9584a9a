import { and, eq, max, sql } from 'drizzle-orm';
import { newId } from '../../contracts/ids';
import { POLICY_BODIES } from '../../contracts/policy/bodies';
import type { PolicyKind } from '../../contracts/policy/kinds';
import {
  mayEdit,
  mayJudge,
  mayPublish,
  mayRetire,
  mayTakeBack,
  type PolicyStep,
} from '../../domain/policy/transitions';
import type { Tx } from '../client';
import { policyVersions } from '../schema/policy';

/** A new version as its author hands it in. */
export interface PolicyDraft {
  readonly id?: string;
  readonly kind: PolicyKind;
  readonly code: string;
  readonly body: unknown;
  readonly effectiveFrom: string;
  readonly author: string;
  /** The version it was copied from. */
  readonly basedOn?: string;
}

export type PolicyVersionRow = typeof policyVersions.$inferSelect;
type BodyRefusal = {
  readonly ok: false;
  readonly code: 'POLICY_BODY_INVALID';
  readonly pointers: readonly string[];
};
export type DraftResult = { readonly ok: true; readonly id: string; readonly version: number } | BodyRefusal;

/** One version, locked until the transaction ends, so that two people's steps come one after the other. */
export async function lockedPolicy(tx: Tx, id: string): Promise<PolicyVersionRow | undefined> {
  const [row] = await tx.select().from(policyVersions).where(eq(policyVersions.id, id)).for('update');
  return row;
}

const absent: PolicyStep = { ok: false, code: 'NO_SUCH_POLICY' };
const next = sql`${policyVersions.revision} + 1`;

/** Takes a step that the rules allow; the version counts it. */
async function take(
  tx: Tx,
  id: string,
  rule: (row: PolicyVersionRow) => PolicyStep,
  change: (row: PolicyVersionRow) => Partial<PolicyVersionRow>,
): Promise<PolicyStep> {
  const row = await lockedPolicy(tx, id);
  const step = row ? rule(row) : absent;
  if (row && step.ok) {
    await tx
      .update(policyVersions)
      .set({ ...change(row), revision: next })
      .where(eq(policyVersions.id, id));
  }
  return step;
}

function checkedBody(kind: PolicyKind, body: unknown): { ok: true; body: unknown } | BodyRefusal {
  const parsed = POLICY_BODIES[kind].safeParse(body);
  if (parsed.success) return { ok: true, body: parsed.data };
  const pointers = parsed.error.issues.map((issue) => `/${issue.path.join('/')}`);
  return { ok: false, code: 'POLICY_BODY_INVALID', pointers };
}

/** Writes the next version as a draft. Two authors at once: the table lets one of them have the number. */
export async function draftPolicy(tx: Tx, draft: PolicyDraft, now: Date): Promise<DraftResult> {
  const checked = checkedBody(draft.kind, draft.body);
  if (!checked.ok) return checked;
  const { kind, code, effectiveFrom, author, basedOn = null } = draft;
  const [last] = await tx
    .select({ version: max(policyVersions.version) })
    .from(policyVersions)
    .where(and(eq(policyVersions.kind, kind), eq(policyVersions.code, code)));
  const id = draft.id ?? newId('pol');
  const version = (last?.version ?? 0) + 1;
  await tx.insert(policyVersions).values({
    ...{ id, kind, code, version, effectiveFrom, author, basedOn },
    status: 'draft',
    body: checked.body,
    editors: [author],
    createdAt: now,
  });
  return { ok: true, id, version };
}

/** Writes a draft anew; whoever writes may not approve it later. */
export async function rewriteDraft(
  tx: Tx,
  id: string,
  body: unknown,
  editor: string,
): Promise<PolicyStep | BodyRefusal> {
  const row = await lockedPolicy(tx, id);
  const step = row ? mayEdit(row) : absent;
  if (!row || !step.ok) return step;
  const checked = checkedBody(row.kind, body);
  if (!checked.ok) return checked;
  const editors = row.editors.includes(editor) ? row.editors : [...row.editors, editor];
  await tx
    .update(policyVersions)
    .set({ body: checked.body, editors, revision: next })
    .where(eq(policyVersions.id, id));
  return step;
}

/** Throws a draft away; its audit chain stays. */
export async function discardDraft(tx: Tx, id: string): Promise<PolicyStep> {
  const row = await lockedPolicy(tx, id);
  const step = row ? mayEdit(row) : absent;
  if (step.ok) await tx.delete(policyVersions).where(eq(policyVersions.id, id));
  return step;
}

/** Hands a draft in for approval; from here on its words stay unless it is sent back. */
export function submitPolicy(tx: Tx, id: string): Promise<PolicyStep> {
  return take(tx, id, mayEdit, () => ({ status: 'in_approval' }));
}

/** A second person gives it back to be written anew. */
export function sendBackPolicy(tx: Tx, id: string, checker: string): Promise<PolicyStep> {
  return take(
    tx,
    id,
    (row) => mayJudge(row, checker),
    () => ({ status: 'draft' }),
  );
}

/** Those who wrote it take it back before anybody judged it. */
export function takeBackPolicy(tx: Tx, id: string): Promise<PolicyStep> {
  return take(tx, id, mayTakeBack, () => ({ status: 'draft' }));
}

/** A second person approves what was handed in. */
export function approvePolicy(tx: Tx, id: string, approver: string, now: Date): Promise<PolicyStep> {
  return take(
    tx,
    id,
    (row) => mayJudge(row, approver),
    () => ({ status: 'approved', approver, approvedAt: now }),
  );
}

/** The day a step takes effect, seen from a day, by somebody. */
export interface DatedStep {
  readonly on: string;
  readonly today: string;
  readonly by: string;
}

/** Publishes an approved version from its day on, which may not lie in the past. */
export function publishPolicy(
  tx: Tx,
  id: string,
  { on, today, by }: DatedStep,
  now: Date,
): Promise<PolicyStep> {
  return take(
    tx,
    id,
    (row) => mayPublish(row, on, today),
    () => ({ status: 'published', effectiveFrom: on, publishedAt: now, publisher: by }),
  );
}

/** Ends a published version on a day; before that day it still governs. */
export function retirePolicy(
  tx: Tx,
  id: string,
  { on, today, by }: DatedStep,
  now: Date,
): Promise<PolicyStep> {
  return take(
    tx,
    id,
    (row) => mayRetire(row, on, today),
    (row) => ({
      status: 'retired',
      effectiveTo: on < row.effectiveFrom ? row.effectiveFrom : on,
      retiredAt: now,
      retirer: by,
    }),
  );
}
