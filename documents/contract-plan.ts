import { figures } from './amounts';
import type { ContractInput, PlanRow } from './contract-input';
import { LABELS } from './contract-labels';
import { CELL_HEAD, HEADING, SMALL } from './pdf/page-style';
import type { Paper } from './pdf/paper';
import { type Column, drawTable } from './pdf/table';

const COLUMNS: Column[] = [
  { title: LABELS.number, share: 8, align: 'centre' },
  { title: LABELS.dueOn, share: 16, align: 'centre' },
  { title: LABELS.planPrincipal, share: 16, align: 'right' },
  { title: LABELS.planInterest, share: 14, align: 'right' },
  { title: LABELS.planFee, share: 12, align: 'right' },
  { title: LABELS.planTotal, share: 17, align: 'right' },
  { title: LABELS.planBalance, share: 17, align: 'right' },
];

/** The repayment plan with all its rows and their sum. */
export function drawPlan(paper: Paper, { plan, loan }: ContractInput): void {
  paper.heading(LABELS.plan, HEADING);
  const sum = (pick: (row: PlanRow) => string): string =>
    figures(plan.reduce((total, row) => total + BigInt(pick(row)), 0n).toString(), loan.currency);
  drawTable(paper, COLUMNS, [
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
