import type { z } from 'zod';
import type { TrialBalance } from '../../contracts/http/ledger';
import type { TemporalPlace } from '../../stack/temporal/external';
import { loanWorkflowId } from '../../workflows/names';
import type { Ending } from '../ending';
import { currenciesOf, portfolioOf } from '../portfolio';
import { figure, table } from './layout';

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
    loan === null ? '—' : `${loan.currency} ${figure(paidMinor, loan.currency)}`,
    loan === null ? '—' : String(loan.maxDaysOverdue),
    workflowLink(place, application.id),
  ]);
  const heads = [
    'applicant',
    'what was special',
    'product',
    'route',
    'outcome',
    'paid',
    'worst days',
    'workflow',
  ];
  return table(heads, rows, [5, 6]);
}

/** 科目余额表 of the demo's clock, in the currency of the books. */
export function trialBalanceTable(books: z.output<typeof TrialBalance>): string {
  const amount = (minor: bigint | string) => figure(minor, books.currency);
  const rows = books.accounts.map(({ code, names, debitMinor, creditMinor, balanceMinor }) => [
    code,
    names.zh,
    names.en,
    amount(debitMinor),
    amount(creditMinor),
    amount(balanceMinor),
  ]);
  rows.push([
    '',
    '合计',
    'Total',
    amount(books.debitMinor),
    amount(books.creditMinor),
    amount(sumOf(books.accounts)),
  ]);
  return table([books.currency, '科目', 'name', 'debits', 'credits', 'balance'], rows, [3, 4, 5]);
}

const sumOf = (accounts: readonly { balanceMinor: string }[]): bigint =>
  accounts.reduce((sum, { balanceMinor }) => sum + BigInt(balanceMinor), 0n);

/** What the sums of a portfolio are made of. */
type Applied = Pick<Ending, 'loan'> & { readonly application: Pick<Ending['application'], 'currency'> };

/** What was asked for, paid out, repaid and is still owed: a column for each currency, since sums do not cross them. */
export function portfolioTable(endings: readonly Applied[]): string {
  const currencies = currenciesOf(endings);
  const parts = currencies.map((currency) => {
    const asked = endings.filter(({ application }) => application.currency === currency);
    const loans = asked.flatMap(({ loan }) => (loan === null ? [] : [loan]));
    const status = (wanted: string) => String(loans.filter((loan) => loan.status === wanted).length);
    const sums = portfolioOf(asked, currency);
    const amount = (minor: bigint) => figure(minor, currency);
    return [
      ['applications', String(asked.length)],
      ['loans paid out', String(loans.length)],
      ['settled', status('settled')],
      ['running on plan', status('active')],
      ['overdue', status('overdue')],
      ['principal paid out', amount(sums.paidOutMinor)],
      ['principal repaid', amount(sums.repaidMinor)],
      ['interest received', amount(sums.interestMinor)],
      ['penalty received', amount(sums.penaltyMinor)],
      ['fees received', amount(sums.feeMinor)],
      ['principal outstanding', amount(sums.outstandingMinor)],
      ['overdue amount', amount(sums.overdueMinor)],
      ['in suspense', amount(sums.suspenseMinor)],
    ] as const;
  });
  const rows = (parts[0] ?? []).map(([name], at) => [name, ...parts.map((part) => part[at]?.[1] ?? '')]);
  return table(
    ['portfolio', ...currencies],
    rows,
    currencies.map((_, at) => at + 1),
  );
}
