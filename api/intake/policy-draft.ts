import { createHash } from 'node:crypto';
import type { PolicyKind } from '../../contracts/policy/kinds';
import { isStudioKind, type PolicyContent } from '../../contracts/policy/studio';
import type { Db, Tx } from '../../db/client';
import { appendAudit } from '../../db/repositories/audit';
import { policyOf } from '../../db/repositories/policy';
import { discardDraft, draftPolicy, lockedPolicy, rewriteDraft } from '../../db/repositories/policy-editing';
import { canonicalJson } from '../../domain/audit/canonical-json';
import { bodyOf, contentOf } from '../../domain/policy/form';
import { ProblemError } from '../problem';
import { governingVersion, policyRow, versionsOf } from '../reads/policies';

/** Who acts when, seen from which business date. */
export interface PolicyAct {
  readonly actorId: string;
  readonly now: Date;
  readonly today: string;
  /** Refuses when the version is not the one that the person saw. */
  readonly requireSeen: (revision: number) => void;
}

/** Name of the draft and where its words come from. */
export interface Drafting {
  readonly id: string;
  readonly kind: PolicyKind;
  readonly code: string;
  readonly copyOf: string | undefined;
}

/** Begins the next version of a policy, or a new one, as a copy. One draft per name: two would overwrite each other. */
export async function beginDraft(
  db: Db,
  { id, kind, code, copyOf }: Drafting,
  act: PolicyAct,
): Promise<void> {
  const versions = await versionsOf(db, { kind, code });
  if (versions.some((one) => one.id === id)) return;
  if (versions.some(({ status }) => status === 'draft' || status === 'in_approval'))
    throw new ProblemError('POLICY_DRAFT_EXISTS');
  const origin = copyOf ?? (await governingVersion(db, { kind, code }, act.today))?.id ?? versions[0]?.id;
  const row = await policyRow(db, origin ?? '');
  const content = row.kind === kind ? contentOf(policyOf(row)) : null;
  if (content === null) throw new ProblemError('POLICY_NOT_EDITABLE');
  const body = bodyOf(named(content, code), code);
  const from = { kind, code, body, effectiveFrom: act.today, author: act.actorId, basedOn: row.id };
  await db.transaction(async (tx) => {
    const made = await draftPolicy(tx, { id, ...from }, act.now);
    if (!made.ok) throw new ProblemError('POLICY_NOT_EDITABLE');
    await audited(tx, id, 'policy.drafted', act, { kind, code, version: made.version, basedOn: row.id });
  });
}

/** A product carries its code in its own words too. */
function named(content: PolicyContent, code: string): PolicyContent {
  return content.kind === 'product' ? { ...content, form: { ...content.form, code } } : content;
}

/** Saves a draft over the revision that its writer saw. */
export async function saveDraft(db: Db, id: string, content: PolicyContent, act: PolicyAct): Promise<void> {
  await db.transaction(async (tx) => {
    const row = await lockedPolicy(tx, id);
    if (row === undefined) throw new ProblemError('NOT_FOUND');
    act.requireSeen(row.revision);
    if (!isStudioKind(row.kind) || content.kind !== row.kind) throw new ProblemError('POLICY_NOT_EDITABLE');
    const body = bodyOf(content, row.code);
    const step = await rewriteDraft(tx, id, body, act.actorId);
    if (!step.ok)
      throw new ProblemError(step.code === 'POLICY_BODY_INVALID' ? 'POLICY_NOT_SOUND' : refusal(step.code));
    await audited(tx, id, 'policy.changed', act, { bodyHash: hashOf(body) });
  });
}

/** Throws a draft away; the record that it was there stays. */
export async function discard(db: Db, id: string, act: PolicyAct): Promise<void> {
  await db.transaction(async (tx) => {
    const row = await lockedPolicy(tx, id);
    if (row === undefined) throw new ProblemError('NOT_FOUND');
    act.requireSeen(row.revision);
    const step = await discardDraft(tx, id);
    if (!step.ok) throw new ProblemError(refusal(step.code));
    const { kind, code, version } = row;
    await audited(tx, id, 'policy.discarded', act, { kind, code, version });
  });
}

/** The problem that a refused step is told as. */
export function refusal(
  code: 'NO_SUCH_POLICY' | 'WRONG_POLICY_STATUS' | 'MAKER_IS_CHECKER' | 'EFFECTIVE_IN_PAST',
) {
  return code === 'NO_SUCH_POLICY' ? 'NOT_FOUND' : code;
}

/** Appends to the chain of a version. */
export async function audited(
  tx: Tx,
  id: string,
  action: string,
  { actorId, now }: Pick<PolicyAct, 'actorId' | 'now'>,
  data: Readonly<Record<string, string | number | undefined>>,
): Promise<void> {
  await appendAudit(tx, { subject: id, at: now, actorId, action, data });
}

/** Binds the saved words to the audit chain without keeping them twice. */
function hashOf(body: unknown): string {
  const plain = JSON.parse(
    JSON.stringify(body, (_, value) =>
      typeof value === 'number' && !Number.isSafeInteger(value) ? String(value) : value,
    ),
  );
  return createHash('sha256').update(canonicalJson(plain)).digest('hex');
}
