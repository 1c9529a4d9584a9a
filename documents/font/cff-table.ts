import { InvariantError } from '../../domain/invariant';
import { type DictEntry, readDict } from './cff-dict';
import { CffIndex } from './cff-index';

const OP = { charStrings: 17, private: 18, subrs: 19, fdArray: 1236, fdSelect: 1237, fontBBox: 5 } as const;
/** Operators of a font DICT that point into the file or name strings we do not carry along. */
const NOT_PORTABLE = new Set<number>([OP.private, 1238]);

/** A group of glyphs that share widths and hints; a CJK font has one for each script. */
export type FontDict = { entries: Buffer; privateEntries: Buffer; subrs: CffIndex | undefined };

/** The CFF table of a CID-keyed font: charstrings, subroutines and font dicts, each found when asked for. */
export class CffTable {
  readonly globalSubrs: CffIndex;
  readonly fontBBox: number[];
  private readonly charStrings: CffIndex;
  private readonly fontDicts: FontDict[];
  private readonly fdSelect: number;

  constructor(private readonly data: Buffer) {
    const names = new CffIndex(data, data.readUInt8(2));
    const tops = new CffIndex(data, names.end);
    const strings = new CffIndex(data, tops.end);
    this.globalSubrs = new CffIndex(data, strings.end);
    const top = readDict(tops.item(0));
    this.fontBBox = operandsOf(top, OP.fontBBox);
    this.charStrings = new CffIndex(data, operandOf(top, OP.charStrings));
    this.fdSelect = operandOf(top, OP.fdSelect);
    const dicts = new CffIndex(data, operandOf(top, OP.fdArray));
    this.fontDicts = Array.from({ length: dicts.count }, (_, i) => this.readFontDict(dicts.item(i)));
  }

  charString(glyph: number): Buffer {
    return this.charStrings.item(glyph);
  }

  fontDict(index: number): FontDict {
    const dict = this.fontDicts[index];
    if (!dict) throw new InvariantError(`font has no font dict ${index}`);
    return dict;
  }

  /** Number of the font dict a glyph belongs to. */
  fontDictOf(glyph: number): number {
    const format = this.data.readUInt8(this.fdSelect);
    if (format === 0) return this.data.readUInt8(this.fdSelect + 1 + glyph);
    if (format !== 3) throw new InvariantError(`font uses FDSelect format ${format}`);
    let low = 0;
    let high = this.data.readUInt16BE(this.fdSelect + 1) - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.data.readUInt16BE(this.fdSelect + 3 + middle * 3) <= glyph) low = middle;
      else high = middle - 1;
    }
    return this.data.readUInt8(this.fdSelect + 3 + low * 3 + 2);
  }

  private readFontDict(bytes: Buffer): FontDict {
    const entries = readDict(bytes);
    const [size = 0, offset = 0] = operandsOf(entries, OP.private);
    const privateEntries = readDict(this.data.subarray(offset, offset + size));
    const subrs = privateEntries.find((entry) => entry.operator === OP.subrs)?.operands[0];
    return {
      entries: joined(entries.filter((entry) => !NOT_PORTABLE.has(entry.operator))),
      privateEntries: joined(privateEntries.filter((entry) => entry.operator !== OP.subrs)),
      subrs: subrs === undefined ? undefined : new CffIndex(this.data, offset + subrs),
    };
  }
}

function joined(entries: DictEntry[]): Buffer {
  return Buffer.concat(entries.map((entry) => entry.bytes));
}

function operandsOf(entries: DictEntry[], operator: number): number[] {
  const entry = entries.find((each) => each.operator === operator);
  if (!entry) throw new InvariantError(`font dict lacks operator ${operator}`);
  return entry.operands;
}

function operandOf(entries: DictEntry[], operator: number): number {
  const [operand] = operandsOf(entries, operator);
  if (operand === undefined) throw new InvariantError(`font dict operator ${operator} has no operand`);
  return operand;
}
