import { InvariantError } from '../../domain/invariant';
import type { CffTable } from './cff-table';
import { type Step, stepsOf } from './charstring';

const STEMS = new Set([1, 3, 18, 23, 19, 20]);

/** A glyph's outline as PDF path operators in font units; fill it with the nonzero rule. */
export function glyphPath(cff: CffTable, glyph: number): string {
  const pen = new Pen();
  for (const step of stepsOf(cff, glyph)) draw(pen, step);
  return pen.finish();
}

class Pen {
  private x = 0;
  private y = 0;
  private open = false;
  private readonly out: string[] = [];

  move(dx: number, dy: number): void {
    this.close();
    this.open = true;
    this.out.push(`${this.to(dx, dy)} m`);
  }

  line(dx: number, dy: number): void {
    this.out.push(`${this.to(dx, dy)} l`);
  }

  curve(d: readonly [number, number, number, number, number, number]): void {
    this.out.push(`${this.to(d[0], d[1])} ${this.to(d[2], d[3])} ${this.to(d[4], d[5])} c`);
  }

  finish(): string {
    this.close();
    return this.out.join('\n');
  }

  private close(): void {
    if (this.open) this.out.push('h');
    this.open = false;
  }

  private to(dx: number, dy: number): string {
    this.x += dx;
    this.y += dy;
    return `${round(this.x)} ${round(this.y)}`;
  }
}

const round = (value: number): number => Math.round(value * 100) / 100;

function draw(pen: Pen, { operator, operands: n }: Step): void {
  const v = (i: number): number => n[i] ?? 0;
  const last = n.length - 1;
  switch (operator) {
    case 21:
      pen.move(v(last - 1), v(last));
      break;
    case 22:
      pen.move(v(last), 0);
      break;
    case 4:
      pen.move(0, v(last));
      break;
    case 5:
      for (let i = 0; i + 1 < n.length; i += 2) pen.line(v(i), v(i + 1));
      break;
    case 6:
    case 7:
      n.forEach((d, i) => {
        const horizontal = (operator === 6) === (i % 2 === 0);
        pen.line(horizontal ? d : 0, horizontal ? 0 : d);
      });
      break;
    case 8:
      curves(pen, n, 0, n.length);
      break;
    case 24:
      curves(pen, n, 0, n.length - 2);
      pen.line(v(last - 1), v(last));
      break;
    case 25: {
      const lines = n.length - 6;
      for (let i = 0; i < lines; i += 2) pen.line(v(i), v(i + 1));
      curves(pen, n, lines, n.length);
      break;
    }
    case 26:
    case 27:
      straightCurves(pen, n, operator === 26);
      break;
    case 30:
    case 31:
      alternatingCurves(pen, n, operator === 31);
      break;
    case 14:
      break;
    default:
      if (!STEMS.has(operator)) throw new InvariantError(`glyph outline uses operator ${operator}`);
  }
}

function curves(pen: Pen, n: readonly number[], from: number, to: number): void {
  const v = (i: number): number => n[i] ?? 0;
  for (let i = from; i + 5 < to; i += 6) pen.curve([v(i), v(i + 1), v(i + 2), v(i + 3), v(i + 4), v(i + 5)]);
}

/** vvcurveto and hhcurveto: curves that begin and end along one axis. */
function straightCurves(pen: Pen, n: readonly number[], vertical: boolean): void {
  const v = (i: number): number => n[i] ?? 0;
  let i = n.length % 4 === 1 ? 1 : 0;
  let across = i === 1 ? v(0) : 0;
  for (; i + 3 < n.length; i += 4) {
    if (vertical) pen.curve([across, v(i), v(i + 1), v(i + 2), 0, v(i + 3)]);
    else pen.curve([v(i), across, v(i + 1), v(i + 2), v(i + 3), 0]);
    across = 0;
  }
}

/** hvcurveto and vhcurveto: curves that turn from one axis to the other, in turn. */
function alternatingCurves(pen: Pen, n: readonly number[], startsHorizontal: boolean): void {
  const v = (i: number): number => n[i] ?? 0;
  let horizontal = startsHorizontal;
  for (let i = 0; i + 3 < n.length; i += 4) {
    const rest = n.length - i === 5 ? v(i + 4) : 0;
    if (horizontal) pen.curve([v(i), 0, v(i + 1), v(i + 2), rest, v(i + 3)]);
    else pen.curve([0, v(i), v(i + 1), v(i + 2), v(i + 3), rest]);
    horizontal = !horizontal;
  }
}
