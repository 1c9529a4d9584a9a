import type { Currency } from '../../domain/money/currency';
import { chineseDate, inWords, yuan } from '../amounts';
import type { BorrowerParty } from '../contract-input';
import { drawFacts } from '../pdf/facts';
import type { Paper } from '../pdf/paper';
import { beginLetter, endLetter, type LetterFrame, type LetterText } from './letter-sheet';

/** What a demand for overdue payment rests on. */
export type DemandLetterInput = Omit<LetterFrame, 'addressee'> & {
  borrower: BorrowerParty;
  contractNumber: string;
  currency: Currency;
  principalMinor: string;
  startsOn: string;
  /** Due date of the oldest unpaid instalment. */
  overdueSince: string;
  daysOverdue: number;
  /** What is overdue at the letter's date, by kind. */
  overdue: { principalMinor: string; interestMinor: string; penaltyMinor: string; feeMinor: string };
  payBy: string;
};

const BASIS =
  '您与{{lender}}签订的借款合同（编号{{contractNumber}}）项下借款本金{{principal}}，于{{startsOn}}发放。自{{overdueSince}}起，您未按合同约定足额还款，截至{{datedOn}}已逾期{{days}}天，逾期应还金额合计{{totalWords}}（{{total}}），明细如下：';
const RIGHTS =
  '您对上述金额有异议，或者因失业、疾病等原因暂时无力偿还的，可以致电{{hotline}}核对或者协商还款安排。如已还款，请忽略本函。';

const DEMAND: LetterText = {
  title: '逾期借款催收函',
  paragraphs: [BASIS],
  closing: [
    '请您于{{payBy}}前归还上述款项。自逾期之日起，罚息按合同约定逐日计收；本函构成对债务的催告，诉讼时效自您收到之日起重新计算（《中华人民共和国民法典》第一百九十五条）。',
    RIGHTS,
    '还款请通过我公司公布的渠道办理，切勿转入任何个人账户。',
  ],
};
const LABELS = '逾期本金逾期利息罚息费用合计逾期天数：天';

/** 催收函: the lender's own written demand. */
export async function renderDemandLetter(input: DemandLetterInput): Promise<Buffer> {
  const facts = factsOf(input);
  const frame = { ...input, addressee: `${input.borrower.name}：` };
  const paper = beginLetter(DEMAND, frame, facts, LABELS);
  drawDebt(paper, input);
  return endLetter(paper, DEMAND, frame, facts);
}

function drawDebt(paper: Paper, input: DemandLetterInput): void {
  const { overdue, daysOverdue, currency } = input;
  const amount = (minor: string) => yuan(minor, currency);
  drawFacts(paper, [
    ['逾期本金', amount(overdue.principalMinor), '逾期利息', amount(overdue.interestMinor)],
    ['罚息', amount(overdue.penaltyMinor), '费用', amount(overdue.feeMinor)],
    ['合计', amount(totalOf(input)), '逾期天数', `${daysOverdue}天`],
  ]);
}

function factsOf(input: DemandLetterInput): Record<string, string> {
  const total = totalOf(input);
  return {
    lender: input.lender.name,
    hotline: input.lender.hotline,
    contractNumber: input.contractNumber,
    principal: yuan(input.principalMinor, input.currency),
    startsOn: chineseDate(input.startsOn),
    overdueSince: chineseDate(input.overdueSince),
    datedOn: chineseDate(input.datedOn),
    days: String(input.daysOverdue),
    total: yuan(total, input.currency),
    totalWords: inWords(total, input.currency),
    payBy: chineseDate(input.payBy),
  };
}

function totalOf({ overdue }: DemandLetterInput): string {
  const parts = [overdue.principalMinor, overdue.interestMinor, overdue.penaltyMinor, overdue.feeMinor];
  return parts.reduce((sum, part) => sum + BigInt(part), 0n).toString();
}
