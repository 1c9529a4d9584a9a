import type { ContractInput } from './contract-input';
import { LABELS } from './contract-labels';
import { BODY, CELL, FAINT, HEADING, PAGE, RULE, SMALL, STRONG, TEXT_WIDTH } from './pdf/page-style';
import type { Paper } from './pdf/paper';

const HEIGHT = 184;
const LINE = 21;

/**
 * Signature page: the lender's seal place on the left, the borrower's confirmation on the right. Time, phone, hash and
 * evidence number are blanks until the borrower confirms; the hash is that of the file with the blanks empty.
 */
export function drawSignatures(paper: Paper, input: ContractInput): void {
  paper.need(HEIGHT + 70);
  paper.heading(LABELS.signatures, HEADING);
  paper.paragraph(LABELS.signNote, { after: 6 });
  const top = paper.y;
  const half = TEXT_WIDTH * 0.42;
  const middle = PAGE.left + half;
  paper.canvas.box(PAGE.left, top - HEIGHT, TEXT_WIDTH, HEIGHT, 0.6, RULE);
  paper.canvas.line(middle, top, middle, top - HEIGHT, 0.6, RULE);
  const left = PAGE.left + 12;
  paper.canvas.text(`${LABELS.lender}${LABELS.seal}`, left, top - 22, STRONG);
  paper.canvas.textWithin(input.lender.name, left, top - 22 - LINE, half - 24, BODY);
  const centre = PAGE.left + half / 2;
  paper.canvas.textCentred(LABELS.sealNote, centre, top - HEIGHT + 8, { ...SMALL, colour: FAINT });
  paper.sealPlace(centre, top - 108);
  drawConfirmation(paper, input, middle + 12, top - 22);
  paper.y = top - HEIGHT;
}

function drawConfirmation(paper: Paper, input: ContractInput, x: number, top: number): void {
  const { canvas } = paper;
  const value = x + 66;
  canvas.text(LABELS.borrower, x, top, STRONG);
  canvas.textWithin(input.borrower.name, x, top - LINE, PAGE.width - PAGE.right - x - 10, BODY);
  const line = (n: number, label: string): number => {
    const y = top - LINE * n;
    canvas.text(label, x, y, { ...CELL, colour: FAINT });
    return y;
  };
  canvas.text(LABELS.oneTimeCode, value, line(2, LABELS.confirmation), CELL);
  paper.blank('ConfirmedPhone', value, line(3, LABELS.confirmedPhone), CELL.size);
  paper.blank('ConfirmedAt', value, line(4, LABELS.confirmedAt), CELL.size);
  paper.blank('Evidence', value, line(5, LABELS.evidence), CELL.size);
  const hashAt = line(6, LABELS.confirmedHash);
  paper.blank('ConfirmedHash', x, hashAt - 16, 6.7);
}
