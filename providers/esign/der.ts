/** Tags of the few ASN.1 types that a CMS signature needs (ITU-T X.690). */
export const TAG = {
  integer: 0x02,
  octets: 0x04,
  null: 0x05,
  oid: 0x06,
  sequence: 0x30,
  set: 0x31,
  context0: 0xa0,
} as const;

/** One DER element of the given contents. */
export function der(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(contents);
  return Buffer.concat([Buffer.from([tag]), lengthOf(body.length), body]);
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return Buffer.from([0x80 | bytes.length, ...bytes]);
}

/** An object identifier from its dotted form. */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second];
  for (const arc of rest) {
    const groups = [arc % 128];
    for (let more = Math.floor(arc / 128); more > 0; more = Math.floor(more / 128))
      groups.unshift((more % 128) | 0x80);
    bytes.push(...groups);
  }
  return der(TAG.oid, Buffer.from(bytes));
}

/** A DER element found in a buffer; `bytes` is the whole element, `body` its contents. */
export type Element = { tag: number; bytes: Buffer; body: Buffer };

/** The element that begins a buffer. Throws RangeError on anything that is not DER. */
export function readElement(data: Buffer): Element {
  const tag = data.readUInt8(0);
  const first = data.readUInt8(1);
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (lengthBytes > 4 || first === 0x80) throw new RangeError('length is not DER');
  const length = lengthBytes === 0 ? first : data.readUIntBE(2, lengthBytes);
  const start = 2 + lengthBytes;
  if (start + length > data.length) throw new RangeError('element is longer than its buffer');
  return { tag, bytes: data.subarray(0, start + length), body: data.subarray(start, start + length) };
}

/** The elements inside a constructed element. */
export function childrenOf(element: Element): Element[] {
  const children: Element[] = [];
  let rest = element.body;
  while (rest.length > 0) {
    const child = readElement(rest);
    children.push(child);
    rest = rest.subarray(child.bytes.length);
  }
  return children;
}
