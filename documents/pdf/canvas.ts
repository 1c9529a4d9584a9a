import type { PaperFont } from '../font/paper-font';
import type { Weight } from '../font/typeface';

/** Colour as three PDF numbers from 0 to 1. */
export type Colour = `${number} ${number} ${number}`;
/** How a stretch of text looks. `spread` is extra space after each character, in points. */
export type TextStyle = { weight: Weight; size: number; colour: Colour; spread?: number };
/** The fonts of a paper, by weight. */
export type PaperFonts = Record<Weight, PaperFont>;

const FONT_NAMES = {
  regular: { shared: 'R', own: 'RX' },
  bold: { shared: 'B', own: 'BX' },
} as const;

/** Content of one page; the origin is the lower left corner and lengths are points. */
export class Canvas {
  private readonly operators: string[] = [];

  constructor(private readonly fonts: PaperFonts) {}

  text(value: string, x: number, y: number, style: TextStyle): void {
    if (value === '') return;
    const out = [`BT ${style.colour} rg ${num(x)} ${num(y)} Td`];
    out.push(style.spread === undefined ? '0 Tc' : `${num(style.spread)} Tc`);
    for (const run of this.fonts[style.weight].encode(value)) {
      out.push(`/${FONT_NAMES[style.weight][run.source]} ${num(style.size)} Tf <${run.codes}> Tj`);
    }
    this.operators.push(`${out.join(' ')} ET`);
  }

  /** Text on one line that is set smaller when it would be wider than its place. */
  textWithin(value: string, x: number, y: number, width: number, style: TextStyle): void {
    const shrink = Math.min(1, width / this.widthOf(value, style));
    this.text(value, x, y, { ...style, size: style.size * shrink });
  }

  textRight(value: string, right: number, y: number, style: TextStyle): void {
    this.text(value, right - this.widthOf(value, style), y, style);
  }

  textCentred(value: string, centre: number, y: number, style: TextStyle): void {
    this.text(value, centre - this.widthOf(value, style) / 2, y, style);
  }

  widthOf(value: string, style: TextStyle): number {
    return this.fonts[style.weight].widthOf(value, style.size);
  }

  line(x1: number, y1: number, x2: number, y2: number, width: number, colour: Colour): void {
    this.operators.push(`${colour} RG ${num(width)} w ${num(x1)} ${num(y1)} m ${num(x2)} ${num(y2)} l S`);
  }

  box(x: number, y: number, width: number, height: number, stroke: number, colour: Colour): void {
    this.operators.push(
      `${colour} RG ${num(stroke)} w ${num(x)} ${num(y)} ${num(width)} ${num(height)} re S`,
    );
  }

  fill(x: number, y: number, width: number, height: number, colour: Colour): void {
    this.operators.push(`${colour} rg ${num(x)} ${num(y)} ${num(width)} ${num(height)} re f`);
  }

  content(): string {
    return this.operators.join('\n');
  }
}

const num = (value: number): string => String(Math.round(value * 1000) / 1000);
