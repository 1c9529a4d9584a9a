import { InvariantError } from '../../domain/invariant';
import { dictEntry } from './cff-dict';
import { writeIndex } from './cff-index';
import type { CffTable } from './cff-table';
import { flatCharString } from './charstring';

const OP = {
  fontBBox: 5,
  charset: 15,
  charStrings: 17,
  private: 18,
  ros: 1230,
  cidCount: 1234,
  fdArray: 1236,
  fdSelect: 1237,
};
/** First string ids that are not in the standard table. */
const SID = { adobe: 391, identity: 392 };

/**
 * A CID-keyed CFF font program of the given glyphs of another font, numbered in the given order. Glyph 0 must be the
 * font's own glyph 0 (.notdef), as the format demands.
 */
export function cffSubset(cff: CffTable, glyphs: readonly number[], name: string): Buffer {
  if (glyphs[0] !== 0) throw new InvariantError('a subset begins with .notdef');
  const dictNumbers = [...new Set(glyphs.map((glyph) => cff.fontDictOf(glyph)))].sort((a, b) => a - b);
  const charStrings = writeIndex(glyphs.map((glyph) => flatCharString(cff, glyph)));
  const fdSelect = Buffer.from([0, ...glyphs.map((glyph) => dictNumbers.indexOf(cff.fontDictOf(glyph)))]);
  const charset = Buffer.alloc(glyphs.length > 1 ? 5 : 1);
  if (glyphs.length > 1) {
    charset.writeUInt8(2, 0);
    charset.writeUInt16BE(1, 1);
    charset.writeUInt16BE(glyphs.length - 2, 3);
  }
  const head = (at: { charset: number; charStrings: number; fdArray: number; fdSelect: number }): Buffer =>
    Buffer.concat([
      Buffer.from([1, 0, 4, 4]),
      writeIndex([Buffer.from(name, 'latin1')]),
      writeIndex([
        Buffer.concat([
          dictEntry(OP.ros, SID.adobe, SID.identity, 0),
          dictEntry(OP.fontBBox, ...cff.fontBBox),
          dictEntry(OP.cidCount, glyphs.length),
          dictEntry(OP.charset, at.charset),
          dictEntry(OP.charStrings, at.charStrings),
          dictEntry(OP.fdArray, at.fdArray),
          dictEntry(OP.fdSelect, at.fdSelect),
        ]),
      ]),
      writeIndex([Buffer.from('Adobe'), Buffer.from('Identity')]),
      writeIndex([]),
    ]);
  const start = head({ charset: 0, charStrings: 0, fdArray: 0, fdSelect: 0 }).length;
  const charsetAt = start;
  const fdSelectAt = charsetAt + charset.length;
  const charStringsAt = fdSelectAt + fdSelect.length;
  const privatesAt = charStringsAt + charStrings.length;
  const { fdArray, privates } = fontDicts(cff, dictNumbers, privatesAt);
  return Buffer.concat([
    head({
      charset: charsetAt,
      fdSelect: fdSelectAt,
      charStrings: charStringsAt,
      fdArray: privatesAt + privates.length,
    }),
    charset,
    fdSelect,
    charStrings,
    privates,
    fdArray,
  ]);
}

function fontDicts(
  cff: CffTable,
  numbers: readonly number[],
  start: number,
): { fdArray: Buffer; privates: Buffer } {
  const dicts: Buffer[] = [];
  const privates: Buffer[] = [];
  let at = start;
  for (const number of numbers) {
    const { entries, privateEntries } = cff.fontDict(number);
    dicts.push(Buffer.concat([entries, dictEntry(OP.private, privateEntries.length, at)]));
    privates.push(privateEntries);
    at += privateEntries.length;
  }
  return { fdArray: writeIndex(dicts), privates: Buffer.concat(privates) };
}
