import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from '../../db/client';
import { insertNew } from '../../db/compiled';
import { sourceCalls } from '../../db/schema/underwriting';

type CallRow = typeof sourceCalls.$inferInsert;

const putCalls = insertNew(sourceCalls);

/** How long an answer that is in waits for others to be written with it. */
const TOGETHER_MS = 50;

/**
 * Writes the answers of sources asked side by side: those that come close together with one statement, one that lets the
 * others wait by itself. An answer that is known already stays.
 */
export function keptAnswers(db: Db, expected: number): (row: CallRow) => Promise<void> {
  let waiting: CallRow[] = [];
  let written = 0;
  let writing: Promise<void> | undefined;
  let allIn: AbortController | undefined;
  const write = async (): Promise<void> => {
    const rows = waiting;
    waiting = [];
    writing = undefined;
    allIn = undefined;
    written += rows.length;
    await putCalls(db, rows);
  };
  return (row) => {
    waiting.push(row);
    allIn ??= new AbortController();
    const { signal } = allIn;
    writing ??= pause(TOGETHER_MS, undefined, { signal })
      .catch(() => undefined)
      .then(write);
    const joined = writing;
    if (written + waiting.length >= expected) allIn.abort();
    return joined;
  };
}
