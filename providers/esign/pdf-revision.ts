import { createHash } from 'node:crypto';
import type { Trailer } from './pdf-reader';

/** New and changed objects appended behind a finished PDF; the bytes before them stay as they were. */
export class PdfRevision {
  private readonly objects = new Map<number, string>();
  private next: number;

  constructor(
    private readonly base: Buffer,
    private readonly trailer: Trailer,
  ) {
    this.next = trailer.size;
  }

  reserve(): number {
    return this.next++;
  }

  put(number: number, body: string): void {
    this.objects.set(number, body);
  }

  add(body: string): number {
    const number = this.reserve();
    this.put(number, body);
    return number;
  }

  addStream(data: string, entries = ''): number {
    return this.add(`<< /Length ${data.length} ${entries}>>\nstream\n${data}\nendstream`);
  }

  finish(): Buffer {
    let out = '';
    const offsets: [number, number][] = [];
    for (const [number, body] of [...this.objects].sort(([a], [b]) => a - b)) {
      offsets.push([number, this.base.length + out.length]);
      out += `${number} 0 obj\n${body}\nendobj\n`;
    }
    const tableAt = this.base.length + out.length;
    const table = offsets
      .map(([number, at]) => `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`)
      .join('');
    const { root, info, firstId, tableAt: previous } = this.trailer;
    const id = createHash('sha256').update(this.base).update(out).digest('hex').slice(0, 32);
    const entries = `/Size ${this.next} /Root ${root} 0 R /Info ${info} /Prev ${previous} /ID [<${firstId}> <${id}>]`;
    out += `xref\n${table}trailer\n<< ${entries} >>\nstartxref\n${tableAt}\n%%EOF\n`;
    return Buffer.concat([this.base, Buffer.from(out, 'latin1')]);
  }
}
