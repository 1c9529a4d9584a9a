/** A CFF INDEX: a list of byte strings behind a table of offsets (Adobe Technical Note 5176, section 5). */
export class CffIndex {
  readonly count: number;
  readonly end: number;
  private readonly offsetSize: number;
  private readonly origin: number;

  constructor(
    private readonly data: Buffer,
    private readonly start: number,
  ) {
    this.count = data.readUInt16BE(start);
    this.offsetSize = this.count === 0 ? 0 : data.readUInt8(start + 2);
    this.origin = start + 2 + (this.count + 1) * this.offsetSize;
    this.end = this.count === 0 ? start + 2 : this.origin + this.offsetAt(this.count);
  }

  item(position: number): Buffer {
    return this.data.subarray(
      this.origin + this.offsetAt(position),
      this.origin + this.offsetAt(position + 1),
    );
  }

  private offsetAt(position: number): number {
    return this.data.readUIntBE(this.start + 3 + position * this.offsetSize, this.offsetSize);
  }
}

/** Writes a CFF INDEX. */
export function writeIndex(items: readonly Uint8Array[]): Buffer {
  if (items.length === 0) return Buffer.from([0, 0]);
  const total = items.reduce((sum, item) => sum + item.length, 0);
  const offsetSize = total < 0xffff ? 2 : 4;
  const header = Buffer.alloc(3 + (items.length + 1) * offsetSize);
  header.writeUInt16BE(items.length, 0);
  header.writeUInt8(offsetSize, 2);
  let offset = 1;
  header.writeUIntBE(offset, 3, offsetSize);
  items.forEach((item, i) => {
    offset += item.length;
    header.writeUIntBE(offset, 3 + (i + 1) * offsetSize, offsetSize);
  });
  return Buffer.concat([header, ...items]);
}
