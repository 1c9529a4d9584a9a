import type { Db, Tx } from '../../db/client';
import { policyOf } from '../../db/repositories/policy';
import {
  approvePolicy,
  lockedPolicy,
  type PolicyVersionRow,
  publishPolicy,
  retirePolicy,
  sendBackPolicy,
  submitPolicy,
  takeBackPolicy,
} from '../../db/repositories/policy-editing';
import { changesOf, type Json } from '../../domain/policy/diff';
import { contentOf } from '../../domain/policy/form';
import { governing } from '../../domain/policy/standing';
import type { PolicyStep } from '../../domain/policy/transitions';
import { fieldProblem, ProblemError } from '../problem';
import { governingVersion, policyRow, shelfOn, versionsOf } from '../reads/policies';
import { audited, type PolicyAct, refusal } from './policy-draft';
import { requireSound } from './policy-review';

type Work = (tx: Tx, row: PolicyVersionRow) => Promise<PolicyStep>;

/** One step of a version's life and its audit record, on the revision that the person saw. */
async function step(
  db: Db,
  id: string,
  act: PolicyAct,
  told: { action: string; data?: Readonly<Record<string, string | undefined>> },
  work: Work,
): Promise<void> {
  await db.transaction(async (tx) => {
    const row = await lockedPolicy(tx, id);
    if (row === undefined) throw new ProblemError('NOT_FOUND');
    act.requireSeen(row.revision);
    const taken = await work(tx, row);
    if (!taken.ok) throw new ProblemError(refusal(taken.code));
    const { kind, code, version } = row;
    await audited(tx, id, told.action, act, { kind, code, version, ...told.data });
  });
}

/** Hands a draft in, if it holds together and says anything new. */
export function submit(db: Db, id: string, act: PolicyAct): Promise<void> {
  return step(db, id, act, { action: 'policy.submitted' }, async (tx, row) => {
    const taken = await submitPolicy(tx, id);
    if (!taken.ok) return taken;
    const policy = policyOf({ ...row, status: 'draft' });
    requireSound(policy, await shelfOn(tx, act.today));
    const current = await governingVersion(tx, row, act.today);
    const before = current && contentOf(policyOf(await policyRow(tx, current.id)));
    if (before && changesOf(before as Json, contentOf(policy) as Json).length === 0)
      throw fieldProblem('POLICY_NOT_SOUND', [], UNCHANGED);
    return taken;
  });
}

const UNCHANGED = {
  en: 'Nothing differs from the version in force',
  zh: '与现行版本完全相同',
};

/** The writers take back what they handed in. */
export function takeBack(db: Db, id: string, act: PolicyAct): Promise<void> {
  return step(db, id, act, { action: 'policy.taken_back' }, (tx) => takeBackPolicy(tx, id));
}

/** A second person sends it back, saying why. */
export function sendBack(db: Db, id: string, commentId: string | undefined, act: PolicyAct): Promise<void> {
  const told = { action: 'policy.sent_back', data: { commentId } };
  return step(db, id, act, told, (tx) => sendBackPolicy(tx, id, act.actorId));
}

/** A second person approves it. */
export function approve(db: Db, id: string, act: PolicyAct): Promise<void> {
  return step(db, id, act, { action: 'policy.approved' }, (tx) =>
    approvePolicy(tx, id, act.actorId, act.now),
  );
}

/** Lets an approved version govern from a day; what it is judged against may have changed since it was handed in. */
export function publish(db: Db, id: string, on: string, act: PolicyAct): Promise<void> {
  return step(db, id, act, { action: 'policy.published', data: { on } }, async (tx, row) => {
    const taken = await publishPolicy(tx, id, { on, today: act.today, by: act.actorId }, act.now);
    if (taken.ok) requireSound(policyOf(row), await shelfOn(tx, on));
    return taken;
  });
}

/** Ends a version on a day, unless products on offer would then be left without any. */
export function retire(
  db: Db,
  id: string,
  { on, commentId }: { on: string; commentId: string | undefined },
  act: PolicyAct,
): Promise<void> {
  return step(db, id, act, { action: 'policy.retired', data: { on, commentId } }, async (tx, row) => {
    const taken = await retirePolicy(tx, id, { on, today: act.today, by: act.actorId }, act.now);
    if (!taken.ok || row.kind === 'product' || row.kind === 'contract_template') return taken;
    const others = await versionsOf(tx, row);
    const shelf = await shelfOn(tx, act.today);
    const needed = shelf.productsUsing(row.kind, row.code).length > 0;
    if (needed && governing(others, on) === undefined) throw new ProblemError('POLICY_IN_USE');
    return taken;
  });
}
