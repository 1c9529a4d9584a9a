import { chineseNumber } from './chinese-number';
import type { ContractInput } from './contract-input';
import { LABELS } from './contract-labels';
import { contractTerms } from './contract-terms';
import { fillText } from './fill-text';
import { BODY, HEADING, INK, STRONG } from './pdf/page-style';
import type { Paper } from './pdf/paper';

/** The clauses of the template with this loan's terms filled in; highlighted ones in bold (民法典 496 条). */
export function drawClauses(paper: Paper, input: ContractInput): void {
  const terms = contractTerms(input);
  paper.heading(LABELS.clauses, HEADING);
  input.template.clauses.forEach((clause, i) => {
    paper.heading(`第${chineseNumber(i + 1)}条  ${clause.heading}`, { ...STRONG, size: 10.5, colour: INK });
    const style = clause.highlight ? STRONG : BODY;
    for (const paragraph of clause.paragraphs) {
      paper.paragraph(fillText(paragraph, terms), { style, indent: style.size * 2 });
    }
  });
}
