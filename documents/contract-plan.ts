import type { Currency } from '../domain/money/currency';
import { figures, inUnitOf } from './amounts';
import type { ContractInput, PlanRow } from './contract-input';
import { LABELS } from './contract-labels';
import { CELL_HEAD, HEADING, SMALL } from './pdf/page-style';
import type { Paper } from './pdf/paper';
import { type Column, drawTable } from './pdf/table';

const columnsIn = (currency?: Currency): Column[] => [
  { title: LABELS.number, share: 8, align: 'centre' },
  { title: LABELS.dueOn, share: 16, align: 'centre' },
  { title: inUnitOf(LABELS.planPrincipal, currency), share: 16, align: 'right' },
  { title: inUnitOf(LABELS.planInterest, currency), share: 14, align: 'right' },
  { title: inUnitOf(LABELS.planFee, currency), share: 12, align: 'right' },
  { title: inUnitOf(LABELS.planTotal, currency), share: 17, align: 'right' },
  { title: inUnitOf(LABELS.planBalance, currency), share: 17, align: 'right' },
];

/** The repayment plan with all its rows and their sum. */
export function drawPlan(paper: Paper, { plan, loan }: ContractInput): void {
  paper.heading(LABELS.plan, HEADING);
  const sum = (pick: (row: PlanRow) => string): string =>
    figures(plan.reduce((total, row) => total + BigInt(pick(row)), 0n).toString(), loan.currency);
  drawTable(paper, columnsIn(loan.currency), [
    ...plan.map((row) => ({
      cells: [
        String(row.number),
        row.dueOn,
        figures(row.principalMinor, loan.currency),
        figures(row.interestMinor, loan.currency),
        figures(row.feeMinor, loan.currency),
        figures(row.totalMinor, loan.currency),
        figures(row.balanceMinor, loan.currency),
      ],
    })),
    {
      cells: [
        LABELS.total,
        '',
        sum((row) => row.principalMinor),
        sum((row) => row.interestMinor),
        sum((row) => row.feeMinor),
        sum((row) => row.totalMinor),
        '',
      ],
      style: CELL_HEAD,
    },
  ]);
  paper.paragraph(LABELS.planNote, { style: SMALL, before: 3 });
}
