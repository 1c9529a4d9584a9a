import { inWords, yuan } from './amounts';
import type { ContractInput } from './contract-input';
import { LABELS } from './contract-labels';
import { COST_BASIS, contractTerms } from './contract-terms';
import { fillText } from './fill-text';
import { drawFacts } from './pdf/facts';
import { drawNotice } from './pdf/notice';
import {
  ALERT,
  BODY,
  HEADING,
  PAGE,
  SHADE,
  SMALL,
  STRONG,
  SUBTITLE,
  TEXT_WIDTH,
  TITLE,
} from './pdf/page-style';
import type { Paper } from './pdf/paper';

/** First page: title, notice, parties, key terms and the annualised cost, the largest figure on the page. */
export function drawOpening(paper: Paper, input: ContractInput): void {
  const { template, lender, borrower, loan } = input;
  const centre = PAGE.width / 2;
  paper.space(28);
  paper.canvas.textCentred(template.title, centre, paper.y, TITLE);
  paper.space(17);
  paper.canvas.textCentred(`合同编号 Contract No. ${input.number}`, centre, paper.y, SUBTITLE);
  paper.space(12);
  const terms = contractTerms(input);
  drawNotice(
    paper,
    LABELS.notice,
    template.notice.map((sentence) => fillText(sentence, terms)),
  );
  paper.heading(LABELS.parties, HEADING);
  drawFacts(paper, [
    [LABELS.lender, lender.name, LABELS.creditCode, lender.creditCode],
    [LABELS.address, lender.address, LABELS.hotline, `${lender.hotline}\n${lender.website}`],
    [LABELS.borrower, borrower.name, idLabel(input), borrower.maskedId],
    borrower.legalRepresentative === undefined
      ? [LABELS.address, borrower.maskedAddress, LABELS.phone, borrower.maskedPhone]
      : [
          LABELS.address,
          borrower.maskedAddress,
          LABELS.legalRepresentative,
          `${borrower.legalRepresentative}
${borrower.maskedPhone}`,
        ],
  ]);
  paper.heading(LABELS.elements, HEADING);
  drawFacts(paper, [
    [LABELS.product, loan.productName, LABELS.purpose, loan.purpose],
    [
      LABELS.principal,
      `${yuan(loan.principalMinor, loan.currency)}\n${inWords(loan.principalMinor, loan.currency)}`,
      LABELS.rate,
      `${loan.annualRatePercent}%\n${loan.rateBasis}`,
    ],
    [
      LABELS.term,
      `${loan.termMonths} ${LABELS.months}\n${LABELS.from} ${loan.startsOn} ${LABELS.until} ${loan.maturesOn}`,
      LABELS.method,
      `${loan.repaymentMethod}\n${LABELS.dueDay}：${loan.dueDayText}`,
    ],
    [LABELS.payoutAccount, loan.maskedPayoutAccount, LABELS.debitAccount, loan.maskedDebitAccount],
  ]);
  drawAnnualCost(paper, input);
}

function idLabel(input: ContractInput): string {
  return input.borrower.idKind === 'resident_id' ? LABELS.residentId : LABELS.creditCode;
}

/** 年化综合融资成本, to be shown no smaller than any other rate (中国人民银行公告〔2021〕3号). */
function drawAnnualCost(paper: Paper, input: ContractInput): void {
  const { annualPercent, basis } = input.cost;
  const height = 46;
  paper.need(height + 10);
  paper.space(10);
  const bottom = paper.y - height;
  paper.canvas.fill(PAGE.left, bottom, TEXT_WIDTH, height, SHADE);
  paper.canvas.fill(PAGE.left, bottom, 3, height, ALERT);
  paper.canvas.text(
    `${LABELS.annualCost}（${COST_BASIS[basis]}${LABELS.basis}）`,
    PAGE.left + 14,
    bottom + 27,
    { ...STRONG, size: 12.5 },
  );
  paper.canvas.text(`${LABELS.annualCostEn} · ${LABELS.irr}`, PAGE.left + 14, bottom + 11, SMALL);
  paper.canvas.textRight(`${annualPercent}%`, PAGE.width - PAGE.right - 14, bottom + 14, {
    ...BODY,
    weight: 'bold',
    size: 25,
    colour: ALERT,
  });
  paper.y = bottom - 4;
}
