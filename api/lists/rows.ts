import type { Place } from '../cursor';
import type { ListSource } from './list-source';

const BATCH = 1_000;

/** The rows of a list one after the other, up to a limit, read in batches so that no list is held in memory. */
export async function* rowsOf<Row>(source: ListSource<Row>, limit: number): AsyncGenerator<Row> {
  let after: Place | undefined;
  for (let left = limit; left > 0; ) {
    const rows = await source.read(after, Math.min(BATCH, left));
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return;
    after = source.placeOf(last);
    left -= rows.length;
  }
}
