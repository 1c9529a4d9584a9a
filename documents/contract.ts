import { checkContract } from './contract-checks';
import { drawClauses } from './contract-clauses';
import { drawCostTable } from './contract-cost-table';
import type { ContractInput, ContractTemplate } from './contract-input';
import { LABELS } from './contract-labels';
import { drawOpening } from './contract-opening';
import { drawPlan } from './contract-plan';
import { drawSignatures } from './contract-signatures';
import type { Weight } from './font/typeface';
import { Paper } from './pdf/paper';

/**
 * The loan contract as the borrower reads and confirms it: parties, key terms, total borrowing cost, clauses,
 * repayment plan and signature page. The same input gives the same bytes, so its SHA-256 names exactly what was shown;
 * blanks and seal are filled by a later revision that leaves these bytes in place (providers/esign).
 */
export async function renderContract(input: ContractInput): Promise<Buffer> {
  checkContract(input);
  const { template } = input;
  const paper = new Paper({
    title: template.title,
    issuer: input.lender.name,
    number: input.number,
    edition: `${LABELS.template} ${template.code} ${template.version}${LABELS.edition}`,
    preparedAt: input.preparedAt,
    commonText: commonText(template),
  });
  drawOpening(paper, input);
  drawCostTable(paper, input);
  drawClauses(paper, input);
  drawPlan(paper, input);
  drawSignatures(paper, input);
  return paper.finish();
}

const prepared = new WeakMap<ContractTemplate, Record<Weight, string>>();

function commonText(template: ContractTemplate): Record<Weight, string> {
  const known = prepared.get(template);
  if (known) return known;
  const labels = Object.values(LABELS).join('');
  const text = { regular: labels + template.notice.join(''), bold: labels + template.title };
  for (const clause of template.clauses) {
    text.bold += clause.heading;
    text[clause.highlight ? 'bold' : 'regular'] += clause.paragraphs.join('');
  }
  prepared.set(template, text);
  return text;
}
