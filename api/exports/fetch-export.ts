import { appendAudit } from '../../db/repositories/audit';
import { partsOf } from '../../db/repositories/list-exports';
import { businessDate } from '../../domain/calendar/business-date';
import type { Actor } from '../auth/actor';
import type { ApiDeps } from '../deps';
import { ProblemError } from '../problem';
import { ownExport } from './own-export';

/** The file of a finished export, piece by piece; that it was fetched is in the audit record before the first piece leaves. */
export async function fetchExport(
  { db, clock, vault }: Pick<ApiDeps, 'db' | 'clock' | 'vault'>,
  actor: Actor,
  id: string,
): Promise<{ name: string; format: 'csv' | 'xlsx'; parts: AsyncGenerator<Buffer> }> {
  const { list, format, requestedAt, state, keptUntil } = await ownExport(db, actor, id);
  if (state !== 'ready' || keptUntil === null || keptUntil <= new Date())
    throw new ProblemError('EXPORT_NOT_READY');
  const at = await clock.now(null);
  await db.transaction((tx) =>
    appendAudit(tx, {
      ...{ subject: actor.id, at, actorId: actor.id, action: 'list.export_fetched' },
      data: { exportId: id, list, format },
    }),
  );
  const name = `${list}-${businessDate(requestedAt.getTime())}.${format}`;
  return { name, format, parts: partsOf(db, vault, id) };
}
