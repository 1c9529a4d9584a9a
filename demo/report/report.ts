import type { z } from 'zod';
import type { TrialBalance } from '../../contracts/http/ledger';
import type { TemporalPlace } from '../../stack/temporal/external';
import { loanWorkflowId } from '../../workflows/names';
import type { Ending } from '../ending';
import { portfolioOf } from '../portfolio';
import { table, yuan } from './layout';

/** Where the Temporal UI shows an applicant's workflow. */
export const workflowLink = ({ uiUrl, namespace }: TemporalPlace, applicationId: string): string =>
  `${uiUrl}/namespaces/${namespace}/workflows/${encodeURIComponent(loanWorkflowId(applicationId))}`;

/** One line per applicant. */
export function applicantsTable(endings: readonly Ending[], place: TemporalPlace): string {
  const rows = endings.map(({ story, application, loan, paidMinor }) => [
    application.customerName,
    story.special,
    application.productCode,
    application.assessment?.route ?? '—',
    application.outcome ?? application.stage,
    loan === null ? '—' : yuan(paidMinor),
    loan === null ? '—' : String(loan.maxDaysOverdue),
    workflowLink(place, application.id),
  ]);
  const heads = [
    'applicant',
    'what was special',
    'product',
    'route',
    'outcome',
    'paid CNY',
    'worst days',
    'workflow',
  ];
  return table(heads, rows, [5, 6]);
}

/** 科目余额表 of the demo's clock. */
export function trialBalanceTable(books: z.output<typeof TrialBalance>): string {
  const rows = books.accounts.map(({ code, names, debitMinor, creditMinor, balanceMinor }) => [
    code,
    names.zh,
    names.en,
    yuan(debitMinor),
    yuan(creditMinor),
    yuan(balanceMinor),
  ]);
  rows.push([
    '',
    '合计',
    'Total',
    yuan(books.debitMinor),
    yuan(books.creditMinor),
    yuan(sumOf(books.accounts)),
  ]);
  return table(['account', '科目', 'name', 'debits', 'credits', 'balance'], rows, [3, 4, 5]);
}

const sumOf = (accounts: readonly { balanceMinor: string }[]): bigint =>
  accounts.reduce((sum, { balanceMinor }) => sum + BigInt(balanceMinor), 0n);

/** What was asked for, paid out, repaid and is still owed. */
export function portfolioTable(endings: readonly Ending[]): string {
  const loans = endings.flatMap(({ loan }) => (loan === null ? [] : [loan]));
  const status = (wanted: string) => String(loans.filter((loan) => loan.status === wanted).length);
  const portfolio = portfolioOf(endings);
  const rows = [
    ['applications', String(endings.length)],
    ['loans paid out', String(loans.length)],
    ['settled', status('settled')],
    ['running on plan', status('active')],
    ['overdue', status('overdue')],
    ['principal paid out', yuan(portfolio.paidOutMinor)],
    ['principal repaid', yuan(portfolio.repaidMinor)],
    ['interest received', yuan(portfolio.interestMinor)],
    ['penalty received', yuan(portfolio.penaltyMinor)],
    ['fees received', yuan(portfolio.feeMinor)],
    ['principal outstanding', yuan(portfolio.outstandingMinor)],
    ['overdue amount', yuan(portfolio.overdueMinor)],
    ['in suspense', yuan(portfolio.suspenseMinor)],
  ];
  return table(['portfolio', 'CNY'], rows, [1]);
}
