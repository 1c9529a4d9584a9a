import type { z } from 'zod';
import type { ListExport } from '../../contracts/http/exports';
import type { ListExportRow } from '../../db/repositories/list-exports';
import { instantOf } from './application';

/** An export as the API shows it. */
export function presentExport(row: ListExportRow): z.input<typeof ListExport> {
  const { id, list, format, state, rows, rowsExpected, leftOff, bytes } = row;
  return {
    ...{ id, list, format, state, rows, rowsExpected, leftOff, bytes },
    requestedAt: row.requestedAt.toISOString(),
    finishedAt: instantOf(row.finishedAt),
    keptUntil: instantOf(row.keptUntil),
  };
}
