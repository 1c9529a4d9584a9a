import type { Queryable } from '../../db/client';
import { exportOf, type ListExportRow } from '../../db/repositories/list-exports';
import type { Actor } from '../auth/actor';
import { ProblemError } from '../problem';
import { SUBJECT_OF } from './source';

/** An export of whoever asks, who must still be allowed to read the list; those of others do not exist for them. */
export async function ownExport(db: Queryable, actor: Actor, id: string): Promise<ListExportRow> {
  const row = await exportOf(db, id);
  if (row === undefined || row.askedBy !== actor.id) throw new ProblemError('NOT_FOUND');
  if (!actor.ability.can('read', SUBJECT_OF[row.list])) throw new ProblemError('FORBIDDEN');
  return row;
}
