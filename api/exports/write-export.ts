import { setImmediate as turn } from 'node:timers/promises';
import { JOB_ROWS } from '../../contracts/http/exports';
import type { Db } from '../../db/client';
import type { Vault } from '../../db/crypto/vault';
import {
  dropExport,
  ExportLost,
  finishExport,
  keepPart,
  type ListExportRow,
  takeExport,
} from '../../db/repositories/list-exports';
import { staffActor } from '../auth/identify';
import { asCsv } from '../lists/as-csv';
import { asXlsx } from '../lists/as-xlsx';
import { named } from '../lists/column';
import type { ListSource } from '../lists/list-source';
import { LIST_NAMES, readerOf } from '../lists/reader';
import { rowsOf } from '../lists/rows';
import { SUBJECT_OF, withList } from './source';

const PART_BYTES = 1_048_576;
/** After so many rows whoever waits for this server gets a turn. */
const TURN_ROWS = 50;

interface Surroundings {
  db: Db;
  vault: Vault;
}

type Held = ListExportRow & { heldBy: string };

/**
 * Writes the export that waits longest, if one does: its rows as the one who asked may see them at this moment, in sealed
 * pieces. Says whether there was one. A server that dies in the middle loses its hold, and another begins anew.
 */
export async function writeNextExport({ db, vault }: Surroundings): Promise<boolean> {
  const held = await takeExport(db);
  if (held === undefined) return false;
  const actor = await staffActor(db, held.askedBy);
  if (actor === undefined || !actor.ability.can('read', SUBJECT_OF[held.list])) {
    await dropExport(db, held, true);
    return true;
  }
  try {
    await withList(db, actor, held, (source) => write({ db, vault }, held, source));
  } catch (error) {
    if (!(error instanceof ExportLost)) await dropExport(db, held, false);
    throw error;
  }
  return true;
}

async function write<Row>({ db, vault }: Surroundings, held: Held, source: ListSource<Row>): Promise<void> {
  const leftOff = await source.hasMoreThan(JOB_ROWS);
  const reader = await readerOf(db, held.locale, held.requestedAt);
  let rows = 0;
  const counted = async function* () {
    for await (const row of rowsOf(source, JOB_ROWS)) {
      rows += 1;
      if (rows % TURN_ROWS === 0) await turn();
      yield row;
    }
  };
  const file =
    held.format === 'csv'
      ? asCsv(source.columns, reader, counted())
      : asXlsx(source.columns, reader, counted(), { sheetName: named(reader, LIST_NAMES[held.list]) });
  let waiting: Buffer[] = [];
  let bytes = 0;
  let no = 0;
  const keep = async () => {
    await keepPart(db, vault, held, { no, content: Buffer.concat(waiting), rows });
    no += 1;
    waiting = [];
    bytes = 0;
  };
  for await (const chunk of file) {
    const piece = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    waiting.push(piece);
    bytes += piece.length;
    if (bytes >= PART_BYTES) await keep();
  }
  if (bytes > 0) await keep();
  await finishExport(db, held, { rows, leftOff });
}
