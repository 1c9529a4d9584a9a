import type { FontProgram } from '../font/font-program';
import { PaperFont } from '../font/paper-font';
import { Typeface, type Weight } from '../font/typeface';
import { Canvas, type PaperFonts, type TextStyle } from './canvas';
import { breakLines } from './line-break';
import { BODY, FAINT, INK, LEADING, PAGE, RULE, SMALL, TEXT_WIDTH } from './page-style';
import { type PaperMarks, writePaper } from './write-paper';

/** What a paper says about itself on every page and in its file properties. */
export type PaperFrame = {
  title: string;
  issuer: string;
  number: string;
  /** Shown at the foot, e.g. the template and its version. */
  edition: string;
  /** Instant stamped into the file; part of the input so that the same input gives the same bytes. */
  preparedAt: string;
  /** Text that papers of this kind have in common, by weight; its glyphs are prepared once. */
  commonText: Record<Weight, string>;
};

export type ParagraphOptions = {
  style?: TextStyle;
  indent?: number;
  before?: number;
  after?: number;
  width?: number;
  x?: number;
};

const FRAME_TEXT = '编号第页共';

/** A paper being set: text flows down the pages, header and foot are drawn when the number of pages is known. */
export class Paper {
  readonly fonts: PaperFonts;
  private readonly pages: Canvas[] = [];
  private readonly marks: PaperMarks = { blanks: [] };
  /** Where the next thing begins, measured from the foot of the page. */
  y = 0;

  constructor(private readonly frame: PaperFrame) {
    const font = (weight: Weight): PaperFont => {
      const typeface = Typeface.of(weight);
      return new PaperFont(typeface, typeface.sharedGlyphs(`${frame.commonText[weight]}${FRAME_TEXT}`));
    };
    this.fonts = { regular: font('regular'), bold: font('bold') };
    this.newPage();
  }

  get canvas(): Canvas {
    const page = this.pages[this.pages.length - 1];
    if (!page) throw new Error('paper has no page');
    return page;
  }

  newPage(): void {
    this.pages.push(new Canvas(this.fonts));
    this.y = PAGE.height - PAGE.top;
  }

  /** Begins a new page unless this much height is left. */
  need(height: number): void {
    if (this.y - height < PAGE.bottom) this.newPage();
  }

  space(height: number): void {
    this.y -= height;
  }

  /** A paragraph, justified; the first line may be indented (中文段首空两格 = 2 em). */
  paragraph(text: string, options: ParagraphOptions = {}): void {
    const { style = BODY, indent = 0, before = 0, after = 3, width = TEXT_WIDTH, x = PAGE.left } = options;
    const font = this.fonts[style.weight];
    const leading = style.size * LEADING;
    this.y -= before;
    const lines = breakLines(text, width, (piece) => font.widthOf(piece, style.size), indent);
    lines.forEach((line, i) => {
      this.need(leading);
      this.y -= leading;
      const shift = i === 0 ? indent : 0;
      const gaps = [...line.text].length - 1;
      const slack = width - shift - line.width;
      const spread = line.last || gaps < 1 || slack < 0 || slack > width * 0.08 ? undefined : slack / gaps;
      this.canvas.text(line.text, x + shift, this.y + leading * 0.26, { ...style, spread });
    });
    this.y -= after;
  }

  heading(text: string, style: TextStyle): void {
    this.need(style.size * LEADING * 3);
    this.paragraph(text, { style, before: 8, after: 3 });
  }

  /** Marks a place that is filled when the paper is signed (ASCII only, in the shared regular glyphs). */
  blank(name: string, x: number, y: number, size: number): void {
    this.marks.blanks.push({ name, page: this.pages.length - 1, x, y, size });
  }

  /** Marks where the lender's seal goes, by its centre. */
  sealPlace(centreX: number, centreY: number): void {
    this.marks.seal = { page: this.pages.length - 1, x: centreX, y: centreY };
  }

  finish(): Buffer {
    this.pages.forEach((page, i) => {
      this.drawFrame(page, i + 1);
    });
    const own: Record<string, FontProgram | undefined> = {
      RX: this.fonts.regular.ownProgram(),
      BX: this.fonts.bold.ownProgram(),
    };
    return writePaper({
      frame: this.frame,
      contents: this.pages.map((page) => page.content()),
      fonts: { R: this.fonts.regular.shared.program, B: this.fonts.bold.shared.program, ...own },
      marks: this.marks,
    });
  }

  private drawFrame(page: Canvas, number: number): void {
    const top = PAGE.height - 44;
    const right = PAGE.width - PAGE.right;
    page.text(this.frame.issuer, PAGE.left, top, { ...SMALL, weight: 'bold', colour: INK });
    page.textRight(`编号 No. ${this.frame.number}`, right, top, SMALL);
    page.line(PAGE.left, top - 7, right, top - 7, 0.8, RULE);
    const foot = 38;
    page.line(PAGE.left, foot + 13, right, foot + 13, 0.4, RULE);
    page.text(this.frame.edition, PAGE.left, foot, SMALL);
    page.textRight(`第 ${number} 页 / 共 ${this.pages.length} 页`, right, foot, { ...SMALL, colour: FAINT });
  }
}
