import { readFileSync } from 'node:fs';
import { InvariantError } from '../../domain/invariant';
import { CffTable } from './cff-table';
import { CharacterMap } from './character-map';

type Table = { offset: number; length: number };

/**
 * An OpenType font with CFF outlines, read in place: opening it parses nothing but the table directory, a glyph is
 * found by offset arithmetic. A 17 MB font with 65,535 glyphs is therefore ready in the time it takes to read the file.
 */
export class FontFile {
  readonly cff: CffTable;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  private readonly characters: CharacterMap;
  private readonly metrics: Table;
  private readonly metricCount: number;

  private constructor(private readonly data: Buffer) {
    const tables = readDirectory(data);
    const at = (tag: string): Table => {
      const table = tables.get(tag);
      if (!table) throw new InvariantError(`font lacks table ${tag}`);
      return table;
    };
    const cff = at('CFF ');
    this.cff = new CffTable(data.subarray(cff.offset, cff.offset + cff.length));
    this.characters = new CharacterMap(data, at('cmap').offset);
    this.unitsPerEm = data.readUInt16BE(at('head').offset + 18);
    this.ascent = data.readInt16BE(at('hhea').offset + 4);
    this.descent = data.readInt16BE(at('hhea').offset + 6);
    this.metricCount = data.readUInt16BE(at('hhea').offset + 34);
    this.metrics = at('hmtx');
  }

  static open(path: string): FontFile {
    return new FontFile(readFileSync(path));
  }

  /** Glyph of a character, or undefined when the font cannot draw it. */
  glyphOf(codePoint: number): number | undefined {
    return this.characters.glyphOf(codePoint);
  }

  /** Width of a glyph in font units. */
  advanceOf(glyph: number): number {
    const record = Math.min(glyph, this.metricCount - 1);
    return this.data.readUInt16BE(this.metrics.offset + record * 4);
  }
}

function readDirectory(data: Buffer): Map<string, Table> {
  if (data.toString('latin1', 0, 4) !== 'OTTO')
    throw new InvariantError('font is not OpenType with CFF outlines');
  const tables = new Map<string, Table>();
  const count = data.readUInt16BE(4);
  for (let i = 0; i < count; i++) {
    const record = 12 + i * 16;
    tables.set(data.toString('latin1', record, record + 4), {
      offset: data.readUInt32BE(record + 8),
      length: data.readUInt32BE(record + 12),
    });
  }
  return tables;
}
