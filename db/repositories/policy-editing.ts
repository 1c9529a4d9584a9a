import { and, eq, max } from 'drizzle-orm';
import { newId } from '../../contracts/ids';
import { POLICY_BODIES } from '../../contracts/policy/bodies';
import type { PolicyKind } from '../../contracts/policy/kinds';
import { mayApprove, mayPublish, mayRetire, type PolicyStep } from '../../domain/policy/transitions';
import type { Tx } from '../client';
import { policyVersions } from '../schema/policy';

/** A new version as its author hands it in. */
export interface PolicyDraft {
  readonly kind: PolicyKind;
  readonly code: string;
  readonly body: unknown;
  readonly effectiveFrom: string;
  readonly author: string;
}

export type DraftResult =
  | { readonly ok: true; readonly id: string; readonly version: number }
  | { readonly ok: false; readonly code: 'POLICY_BODY_INVALID'; readonly pointers: readonly string[] };

async function locked(tx: Tx, id: string) {
  const [row] = await tx.select().from(policyVersions).where(eq(policyVersions.id, id)).for('update');
  return row;
}

const absent: PolicyStep = { ok: false, code: 'NO_SUCH_POLICY' };

/** Writes the next version as a draft. Two authors at once: the table lets one of them have the number. */
export async function draftPolicy(tx: Tx, draft: PolicyDraft, now: Date): Promise<DraftResult> {
  const parsed = POLICY_BODIES[draft.kind].safeParse(draft.body);
  if (!parsed.success) {
    const pointers = parsed.error.issues.map((issue) => `/${issue.path.join('/')}`);
    return { ok: false, code: 'POLICY_BODY_INVALID', pointers };
  }
  const { kind, code, effectiveFrom, author } = draft;
  const [last] = await tx
    .select({ version: max(policyVersions.version) })
    .from(policyVersions)
    .where(and(eq(policyVersions.kind, kind), eq(policyVersions.code, code)));
  const id = newId('pol');
  const version = (last?.version ?? 0) + 1;
  await tx.insert(policyVersions).values({
    id,
    kind,
    code,
    version,
    status: 'draft',
    body: parsed.data,
    effectiveFrom,
    author,
    createdAt: now,
  });
  return { ok: true, id, version };
}

/** A second person approves a draft. */
export async function approvePolicy(tx: Tx, id: string, approver: string, now: Date): Promise<PolicyStep> {
  const row = await locked(tx, id);
  const step = row ? mayApprove(row, approver) : absent;
  if (step.ok) {
    await tx
      .update(policyVersions)
      .set({ status: 'approved', approver, approvedAt: now })
      .where(eq(policyVersions.id, id));
  }
  return step;
}

/** Publishes an approved version from its day on, which may not lie in the past. */
export async function publishPolicy(
  tx: Tx,
  id: string,
  effectiveFrom: string,
  today: string,
  now: Date,
): Promise<PolicyStep> {
  const row = await locked(tx, id);
  const step = row ? mayPublish(row, effectiveFrom, today) : absent;
  if (step.ok) {
    await tx
      .update(policyVersions)
      .set({ status: 'published', effectiveFrom, publishedAt: now })
      .where(eq(policyVersions.id, id));
  }
  return step;
}

/** Ends a published version on a day; before that day it still governs. */
export async function retirePolicy(
  tx: Tx,
  id: string,
  effectiveTo: string,
  today: string,
  now: Date,
): Promise<PolicyStep> {
  const row = await locked(tx, id);
  const step = row ? mayRetire(row, effectiveTo, today) : absent;
  if (row && step.ok) {
    const lastDay = effectiveTo < row.effectiveFrom ? row.effectiveFrom : effectiveTo;
    await tx
      .update(policyVersions)
      .set({ status: 'retired', effectiveTo: lastDay, retiredAt: now })
      .where(eq(policyVersions.id, id));
  }
  return step;
}
