import type { Currency } from '../domain/money/currency';
import { figures, inUnitOf, yuan } from './amounts';
import type { ContractInput, CostItem } from './contract-input';
import { LABELS } from './contract-labels';
import { COST_BASIS } from './contract-terms';
import { CELL_HEAD, HEADING, SMALL, STRONG } from './pdf/page-style';
import type { Paper } from './pdf/paper';
import { type Column, drawTable, type Row } from './pdf/table';

const columnsIn = (currency?: Currency): Column[] => [
  { title: LABELS.item, share: 15 },
  { title: LABELS.way, share: 28 },
  { title: LABELS.itemRate, share: 22 },
  { title: LABELS.collector, share: 18 },
  { title: inUnitOf(LABELS.amount, currency), share: 18, align: 'right' },
];

/** 综合融资成本明示表: every item, way, rate and collector, and what default costs (金规〔2026〕2号, from 2026-08-01). */
export function drawCostTable(paper: Paper, input: ContractInput): void {
  const { cost, loan } = input;
  paper.heading(LABELS.costTable, HEADING);
  paper.paragraph(LABELS.normal, { style: STRONG });
  const total = BigInt(cost.totalInterestMinor) + BigInt(cost.totalFeeMinor);
  drawTable(paper, columnsIn(loan.currency), [
    ...cost.items.map((item) => costRow(item, loan.currency)),
    {
      cells: [
        LABELS.total,
        `${LABELS.annualCost}（${COST_BASIS[cost.basis]}）`,
        `${cost.annualPercent}%`,
        '',
        figures(total.toString(), loan.currency),
      ],
      style: CELL_HEAD,
    },
  ]);
  const repayment = BigInt(loan.principalMinor) + total;
  paper.paragraph(
    `${LABELS.totalInterest} ${yuan(cost.totalInterestMinor, loan.currency)}，${LABELS.totalFee} ${yuan(cost.totalFeeMinor, loan.currency)}，${LABELS.totalRepayment} ${yuan(repayment.toString(), loan.currency)}。`,
    { style: SMALL, before: 3, after: 6 },
  );
  if (cost.assumption !== undefined) paper.paragraph(cost.assumption, { style: SMALL, after: 6 });
  paper.need(90);
  paper.paragraph(LABELS.onDefault, { style: STRONG });
  drawTable(
    paper,
    columnsIn().slice(0, 4),
    cost.onDefault
      .map((item) => costRow(item, loan.currency))
      .map(({ cells }) => ({ cells: cells.slice(0, 4) })),
  );
  paper.paragraph(LABELS.onlyListed, { style: { ...STRONG, size: 9 }, before: 4 });
}

function costRow(item: CostItem, currency?: Currency): Row {
  const amount = item.amountMinor === undefined ? '—' : figures(item.amountMinor, currency);
  return { cells: [item.item, item.way, item.rate, item.collector, amount] };
}
