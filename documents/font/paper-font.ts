import { type FontProgram, fontProgram } from './font-program';
import { GlyphSet } from './glyph-set';
import type { SharedGlyphs, Typeface } from './typeface';

/** A stretch of text set from one of the two glyph sets of a weight; codes are hex, four digits each. */
export type GlyphRun = { source: 'shared' | 'own'; codes: string };

/** One weight inside one paper: the shared glyphs of its template and the few that only this paper needs. */
export class PaperFont {
  private readonly own: GlyphSet;

  constructor(
    readonly typeface: Typeface,
    readonly shared: SharedGlyphs,
  ) {
    this.own = new GlyphSet(typeface.file);
  }

  widthOf(text: string, size: number): number {
    let width = 0;
    for (const character of text) width += this.typeface.advanceOf(character.codePointAt(0) ?? 32);
    return width * size;
  }

  encode(text: string): GlyphRun[] {
    const runs: GlyphRun[] = [];
    let current: GlyphRun | undefined;
    for (const character of text) {
      const codePoint = character.codePointAt(0) ?? 32;
      const shared = this.shared.set.codeOf(codePoint);
      const source = shared === undefined ? 'own' : 'shared';
      const code = (shared ?? this.own.add(codePoint)).toString(16).padStart(4, '0');
      if (current?.source === source) current.codes += code;
      else {
        current = { source, codes: code };
        runs.push(current);
      }
    }
    return runs;
  }

  /** Font program of the characters that only this paper has, if it has any. */
  ownProgram(): FontProgram | undefined {
    return this.own.codePoints.length === 0 ? undefined : fontProgram(this.own, this.typeface.family);
  }
}
