import { ALERT, BODY, PAGE, STRONG, TEXT_WIDTH } from './page-style';
import type { Paper } from './paper';

const INSET = 10;

/** A framed notice with its title; the reader sees it before anything else on the page. */
export function drawNotice(paper: Paper, title: string, sentences: readonly string[]): void {
  const top = paper.y;
  const style = { ...BODY, size: 9.2 };
  paper.space(5);
  paper.paragraph(title, {
    style: { ...STRONG, colour: ALERT },
    x: PAGE.left + INSET,
    width: TEXT_WIDTH - INSET * 2,
    after: 1,
  });
  for (const sentence of sentences) {
    paper.paragraph(sentence, {
      style,
      indent: style.size * 2,
      x: PAGE.left + INSET,
      width: TEXT_WIDTH - INSET * 2,
      after: 1,
    });
  }
  paper.space(6);
  paper.canvas.box(PAGE.left, paper.y, TEXT_WIDTH, top - paper.y, 0.8, ALERT);
  paper.space(2);
}
