/** One entry of a CFF DICT: operator (12 xx is 1200 + xx), operands, and the bytes they were written with. */
export type DictEntry = { operator: number; operands: number[]; bytes: Buffer };

/** Reads a CFF DICT. Real numbers are kept as bytes only; the entries we interpret are all integers. */
export function readDict(data: Buffer): DictEntry[] {
  const entries: DictEntry[] = [];
  let operands: number[] = [];
  let start = 0;
  let at = 0;
  while (at < data.length) {
    const first = data.readUInt8(at);
    if (first <= 21) {
      const operator = first === 12 ? 1200 + data.readUInt8(at + 1) : first;
      at += first === 12 ? 2 : 1;
      entries.push({ operator, operands, bytes: data.subarray(start, at) });
      operands = [];
      start = at;
    } else if (first === 30) {
      at = endOfReal(data, at);
      operands.push(Number.NaN);
    } else if (first === 28) {
      operands.push(data.readInt16BE(at + 1));
      at += 3;
    } else if (first === 29) {
      operands.push(data.readInt32BE(at + 1));
      at += 5;
    } else if (first <= 246) {
      operands.push(first - 139);
      at += 1;
    } else {
      const second = data.readUInt8(at + 1);
      operands.push(first <= 250 ? (first - 247) * 256 + second + 108 : -(first - 251) * 256 - second - 108);
      at += 2;
    }
  }
  return entries;
}

function endOfReal(data: Buffer, start: number): number {
  let at = start + 1;
  while ((data.readUInt8(at) & 0x0f) !== 0x0f) at++;
  return at + 1;
}

/** Writes integer operands at a fixed five bytes each, so that offsets can be filled in before sizes are known. */
export function dictEntry(operator: number, ...operands: number[]): Buffer {
  const bytes = Buffer.alloc(operands.length * 5 + (operator >= 1200 ? 2 : 1));
  operands.forEach((operand, i) => {
    bytes.writeUInt8(29, i * 5);
    bytes.writeInt32BE(operand, i * 5 + 1);
  });
  const at = operands.length * 5;
  if (operator >= 1200) bytes.writeUInt16BE(0x0c00 + operator - 1200, at);
  else bytes.writeUInt8(operator, at);
  return bytes;
}
