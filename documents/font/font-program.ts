import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { cffSubset } from './cff-subset';
import type { GlyphSet } from './glyph-set';

/** What a PDF needs to embed one glyph set, ready to be written. */
export type FontProgram = {
  name: string;
  outlines: Buffer;
  toUnicode: Buffer;
  widths: string;
  bbox: string;
  ascent: number;
  descent: number;
};

/** Subset font program of a glyph set. Its name carries a tag made from its glyphs, as PDF asks for subsets. */
export function fontProgram(set: GlyphSet, family: string): FontProgram {
  const name = `${subsetTag(set.glyphs)}+${family}`;
  const scale = (units: number): number => Math.round((units * 1000) / set.file.unitsPerEm);
  return {
    name,
    outlines: deflateSync(cffSubset(set.file.cff, set.glyphs, name)),
    toUnicode: deflateSync(toUnicodeMap(set)),
    widths: `[0 [${set.widths().join(' ')}]]`,
    bbox: `[${set.file.cff.fontBBox.join(' ')}]`,
    ascent: scale(set.file.ascent),
    descent: scale(set.file.descent),
  };
}

function subsetTag(glyphs: readonly number[]): string {
  const digest = createHash('sha256').update(glyphs.join(',')).digest();
  return Array.from(digest.subarray(0, 6), (byte) => String.fromCharCode(65 + (byte % 26))).join('');
}

const GROUP = 100;

/** The map from codes back to characters, without which a contract could not be searched or read aloud. */
function toUnicodeMap(set: GlyphSet): string {
  const entries = set.codePoints.map((codePoint, i) => `<${hex16(i + 1)}> <${utf16Hex(codePoint)}>`);
  const blocks: string[] = [];
  for (let i = 0; i < entries.length; i += GROUP) {
    const block = entries.slice(i, i + GROUP);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <FFFF> endcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}

const hex16 = (value: number): string => value.toString(16).toUpperCase().padStart(4, '0');

function utf16Hex(codePoint: number): string {
  const text = String.fromCodePoint(codePoint);
  return Array.from({ length: text.length }, (_, i) => hex16(text.charCodeAt(i))).join('');
}
