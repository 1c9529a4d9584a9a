import { InvariantError } from '../../domain/invariant';

const SEGMENTED_COVERAGE = 12;
const GROUP_BYTES = 12;

/** The font's table from Unicode code points to glyphs (cmap format 12), searched in place. */
export class CharacterMap {
  private readonly groups: number;
  private readonly count: number;

  constructor(
    private readonly data: Buffer,
    cmapOffset: number,
  ) {
    const subtable = findSubtable(data, cmapOffset);
    this.count = data.readUInt32BE(subtable + 12);
    this.groups = subtable + 16;
  }

  glyphOf(codePoint: number): number | undefined {
    let low = 0;
    let high = this.count - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const group = this.groups + middle * GROUP_BYTES;
      const first = this.data.readUInt32BE(group);
      if (codePoint < first) high = middle - 1;
      else if (codePoint > this.data.readUInt32BE(group + 4)) low = middle + 1;
      else return this.data.readUInt32BE(group + 8) + codePoint - first || undefined;
    }
    return undefined;
  }
}

function findSubtable(data: Buffer, cmapOffset: number): number {
  const count = data.readUInt16BE(cmapOffset + 2);
  for (let i = 0; i < count; i++) {
    const subtable = cmapOffset + data.readUInt32BE(cmapOffset + 4 + i * 8 + 4);
    if (data.readUInt16BE(subtable) === SEGMENTED_COVERAGE) return subtable;
  }
  throw new InvariantError('font has no full Unicode character map');
}
