import type { FontFile } from './font-file';

/** A text holds a character that the font cannot draw; a paper with an empty box instead must not go out. */
export class UnprintableTextError extends Error {
  readonly code = 'UNPRINTABLE_TEXT';

  constructor(readonly codePoint: number) {
    super(`the font cannot draw U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`);
    this.name = 'UnprintableTextError';
  }
}

/** Characters of one font that a PDF carries, numbered in the order they were asked for; code 0 is .notdef. */
export class GlyphSet {
  readonly glyphs: number[] = [0];
  readonly codePoints: number[] = [];
  private readonly codes = new Map<number, number>();

  constructor(readonly file: FontFile) {}

  codeOf(codePoint: number): number | undefined {
    return this.codes.get(codePoint);
  }

  add(codePoint: number): number {
    const known = this.codes.get(codePoint);
    if (known !== undefined) return known;
    const glyph = this.file.glyphOf(codePoint);
    if (glyph === undefined) throw new UnprintableTextError(codePoint);
    const code = this.glyphs.length;
    this.glyphs.push(glyph);
    this.codePoints.push(codePoint);
    this.codes.set(codePoint, code);
    return code;
  }

  /** Widths of the glyphs in thousandths of the type size, as a PDF font states them. */
  widths(): number[] {
    return this.glyphs.map((glyph) => Math.round((this.file.advanceOf(glyph) * 1000) / this.file.unitsPerEm));
  }
}
