import { dirname, join } from 'node:path';
import { FontFile } from './font-file';
import { type FontProgram, fontProgram } from './font-program';
import { GlyphSet, UnprintableTextError } from './glyph-set';

/** The two weights a paper is set in. */
export type Weight = 'regular' | 'bold';

const FILES: Record<Weight, string> = {
  regular: 'SourceHanSansSC-Regular.otf',
  bold: 'SourceHanSansSC-Bold.otf',
};
const FAMILIES: Record<Weight, string> = { regular: 'SourceHanSansSC-Regular', bold: 'SourceHanSansSC-Bold' };
const ASCII = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');
const CACHED_SETS = 32;

/** A glyph set shared by all papers of one kind, with its font program made once. */
export type SharedGlyphs = { set: GlyphSet; program: FontProgram };

/**
 * One weight of the house font. What all papers of a kind have in common (template text, labels, digits) is subset
 * and compressed once and kept; only what is new in one paper (a name, an address) is subset for that paper.
 */
export class Typeface {
  private static readonly opened = new Map<Weight, Typeface>();
  private readonly shared = new Map<string, SharedGlyphs>();
  private readonly advances = new Map<number, number>();

  private constructor(
    readonly file: FontFile,
    readonly family: string,
  ) {}

  static of(weight: Weight): Typeface {
    const known = Typeface.opened.get(weight);
    if (known) return known;
    const typeface = new Typeface(FontFile.open(join(fontFolder(), FILES[weight])), FAMILIES[weight]);
    Typeface.opened.set(weight, typeface);
    return typeface;
  }

  /** Width of a character at size 1. */
  advanceOf(codePoint: number): number {
    const known = this.advances.get(codePoint);
    if (known !== undefined) return known;
    const glyph = this.file.glyphOf(codePoint);
    if (glyph === undefined) throw new UnprintableTextError(codePoint);
    const advance = this.file.advanceOf(glyph) / this.file.unitsPerEm;
    this.advances.set(codePoint, advance);
    return advance;
  }

  /** Glyphs for a template's text. ASCII comes first in code order, so that its codes are the same in every paper. */
  sharedGlyphs(text: string): SharedGlyphs {
    const known = this.shared.get(text);
    if (known) return known;
    const set = new GlyphSet(this.file);
    for (const character of ASCII + [...new Set(text)].sort().join('')) {
      if (character !== '\n') set.add(character.codePointAt(0) ?? 32);
    }
    const made = { set, program: fontProgram(set, this.family) };
    const [oldest] = this.shared.keys();
    if (this.shared.size >= CACHED_SETS && oldest !== undefined) this.shared.delete(oldest);
    this.shared.set(text, made);
    return made;
  }
}

function fontFolder(): string {
  return dirname(require.resolve('node-source-han-sans-sc/package.json'));
}
