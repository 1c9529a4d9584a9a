import type { Currency } from '../../domain/money/currency';
import { chineseDate, inWords, yuan } from '../amounts';
import type { BorrowerParty } from '../contract-input';
import { drawFacts } from '../pdf/facts';
import { beginLetter, endLetter, type LetterFrame, type LetterText } from './letter-sheet';

/** What a settlement certificate says: which loan, paid off when, and what was paid in all. */
export type SettlementCertificateInput = Omit<LetterFrame, 'addressee'> & {
  borrower: BorrowerParty;
  contractNumber: string;
  currency: Currency;
  principalMinor: string;
  startsOn: string;
  settledOn: string;
  paidInterestMinor: string;
  /** Penalty and fees together. */
  paidOtherMinor: string;
};

const TEXT: LetterText = {
  title: '贷款结清证明',
  paragraphs: [
    '兹证明，借款人{{borrower}}（证件号码{{idNumber}}）与我公司签订的借款合同（编号{{contractNumber}}）项下借款本金{{principalWords}}（{{principal}}），已于{{settledOn}}全部清偿，本金、利息及其他应付款项均已结清，双方债权债务关系终止。',
  ],
  closing: [
    '特此证明。',
    '本证明由我公司以电子印章签发，可以通过我公司网站或者服务电话{{hotline}}核验真伪。',
  ],
};
const LABELS = '借款人证件号码合同编号借款本金放款日期结清日期已还利息已还费用及罚息';

/** 结清证明: the paper that frees a borrower; issued on payoff without being asked for. */
export async function renderSettlementCertificate(input: SettlementCertificateInput): Promise<Buffer> {
  const amount = (minor: string) => yuan(minor, input.currency);
  const facts = {
    borrower: input.borrower.name,
    idNumber: input.borrower.maskedId,
    contractNumber: input.contractNumber,
    principal: amount(input.principalMinor),
    principalWords: inWords(input.principalMinor, input.currency),
    settledOn: chineseDate(input.settledOn),
    hotline: input.lender.hotline,
  };
  const frame = { ...input, addressee: `${input.borrower.name}：` };
  const paper = beginLetter(TEXT, frame, facts, LABELS);
  paper.space(6);
  drawFacts(paper, [
    ['借款人', input.borrower.name, '证件号码', input.borrower.maskedId],
    ['合同编号', input.contractNumber, '借款本金', facts.principal],
    ['放款日期', input.startsOn, '结清日期', input.settledOn],
    ['已还利息', amount(input.paidInterestMinor), '已还费用及罚息', amount(input.paidOtherMinor)],
  ]);
  return endLetter(paper, TEXT, frame, facts);
}
