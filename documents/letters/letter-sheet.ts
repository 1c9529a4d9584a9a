import { chineseDate } from '../amounts';
import type { LenderParty } from '../contract-input';
import { fillText } from '../fill-text';
import { BODY, PAGE, SMALL, STRONG, SUBTITLE, TITLE } from '../pdf/page-style';
import { Paper } from '../pdf/paper';

/** Texts that letters of one kind have in common; {{placeholders}} are filled from the letter's own facts. */
export type LetterText = { title: string; paragraphs: readonly string[]; closing: readonly string[] };

/** The outer facts of a letter: who writes, its number and date, to whom. */
export type LetterFrame = {
  lender: Pick<LenderParty, 'name' | 'hotline'>;
  number: string;
  /** Instant of preparation; also the file's creation date. */
  preparedAt: string;
  /** Date printed under the letter. */
  datedOn: string;
  /** Salutation line, e.g. "张三先生/女士：". */
  addressee: string;
};

const FIXED = '编号电子印章加盖处年月日';

/** Begins a letter: title, number, salutation and its paragraphs. */
export function beginLetter(
  text: LetterText,
  frame: LetterFrame,
  facts: Readonly<Record<string, string>>,
  labels = '',
): Paper {
  const common = [text.title, ...text.paragraphs, ...text.closing, FIXED, labels].join('');
  const paper = new Paper({
    title: text.title,
    issuer: frame.lender.name,
    number: frame.number,
    edition: `${frame.lender.name}  ${frame.lender.hotline}`,
    preparedAt: frame.preparedAt,
    commonText: { regular: common, bold: text.title + labels },
  });
  paper.space(30);
  paper.canvas.textCentred(text.title, PAGE.width / 2, paper.y, TITLE);
  paper.space(18);
  paper.canvas.textCentred(`编号 No. ${frame.number}`, PAGE.width / 2, paper.y, SUBTITLE);
  paper.space(16);
  paper.paragraph(frame.addressee, { style: STRONG, after: 4 });
  drawParagraphs(paper, text.paragraphs, facts);
  return paper;
}

/** Ends a letter: closing paragraphs, then lender, date and seal place at the right. */
export function endLetter(
  paper: Paper,
  text: LetterText,
  frame: LetterFrame,
  facts: Readonly<Record<string, string>>,
): Buffer {
  paper.space(6);
  drawParagraphs(paper, text.closing, facts);
  paper.need(160);
  paper.space(26);
  const right = PAGE.width - PAGE.right;
  const signer = { ...BODY, size: 10.5 };
  const centre = right - Math.max(90, paper.canvas.widthOf(frame.lender.name, signer) / 2);
  const top = paper.y;
  paper.canvas.textCentred(frame.lender.name, centre, top - 46, signer);
  paper.canvas.textCentred(chineseDate(frame.datedOn), centre, top - 66, BODY);
  paper.canvas.textCentred('电子印章加盖处', centre, top - 128, SMALL);
  paper.sealPlace(centre, top - 56);
  return paper.finish();
}

/** Ends a letter that nobody seals: closing paragraphs, then lender and date at the right. */
export function endUnsealed(
  paper: Paper,
  text: LetterText,
  frame: LetterFrame,
  facts: Readonly<Record<string, string>>,
): Buffer {
  paper.space(6);
  drawParagraphs(paper, text.closing, facts);
  paper.need(80);
  const signer = { ...BODY, size: 10.5 };
  const centre = PAGE.width - PAGE.right - Math.max(90, paper.canvas.widthOf(frame.lender.name, signer) / 2);
  paper.canvas.textCentred(frame.lender.name, centre, paper.y - 46, signer);
  paper.canvas.textCentred(chineseDate(frame.datedOn), centre, paper.y - 66, BODY);
  return paper.finish();
}

function drawParagraphs(
  paper: Paper,
  paragraphs: readonly string[],
  facts: Readonly<Record<string, string>>,
): void {
  const style = { ...BODY, size: 10.5 };
  for (const paragraph of paragraphs) {
    paper.paragraph(fillText(paragraph, facts), { style, indent: style.size * 2, after: 5 });
  }
}
