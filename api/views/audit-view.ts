import { ViewQuery } from '../../contracts/http/views';
import type { Tx } from '../../db/client';
import { appendAudit } from '../../db/repositories/audit';
import type { ViewRow } from '../../db/repositories/saved-views';

interface ViewChange {
  actorId: string;
  at: Date;
  /** What it was and what it is; null where it was or is not there. */
  before: ViewRow | null;
  after: ViewRow | null;
}

/** Records what others meet: views that are or were shared with a role. What somebody keeps for themselves is not recorded. */
export async function auditView(tx: Tx, { actorId, at, before, after }: ViewChange): Promise<void> {
  const action = actionOf(before, after);
  const view = after?.role == null ? before : after;
  if (action === null || view === null) return;
  const { id, list, role } = view;
  const data = { list, role, filters: JSON.stringify(ViewQuery.parse(view.query).filters) };
  await appendAudit(tx, { subject: id, at, actorId, action, data });
}

function actionOf(before: ViewRow | null, after: ViewRow | null): string | null {
  const was = before?.role ?? null;
  const is = after?.role ?? null;
  if (after === null || is === null) return was === null ? null : 'view.unshared';
  if (after.isDefault && !(before?.isDefault && was === is)) return 'view.default_set';
  if (was !== is) return 'view.shared';
  return before?.isDefault && !after.isDefault ? 'view.default_ended' : 'view.changed';
}
