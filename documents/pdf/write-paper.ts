import type { FontProgram } from '../font/font-program';
import { PAGE } from './page-style';
import type { PaperFrame } from './paper';
import { PdfFile, pdfDate, pdfText } from './pdf-file';

export type Blank = { name: string; page: number; x: number; y: number; size: number };
/**
 * Places a later signing step needs, stored in the catalog's PieceInfo (ISO 32000-1, 14.5): where the seal goes and
 * which blanks are filled. providers/esign reads them; nothing else has to know the paper's layout.
 */
export type PaperMarks = { blanks: Blank[]; seal?: { page: number; x: number; y: number } };

export type PaperParts = {
  frame: PaperFrame;
  contents: string[];
  fonts: Record<string, FontProgram | undefined>;
  marks: PaperMarks;
};

/** The paper as a PDF file. */
export function writePaper({ frame, contents, fonts, marks }: PaperParts): Buffer {
  const pdf = new PdfFile();
  const root = pdf.reserve();
  const tree = pdf.reserve();
  const names: string[] = [];
  for (const [name, program] of Object.entries(fonts)) {
    if (program) names.push(`/${name} ${addFont(pdf, program)} 0 R`);
  }
  const resources = pdf.add(`<< /Font << ${names.join(' ')} >> /ProcSet [/PDF /Text] >>`);
  const pages = contents.map((content) => {
    const stream = pdf.addStream(content);
    return pdf.add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Resources ${resources} 0 R /Contents [${stream} 0 R] >>`,
    );
  });
  pdf.put(
    tree,
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((page) => `${page} 0 R`).join(' ')}] >>`,
  );
  const stamp = pdfDate(frame.preparedAt);
  pdf.put(
    root,
    `<< /Type /Catalog /Pages ${tree} 0 R /Lang (zh-CN) /ViewerPreferences << /DisplayDocTitle true >> /PieceInfo << /Loanflow << /LastModified ${stamp} /Private ${privateData(marks, pages)} >> >> >>`,
  );
  const info = pdf.add(
    `<< /Title ${pdfText(frame.title)} /Author ${pdfText(frame.issuer)} /Subject ${pdfText(frame.number)} /Producer (Loanflow) /CreationDate ${stamp} /ModDate ${stamp} >>`,
  );
  return pdf.finish(root, info);
}

function privateData({ blanks, seal }: PaperMarks, pages: readonly number[]): string {
  const fields = blanks.map(
    ({ name, page, x, y, size }) => `/${name} [${pages[page]} 0 R ${x.toFixed(2)} ${y.toFixed(2)} ${size}]`,
  );
  const place = seal ? `/Seal [${pages[seal.page]} 0 R ${seal.x.toFixed(2)} ${seal.y.toFixed(2)}]` : '';
  return `<< ${place} /Blanks << ${fields.join(' ')} >> >>`;
}

function addFont(pdf: PdfFile, program: FontProgram): number {
  const file = pdf.addDeflated(program.outlines, '/Subtype /CIDFontType0C ');
  const toUnicode = pdf.addDeflated(program.toUnicode);
  const descriptor = pdf.add(
    `<< /Type /FontDescriptor /FontName /${program.name} /Flags 4 /FontBBox ${program.bbox} /ItalicAngle 0 /Ascent ${program.ascent} /Descent ${program.descent} /CapHeight 733 /StemV 90 /FontFile3 ${file} 0 R >>`,
  );
  const descendant = pdf.add(
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /${program.name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${descriptor} 0 R /DW 1000 /W ${program.widths} >>`,
  );
  return pdf.add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /${program.name}-Identity-H /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] /ToUnicode ${toUnicode} 0 R >>`,
  );
}
