import type { TextStyle } from './canvas';
import { breakLines } from './line-break';
import { CELL, CELL_HEAD, LEADING, PAGE, RULE, SHADE, TEXT_WIDTH } from './page-style';
import type { Paper } from './paper';

export type Column = { title: string; share: number; align?: 'left' | 'centre' | 'right'; label?: boolean };
export type Row = { cells: readonly string[]; style?: TextStyle };

const PAD_X = 4.5;
const PAD_Y = 3.2;

type Placed = { lines: string[][]; height: number; style: TextStyle };

/** A ruled table; rows never split over pages and the head is repeated on each. */
export function drawTable(paper: Paper, columns: readonly Column[], rows: readonly Row[]): void {
  const shares = columns.reduce((sum, column) => sum + column.share, 0);
  const widths = columns.map((column) => (column.share / shares) * TEXT_WIDTH);
  const hasHead = columns.some((column) => column.title !== '');
  const head = place(paper, widths, { cells: columns.map((column) => column.title), style: CELL_HEAD });
  const drawHead = (): void => {
    if (!hasHead) return;
    paper.canvas.fill(PAGE.left, paper.y - head.height, TEXT_WIDTH, head.height, SHADE);
    drawRow(paper, columns, widths, head, true);
  };
  const placed = rows.map((row) => place(paper, widths, row));
  paper.need(head.height + (placed[0]?.height ?? 0) * Math.min(placed.length, 2));
  drawHead();
  for (const row of placed) {
    if (paper.y - row.height < PAGE.bottom) {
      paper.newPage();
      drawHead();
    }
    drawRow(paper, columns, widths, row, false);
  }
}

function place(paper: Paper, widths: readonly number[], row: Row): Placed {
  const style = row.style ?? CELL;
  const font = paper.fonts[style.weight];
  const lines = row.cells.map((cell, i) =>
    cell
      .split('\n')
      .flatMap((part) =>
        breakLines(part, (widths[i] ?? 0) - PAD_X * 2, (piece) => font.widthOf(piece, style.size)).map(
          (line) => line.text,
        ),
      ),
  );
  const tallest = Math.max(...lines.map((cell) => cell.length));
  return { lines, height: tallest * style.size * LEADING * 0.9 + PAD_Y * 2, style };
}

function drawRow(
  paper: Paper,
  columns: readonly Column[],
  widths: readonly number[],
  row: Placed,
  head: boolean,
): void {
  const { canvas } = paper;
  const leading = row.style.size * LEADING * 0.9;
  const top = paper.y;
  let x: number = PAGE.left;
  row.lines.forEach((lines, i) => {
    const width = widths[i] ?? 0;
    if (columns[i]?.label) canvas.fill(x, top - row.height, width, row.height, SHADE);
    canvas.box(x, top - row.height, width, row.height, 0.5, RULE);
    const block = lines.length * leading;
    const first = top - (row.height - block) / 2 - leading * 0.74;
    lines.forEach((line, n) => {
      const y = first - n * leading;
      const align = head ? 'centre' : (columns[i]?.align ?? 'left');
      if (align === 'right') canvas.textRight(line, x + width - PAD_X, y, row.style);
      else if (align === 'centre') canvas.textCentred(line, x + width / 2, y, row.style);
      else canvas.text(line, x + PAD_X, y, row.style);
    });
    x += width;
  });
  paper.y -= row.height;
}
