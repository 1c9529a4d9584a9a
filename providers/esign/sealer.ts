import { createHash } from 'node:crypto';
import { type Signer, signDigest } from './cms-sign';
import { openP12 } from './open-p12';
import { type Blank, type PaperMarks, readMarks } from './paper-marks';
import { readObject, readTrailer, type Trailer, UnreadablePdfError } from './pdf-reader';
import { PdfRevision } from './pdf-revision';

/** Artwork of a visible seal: PDF operators that draw it around the origin, and its diameter in points. */
export type SealFace = { content: string; diameter: number };
/** What is written on the paper at sealing: the instant, and the values of its blanks (ASCII). */
export type SealRequest = { sealedAt: string; blanks?: Readonly<Record<string, string>> };
/** Puts the lender's seal on papers. */
export type Sealer = { seal(pdf: Buffer, request: SealRequest): Promise<Buffer> };

export type SealerOptions = {
  p12: Buffer;
  passphrase: string;
  /** Why the lender signs and where, as a verifier shows it. */
  reason: string;
  location: string;
  face: SealFace;
};

const FIELD = 'LenderSeal';
const RANGE_BLANK = '/ByteRange [0 0000000000 0000000000 0000000000]';

/**
 * The lender's electronic seal (电子签名法 13, 14 条): one appended revision that fills the paper's blanks and holds a
 * PAdES baseline signature over the whole file, shown as the round red seal. What the borrower confirmed stays in place
 * as the first bytes of the sealed file, so its hash can be taken again from there.
 */
export function sealer({ p12, passphrase, reason, location, face }: SealerOptions): Sealer {
  const signer = openP12(p12, passphrase);
  const room = 1024 + [signer.certificate, ...signer.chain].reduce((sum, each) => sum + each.length, 0);
  return {
    async seal(pdf, request) {
      const prepared = prepare(pdf, request, { reason, location, face, room });
      return fillSignature(prepared, signer, room);
    },
  };
}

type Look = { reason: string; location: string; face: SealFace; room: number };

function prepare(pdf: Buffer, request: SealRequest, look: Look): Buffer {
  const trailer = readTrailer(pdf);
  const marks = readMarks(pdf, trailer);
  const catalog = readObject(pdf, trailer, trailer.root);
  if (catalog.includes('/AcroForm')) throw new UnreadablePdfError('PDF is sealed already');
  const revision = new PdfRevision(pdf, trailer);
  const signature = revision.add(signatureDictionary(request.sealedAt, look));
  const widget = addWidget(revision, marks, look.face, signature);
  const form = revision.add(`<< /Fields [${widget} 0 R] /SigFlags 3 >>`);
  revision.put(trailer.root, withEntry(catalog, `/AcroForm ${form} 0 R`));
  revisePages(pdf, trailer, revision, { marks, widget, filled: request.blanks ?? {} });
  return revision.finish();
}

function signatureDictionary(sealedAt: string, { reason, location, room }: Look): string {
  return `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached ${RANGE_BLANK} /Contents <${'0'.repeat(room * 2)}> /M ${dateOf(sealedAt)} /Reason ${textOf(reason)} /Location ${textOf(location)} >>`;
}

function addWidget(revision: PdfRevision, { seal }: PaperMarks, face: SealFace, signature: number): number {
  const radius = face.diameter / 2;
  const box = `[-${radius} -${radius} ${radius} ${radius}]`;
  const appearance = revision.addStream(
    face.content,
    `/Type /XObject /Subtype /Form /BBox ${box} /Resources << >> `,
  );
  const rect = [seal.x - radius, seal.y - radius, seal.x + radius, seal.y + radius]
    .map((edge) => edge.toFixed(2))
    .join(' ');
  return revision.add(
    `<< /Type /Annot /Subtype /Widget /FT /Sig /T (${FIELD}) /Rect [${rect}] /F 132 /P ${seal.page} 0 R /V ${signature} 0 R /AP << /N ${appearance} 0 R >> >>`,
  );
}

type Revised = { marks: PaperMarks; widget: number; filled: Readonly<Record<string, string>> };

function revisePages(
  pdf: Buffer,
  trailer: Trailer,
  revision: PdfRevision,
  { marks, widget, filled }: Revised,
): void {
  const content = new Map<number, string[]>();
  for (const [name, value] of Object.entries(filled)) {
    const blank = marks.blanks.get(name);
    if (!blank) throw new UnreadablePdfError(`PDF has no blank named ${name}`);
    content.set(blank.page, [...(content.get(blank.page) ?? []), filledBlank(blank, value)]);
  }
  for (const page of new Set([marks.seal.page, ...content.keys()])) {
    let body = readObject(pdf, trailer, page);
    if (page === marks.seal.page) body = withEntry(body, `/Annots [${widget} 0 R]`);
    const added = content.get(page);
    if (added) {
      const stream = revision.addStream(added.join('\n'));
      body = body.replace(
        /\/Contents \[([^\]]*)\]/,
        (_, streams: string) => `/Contents [${streams} ${stream} 0 R]`,
      );
    }
    revision.put(page, body);
  }
}

/** In our papers the regular font numbers printable ASCII in code order from 1. */
function filledBlank({ x, y, size }: Blank, value: string): string {
  const codes = Array.from(value, (character) => {
    const code = character.charCodeAt(0) - 31;
    if (code < 1 || code > 95) throw new UnreadablePdfError('a blank takes printable ASCII only');
    return code.toString(16).padStart(4, '0');
  });
  return `q BT 0.1 0.1 0.12 rg 0 Tc /R ${size} Tf ${x} ${y} Td <${codes.join('')}> Tj ET Q`;
}

function withEntry(dictionary: string, entry: string): string {
  return `${dictionary.slice(0, dictionary.lastIndexOf('>>'))}${entry} >>`;
}

async function fillSignature(pdf: Buffer, signer: Signer, room: number): Promise<Buffer> {
  const rangeAt = pdf.lastIndexOf(RANGE_BLANK, undefined, 'latin1');
  const start = pdf.indexOf('/Contents <', rangeAt, 'latin1') + '/Contents '.length;
  const end = start + room * 2 + 2;
  const range = [start, end, pdf.length - end].map((value) => String(value).padStart(10, '0')).join(' ');
  pdf.write(`/ByteRange [0 ${range}]`, rangeAt, 'latin1');
  const digest = createHash('sha256').update(pdf.subarray(0, start)).update(pdf.subarray(end)).digest();
  const signature = await signDigest(digest, signer);
  if (signature.length > room) throw new RangeError('signature is larger than the room kept for it');
  pdf.write(signature.toString('hex'), start + 1, 'latin1');
  return pdf;
}

function textOf(text: string): string {
  const units = Array.from({ length: text.length }, (_, i) =>
    text.charCodeAt(i).toString(16).padStart(4, '0'),
  );
  return `<FEFF${units.join('')}>`;
}

/** PDF date in Asia/Shanghai, which keeps UTC+8 all year. */
function dateOf(instant: string): string {
  const shanghai = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return `(D:${shanghai.slice(0, 19).replace(/[-:T]/g, '')}+08'00')`;
}
