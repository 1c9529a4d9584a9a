import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

const COMPRESSION = 6;

/**
 * A PDF 1.7 file being written: numbered objects, then cross-reference table and trailer. The same objects always give
 * the same bytes; the file id is a digest of them, so no clock and no chance enters.
 */
export class PdfFile {
  private readonly objects: (Buffer | undefined)[] = [];

  /** A number for an object that others refer to before it is written. */
  reserve(): number {
    return this.objects.push(undefined);
  }

  put(number: number, body: string): void {
    this.objects[number - 1] = Buffer.from(`${number} 0 obj\n${body}\nendobj\n`, 'latin1');
  }

  add(body: string): number {
    const number = this.reserve();
    this.put(number, body);
    return number;
  }

  /** Adds a stream; `data` is already deflated. */
  addDeflated(data: Buffer, entries = ''): number {
    const number = this.reserve();
    this.objects[number - 1] = Buffer.concat([
      Buffer.from(
        `${number} 0 obj\n<< /Length ${data.length} /Filter /FlateDecode ${entries}>>\nstream\n`,
        'latin1',
      ),
      data,
      Buffer.from('\nendstream\nendobj\n', 'latin1'),
    ]);
    return number;
  }

  addStream(data: string, entries = ''): number {
    return this.addDeflated(deflateSync(Buffer.from(data, 'latin1'), { level: COMPRESSION }), entries);
  }

  finish(root: number, info: number): Buffer {
    const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
    const digest = createHash('sha256');
    let at = parts[0]?.length ?? 0;
    let table = `0000000000 65535 f \n`;
    for (const [i, object] of this.objects.entries()) {
      if (!object) throw new Error(`PDF object ${i + 1} was reserved and never written`);
      table += `${String(at).padStart(10, '0')} 00000 n \n`;
      digest.update(object);
      parts.push(object);
      at += object.length;
    }
    const id = digest.digest('hex').slice(0, 32);
    const size = this.objects.length + 1;
    const trailer = `<< /Size ${size} /Root ${root} 0 R /Info ${info} 0 R /ID [<${id}> <${id}>] >>`;
    parts.push(
      Buffer.from(`xref\n0 ${size}\n${table}trailer\n${trailer}\nstartxref\n${at}\n%%EOF\n`, 'latin1'),
    );
    return Buffer.concat(parts);
  }
}

/** A text string of a PDF dictionary, in UTF-16 so that Chinese survives. */
export function pdfText(text: string): string {
  const units = Array.from({ length: text.length }, (_, i) =>
    text.charCodeAt(i).toString(16).padStart(4, '0'),
  );
  return `<FEFF${units.join('')}>`;
}

/** An instant as PDF writes dates, in the lender's zone (Asia/Shanghai keeps UTC+8 all year). */
export function pdfDate(instant: string): string {
  const shanghai = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return `(D:${shanghai.slice(0, 19).replace(/[-:T]/g, '')}+08'00')`;
}
