import { QuoteRequest, type QuoteResult } from '../../../contracts/quote';
import { quoteOf } from '../../../domain/quote/quote-of';
import cases from '../../fixtures/schedule-cases.json';
import { type CaseRow, type LoanCase, minor, readCases, requestOf } from './case-mapping';

const loans = readCases(cases);

function answer(loan: LoanCase): QuoteResult {
  const result = quoteOf(QuoteRequest.parse(requestOf(loan)));
  if (!result.ok) throw new Error(`${loan.id}: ${result.code} ${result.pointer}`);
  return result;
}

/** The columns that the table gives, in its own order. */
function published(row: CaseRow) {
  const plan = [row.principal, row.interest, row.fees, row.penalty, row.due, row.balance].map(minor);
  const paid =
    row.paid === undefined
      ? []
      : [row.paid, row.in_advance ?? '0', row.late ?? '0', row.outstanding ?? '0'].map(minor);
  return [
    row.nr,
    row.days,
    row.due_date,
    ...plan,
    ...paid,
    ...(row.paid === undefined ? [] : [row.paid_date]),
  ];
}

function computed(row: QuoteResult['rows'][number], withPaid: boolean) {
  const plan = [
    row.principalMinor,
    row.interestMinor,
    row.feeMinor,
    row.penaltyMinor,
    row.totalMinor,
    row.balanceMinor,
  ];
  const paid = [row.paidMinor, row.paidInAdvanceMinor, row.paidLateMinor, row.outstandingMinor, row.paidOn];
  return [row.no, row.days, row.dueOn, ...plan, ...(withPaid ? paid : [])];
}

describe('published loan tables', () => {
  it('has all of them', () => expect(loans).toHaveLength(154));

  it.each(loans.map((loan) => [loan.id, loan] as const))('reproduces %s row by row', (_, loan) => {
    const { rows } = answer(loan);
    const withPaid = loan.expected.some((row) => row.paid !== undefined);
    expect(rows.map((row) => computed(row, withPaid))).toEqual(loan.expected.map(published));
  });

  const summed = loans.filter((loan) => loan.totals !== null);
  it.each(summed.map((loan) => [loan.id, loan] as const))('sums %s', (_, loan) => {
    const { totals } = answer(loan);
    const got: Record<string, string> = {
      principal: totals.principalMinor,
      interest: totals.interestMinor,
      fees: totals.feeMinor,
      penalty: totals.penaltyMinor,
      due: totals.totalMinor,
      paid: totals.paidMinor,
      in_advance: totals.paidInAdvanceMinor,
      late: totals.paidLateMinor,
      outstanding: totals.outstandingMinor,
    };
    for (const [column, amount] of Object.entries(loan.totals ?? {}))
      expect([column, got[column]]).toEqual([column, minor(amount)]);
  });

  it('lists the payouts of each', () => {
    for (const loan of loans) {
      const { disbursements } = answer(loan);
      expect(disbursements.map(({ on, amountMinor }) => [on, amountMinor])).toEqual(
        loan.expected_disbursements.map(({ date, amount }) => [date, minor(amount)]),
      );
    }
  });
});
