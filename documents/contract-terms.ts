import { chineseDate, inWords, yuan } from './amounts';
import type { ContractInput } from './contract-input';

/** What the clauses of a template may refer to; a clause that names anything else cannot be published. */
export function contractTerms(input: ContractInput): Record<string, string> {
  const { lender, borrower, loan, cost, rules } = input;
  return {
    lender: lender.name,
    hotline: lender.hotline,
    borrower: borrower.name,
    maskedPhone: borrower.maskedPhone,
    principal: yuan(loan.principalMinor, loan.currency),
    principalWords: inWords(loan.principalMinor, loan.currency),
    annualRate: `${loan.annualRatePercent}%`,
    rateBasis: loan.rateBasis,
    dayBasis: String(loan.dayBasis),
    termMonths: String(loan.termMonths),
    startsOn: chineseDate(loan.startsOn),
    maturesOn: chineseDate(loan.maturesOn),
    repaymentMethod: loan.repaymentMethod,
    dueDay: loan.dueDayText,
    purpose: loan.purpose,
    payoutAccount: loan.maskedPayoutAccount,
    debitAccount: loan.maskedDebitAccount,
    costPercent: `${cost.annualPercent}%`,
    costBasis: COST_BASIS[cost.basis],
    graceDays: String(rules.graceDays),
    penaltyRate: `${rules.penaltyPercent}%`,
    penaltyBasis: rules.penaltyBasis,
    misuseRate: `${rules.misusePercent}%`,
    compound: rules.compoundText,
    prepayment: rules.prepaymentText,
    allocation: rules.allocationText,
    offerExpiresOn: chineseDate(rules.offerExpiresOn),
    court: rules.court,
  };
}

/** Name of the basis an annualised cost was computed on; a simple one must be called so (中国人民银行公告〔2021〕3号). */
export const COST_BASIS: Record<ContractInput['cost']['basis'], string> = {
  simple: '单利',
  compound: '复利',
};
