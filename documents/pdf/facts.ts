import type { Paper } from './paper';
import { drawTable } from './table';

/** Label and value, twice in a row. */
export type FactRow = readonly [string, string, string, string];

/** A two-by-two grid of labelled values, as bank forms show them. */
export function drawFacts(paper: Paper, rows: readonly FactRow[]): void {
  drawTable(
    paper,
    [
      { title: '', share: 17, label: true },
      { title: '', share: 36 },
      { title: '', share: 18, label: true },
      { title: '', share: 29 },
    ],
    rows.map((cells) => ({ cells })),
  );
}
