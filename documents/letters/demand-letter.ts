import type { Currency } from '../../domain/money/currency';
import { chineseDate, inWords, yuan } from '../amounts';
import type { BorrowerParty } from '../contract-input';
import { drawFacts } from '../pdf/facts';
import type { Paper } from '../pdf/paper';
import { beginLetter, endLetter, type LetterFrame, type LetterText, type Writer } from './letter-sheet';

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

/** A lawyer's letter also names who writes it; without a lawyer who took the case there is no such letter. */
export type LawyerLetterInput = DemandLetterInput & { firm: string; lawyer: string; licenceNumber: string };

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
const LAWYER: LetterText = {
  title: '律师函',
  paragraphs: [
    '{{firm}}接受{{lender}}（以下称委托人）的委托，指派{{lawyer}}律师（执业证号{{licenceNumber}}）就您与委托人的借款合同纠纷，向您致函如下：',
    BASIS,
  ],
  closing: [
    '根据《中华人民共和国民法典》第五百七十七条、第六百七十四条、第六百七十五条和第六百七十六条，借款人应当按照约定的期限返还借款并支付利息，逾期的应当支付逾期利息。请您于{{payBy}}前向委托人清偿上述款项。',
    '逾期未清偿且未达成还款安排的，委托人有权依法申请调解、支付令、仲裁或者提起诉讼，由此产生的诉讼费用依法由责任方承担。',
    RIGHTS,
  ],
};
const LABELS = '逾期本金逾期利息罚息费用合计逾期天数：天委托人律师（签名）';

/** 催收函: the lender's own written demand. */
export async function renderDemandLetter(input: DemandLetterInput): Promise<Buffer> {
  return render(DEMAND, input, factsOf(input));
}

/** 律师函: a named lawyer's letter on behalf of the lender, who confirms its instruction with the seal. */
export async function renderLawyerLetter(input: LawyerLetterInput): Promise<Buffer> {
  const { firm, lawyer, licenceNumber } = input;
  const facts = { ...factsOf(input), firm, lawyer, licenceNumber };
  return render(LAWYER, input, facts, { name: firm, signs: `${lawyer} 律师（签名）`, lenderAs: '委托人' });
}

function render(
  text: LetterText,
  input: DemandLetterInput,
  facts: Record<string, string>,
  writer?: Writer,
): Buffer {
  const frame = { ...input, addressee: `${input.borrower.name}：` };
  const paper = beginLetter(text, frame, facts, LABELS);
  drawDebt(paper, input);
  return endLetter(paper, text, frame, facts, writer);
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
