/** The file is not one we can seal or read: damaged, foreign or of a form we do not write. */
export class UnreadablePdfError extends Error {
  readonly code = 'UNREADABLE_PDF';
}

/** Where the newest cross-reference table is and what its trailer says. */
export type Trailer = { tableAt: number; size: number; root: number; info: string; firstId: string };

/** Reads the newest trailer of a PDF with a plain cross-reference table, as our papers have. */
export function readTrailer(pdf: Buffer): Trailer {
  const tail = pdf.toString('latin1', Math.max(0, pdf.length - 2048));
  const tableAt = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1]);
  if (!Number.isSafeInteger(tableAt) || pdf.toString('latin1', tableAt, tableAt + 4) !== 'xref') {
    throw new UnreadablePdfError('PDF has no plain cross-reference table');
  }
  const text = pdf.toString('latin1', pdf.indexOf('trailer', tableAt, 'latin1'));
  const number = (key: string): number => Number(new RegExp(`/${key} (\\d+)`).exec(text)?.[1]);
  const trailer = {
    tableAt,
    size: number('Size'),
    root: number('Root'),
    info: /\/Info (\d+ 0 R)/.exec(text)?.[1] ?? '',
    firstId: /\/ID \[<([0-9a-fA-F]+)>/.exec(text)?.[1] ?? '',
  };
  if (!Number.isSafeInteger(trailer.size) || !Number.isSafeInteger(trailer.root)) {
    throw new UnreadablePdfError('PDF trailer lacks size or root');
  }
  return trailer;
}

/** Text of an object in a file that has one revision so far. */
export function readObject(pdf: Buffer, { tableAt, size }: Trailer, number: number): string {
  const header = /^xref\s+0 (\d+)\s+/.exec(pdf.toString('latin1', tableAt, tableAt + 64));
  if (!header || Number(header[1]) !== size || number >= size) {
    throw new UnreadablePdfError(`PDF object ${number} is not in a table of one revision`);
  }
  const entry = tableAt + header[0].length + number * 20;
  const start = Number(pdf.toString('latin1', entry, entry + 10));
  const begin = `${number} 0 obj\n`;
  if (pdf.toString('latin1', start, start + begin.length) !== begin) {
    throw new UnreadablePdfError(`PDF object ${number} is not where its table says`);
  }
  const end = pdf.indexOf('\nendobj', start, 'latin1');
  return pdf.toString('latin1', start + begin.length, end);
}
