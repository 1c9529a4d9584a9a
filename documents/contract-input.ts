import type { Currency } from '../domain/money/currency';

/** One clause of a contract template. Paragraphs may hold {{placeholders}}; see contract-terms.ts for their names. */
export type Clause = {
  heading: string;
  paragraphs: readonly string[];
  /** Set in bold: a standard term that weighs on the borrower and must catch the eye (民法典 496 条). */
  highlight: boolean;
};

/** Body of a `contract_template` policy row. */
export type ContractTemplate = {
  code: string;
  version: number;
  title: string;
  /** Sentences in the box on the first page. */
  notice: readonly string[];
  clauses: readonly Clause[];
};

/** The lender as it appears on papers. */
export type LenderParty = {
  name: string;
  creditCode: string;
  address: string;
  hotline: string;
  website: string;
};

/** The borrower as it appears on papers: identifiers are masked before they come here (documents/mask.ts). */
export type BorrowerParty = {
  name: string;
  idKind: 'resident_id' | 'credit_code';
  maskedId: string;
  maskedPhone: string;
  maskedAddress: string;
  /** Companies only. */
  legalRepresentative?: string;
};

/** A line of the 综合融资成本明示表: what is charged, how, at which rate, by whom (金规〔2026〕2号). */
export type CostItem = { item: string; way: string; rate: string; collector: string; amountMinor?: string };

/** One instalment of the repayment plan. */
export type PlanRow = {
  number: number;
  dueOn: string;
  principalMinor: string;
  interestMinor: string;
  feeMinor: string;
  totalMinor: string;
  balanceMinor: string;
};

/** All that a loan contract says. Plain data: amounts are decimal-integer strings of 分, rates exact percents. */
export type ContractInput = {
  contractId: string;
  number: string;
  /** Instant the offer was made; also the file's creation date. */
  preparedAt: string;
  template: ContractTemplate;
  lender: LenderParty;
  borrower: BorrowerParty;
  loan: {
    productName: string;
    /** CNY if left out, as in contracts made before others were lent. */
    currency?: Currency;
    principalMinor: string;
    /** Contract rate in percent per year, e.g. "12.00". */
    annualRatePercent: string;
    /** How the rate was made, e.g. "固定利率" or "1年期LPR(3.00%)加900个基点". */
    rateBasis: string;
    dayBasis: 360 | 365;
    termMonths: number;
    /** 还款方式 in words, e.g. 等额本息. */
    repaymentMethod: string;
    purpose: string;
    /** Expected payout date; interest runs from the actual one. */
    startsOn: string;
    maturesOn: string;
    /** e.g. "每月15日" or "到期日". */
    dueDayText: string;
    maskedPayoutAccount: string;
    maskedDebitAccount: string;
  };
  cost: {
    /** 年化综合融资成本 in percent per year. */
    annualPercent: string;
    basis: 'simple' | 'compound';
    totalInterestMinor: string;
    totalFeeMinor: string;
    items: readonly CostItem[];
    /** What a figure rests on that nobody can know at signing, such as the LPR of later days. */
    assumption?: string;
    /** Costs that arise on default only. */
    onDefault: readonly CostItem[];
  };
  rules: {
    graceDays: number;
    /** 罚息利率 in percent per year and how it follows from the contract rate. */
    penaltyPercent: string;
    penaltyBasis: string;
    /** 挪用罚息利率 in percent per year. */
    misusePercent: string;
    /** Whether and how interest in arrears bears interest (复利), in words. */
    compoundText: string;
    /** Early repayment: fee and procedure, in words. */
    prepaymentText: string;
    /** Order in which a payment is set off, in words. */
    allocationText: string;
    /** Days within which an offer must be signed. */
    offerExpiresOn: string;
    court: string;
  };
  plan: readonly PlanRow[];
};
