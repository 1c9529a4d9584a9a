import { renderAccountStatement } from '../../../documents/letters/account-statement';
import { renderDemandLetter } from '../../../documents/letters/demand-letter';
import { renderSettlementCertificate } from '../../../documents/letters/settlement-certificate';
import type { Currency } from '../../../domain/money/currency';
import { sampleContract } from './sample-contract';

const { lender, borrower } = sampleContract();
const frame = {
  lender,
  number: 'LF-2027-000123',
  preparedAt: '2027-03-16T02:00:00.000Z',
  datedOn: '2027-03-16',
};
const demand = {
  ...frame,
  borrower,
  contractNumber: 'LF20260315000001',
  currency: 'CNY' as const,
  principalMinor: '10000000',
  startsOn: '2026-03-15',
  overdueSince: '2027-02-15',
  daysOverdue: 29,
  overdue: { principalMinor: '870981', interestMinor: '17507', penaltyMinor: '12629', feeMinor: '0' },
  payBy: '2027-03-23',
};

const certificate = (currency: Currency) =>
  renderSettlementCertificate({
    ...frame,
    borrower,
    contractNumber: 'LF20260315000001',
    currency,
    principalMinor: '10000000',
    startsOn: '2026-03-15',
    settledOn: '2027-03-15',
    paidInterestMinor: '661853',
    paidOtherMinor: '0',
  });
const statement = (currency: Currency) =>
  renderAccountStatement({
    ...frame,
    borrower,
    contractNumber: 'LF20260315000001',
    currency,
    from: '2026-03-15',
    until: '2026-12-31',
    openingOwedMinor: '0',
    closingOwedMinor: '2630627',
    closing: {
      principalMinor: '2613027',
      interestMinor: '17600',
      penaltyMinor: '0',
      feeMinor: '0',
      heldMinor: '0',
    },
    nextDueOn: '2027-01-15',
    nextDueMinor: '888488',
    daysOverdue: 0,
    lines: Array.from({ length: 40 }, (_, i) => ({
      on: `2026-0${4 + Math.floor(i / 8)}-${String(10 + (i % 8)).padStart(2, '0')}`,
      description: i % 2 === 0 ? '利息入账' : '第1期还款（银行代扣）',
      chargedMinor: i % 2 === 0 ? '100000' : '0',
      paidMinor: i % 2 === 0 ? '0' : '888488',
      owedMinor: String(10_000_000 - i * 100_000),
    })),
  });

/** One sample of each paper besides the contract, and those of a loan in dollars. */
export const samplePapers = {
  certificate: () => certificate('CNY'),
  certificate_in_dollars: () => certificate('USD'),
  statement: () => statement('CNY'),
  statement_in_dollars: () => statement('USD'),
  demand: () => renderDemandLetter(demand),
  demand_in_dollars: () => renderDemandLetter({ ...demand, currency: 'USD' }),
};
