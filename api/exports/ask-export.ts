import type { z } from 'zod';
import type { AskExport } from '../../contracts/http/exports';
import { appendAudit } from '../../db/repositories/audit';
import { type ListExportRow, queueExport } from '../../db/repositories/list-exports';
import type { Actor } from '../auth/actor';
import type { ApiDeps } from '../deps';
import { estimatedRows } from '../lists/estimate';
import { keptFilters } from '../lists/kept-filters';
import type { Locale } from '../locale';
import { ProblemError } from '../problem';
import { ownExport } from './own-export';
import { SUBJECT_OF, withList } from './source';

interface Asked {
  actor: Actor;
  /** The same for a repeated request, which then asks for nothing new. */
  id: string;
  locale: Locale;
  wanted: z.output<typeof AskExport>;
}

/** Queues a list as a file for a member of staff who may read it; who asked for what is in the audit record with it. */
export async function askExport(
  { db, clock }: Pick<ApiDeps, 'db' | 'clock'>,
  { actor, id, locale, wanted }: Asked,
): Promise<ListExportRow> {
  const { list, format } = wanted;
  if (actor.kind !== 'staff' || !actor.ability.can('read', SUBJECT_OF[list]))
    throw new ProblemError('FORBIDDEN');
  const filters = keptFilters(wanted.filters);
  const rowsExpected = await withList(db, actor, { list, filters }, ({ all }) => estimatedRows(db, all));
  const at = await clock.now(null);
  const made = await db.transaction(async (tx) => {
    const row = await queueExport(tx, { id, askedBy: actor.id, list, format, locale, filters, rowsExpected });
    if (row !== undefined)
      await appendAudit(tx, {
        ...{ subject: actor.id, at, actorId: actor.id, action: 'list.exported' },
        data: { exportId: id, list, format, filters: JSON.stringify(filters) },
      });
    return row;
  });
  return made ?? ownExport(db, actor, id);
}
