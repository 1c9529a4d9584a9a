import { readObject, type Trailer, UnreadablePdfError } from './pdf-reader';

/** A place on a page, in points from its lower left corner. */
export type Place = { page: number; x: number; y: number };
/** A blank that is filled at signing, in the page's regular font. */
export type Blank = Place & { size: number };
/** The places a paper keeps for signing (its catalog's PieceInfo, ISO 32000-1, 14.5). */
export type PaperMarks = { seal: Place; blanks: Map<string, Blank> };

/** Reads the places that the paper's maker marked for the seal and for what the borrower's confirmation fills in. */
export function readMarks(pdf: Buffer, trailer: Trailer): PaperMarks {
  const catalog = readObject(pdf, trailer, trailer.root);
  const seal = /\/Seal \[(\d+) 0 R (-?[\d.]+) (-?[\d.]+)\]/.exec(catalog);
  if (!seal) throw new UnreadablePdfError('PDF has no place for a seal');
  const blanks = new Map<string, Blank>();
  const fields = /\/Blanks << (.*?) ?>>/.exec(catalog)?.[1] ?? '';
  for (const [, name = '', page, x, y, size] of fields.matchAll(
    /\/(\w+) \[(\d+) 0 R (-?[\d.]+) (-?[\d.]+) ([\d.]+)\]/g,
  )) {
    blanks.set(name, { page: Number(page), x: Number(x), y: Number(y), size: Number(size) });
  }
  return { seal: { page: Number(seal[1]), x: Number(seal[2]), y: Number(seal[3]) }, blanks };
}
