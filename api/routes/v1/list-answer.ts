import type { FastifyReply, FastifyRequest } from 'fastify';
import { EXPORT_ROWS, FILE_TYPES } from '../../../contracts/http/filters';
import { appendAudit } from '../../../db/repositories/audit';
import { businessDate } from '../../../domain/calendar/business-date';
import { pageOf } from '../../cursor';
import { asCsv } from '../../lists/as-csv';
import { asXlsx } from '../../lists/as-xlsx';
import { named } from '../../lists/column';
import { keptFilters, type ListQuery } from '../../lists/kept-filters';
import type { ListSource } from '../../lists/list-source';
import { LIST_NAMES, readerOf } from '../../lists/reader';
import { rowsOf } from '../../lists/rows';
import { actorOf } from '../../plugins/authentication';
import { accepts } from '../../plugins/media';
import type { RouteDeps } from './deps';
import { listName, placeAfter } from './page';

type FileFormat = keyof typeof FILE_TYPES;

/** Media types that a list can be given in. */
export const LIST_MEDIA = ['application/json', ...Object.values(FILE_TYPES)];

/** The form asked for: by the query, else by `Accept`, else JSON. */
export function formatOf({ format }: ListQuery, accept: string | undefined): 'json' | FileFormat {
  if (format !== undefined) return format;
  if (accept === undefined || accepts(accept, 'application/json')) return 'json';
  return accepts(accept, FILE_TYPES.csv) ? 'csv' : 'xlsx';
}

/** One page of a list as JSON. */
export async function pageOfList<Row, Shown>(
  { cursors }: RouteDeps,
  name: string,
  query: ListQuery & { limit: number },
  source: ListSource<Row>,
  show: (row: Row) => Shown,
): Promise<{ data: Shown[]; nextCursor: string | null }> {
  const list = listName(name, query);
  const after = placeAfter(cursors, list, query.cursor, 2);
  const rows = await source.read(after, query.limit + 1);
  return pageOf(rows, query.limit, show, (row) => cursors.seal(list, source.placeOf(row)));
}

/**
 * A list as a file, sent while it is read, masked as on the screen. Who took it, of what and by which filters is in the
 * audit record before the first row leaves.
 */
export async function sendList<Row>(
  { db, clock }: RouteDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  file: { name: keyof typeof LIST_NAMES; format: FileFormat; query: ListQuery; source: ListSource<Row> },
): Promise<FastifyReply> {
  const { name, format, query, source } = file;
  const actor = actorOf(request);
  const at = await clock.now(null);
  const leftOff = await source.hasMoreThan(EXPORT_ROWS);
  await db.transaction((tx) =>
    appendAudit(tx, {
      ...{ subject: actor.id, at, actorId: actor.id, action: 'list.exported' },
      data: { list: name, format, filters: JSON.stringify(keptFilters(query)), leftOff },
    }),
  );
  const reader = await readerOf(db, request.locale, at);
  const rows = rowsOf(source, EXPORT_ROWS);
  const body =
    format === 'csv'
      ? asCsv(source.columns, reader, rows)
      : asXlsx(source.columns, reader, rows, { sheetName: named(reader, LIST_NAMES[name]) });
  return reply
    .type(FILE_TYPES[format])
    .header('content-disposition', `attachment; filename="${name}-${businessDate(at.getTime())}.${format}"`)
    .header('x-rows-left-off', String(leftOff))
    .header('cache-control', 'private, no-store')
    .send(body);
}
