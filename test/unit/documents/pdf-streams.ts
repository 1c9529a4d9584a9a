import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';

/** Inflated streams of a PDF in file order; what they say does not depend on the version of the deflate library. */
export function streamsOf(pdf: Buffer): Buffer[] {
  const streams: Buffer[] = [];
  let at = 0;
  for (;;) {
    const start = pdf.indexOf('>>\nstream\n', at, 'latin1');
    if (start < 0) return streams;
    const header = pdf.toString('latin1', pdf.lastIndexOf('/Length ', start, 'latin1'), start);
    const length = Number(/^\/Length (\d+)/.exec(header)?.[1]);
    const data = pdf.subarray(start + 10, start + 10 + length);
    streams.push(header.includes('/FlateDecode') ? inflateSync(data) : data);
    at = start + 10 + length;
  }
}

/** One hash over all that a PDF draws and the fonts it draws with. */
export function drawnHash(pdf: Buffer): string {
  const hash = createHash('sha256');
  for (const stream of streamsOf(pdf)) hash.update(stream);
  return hash.digest('hex');
}
