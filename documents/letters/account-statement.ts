import type { Currency } from '../../domain/money/currency';
import { figures, inUnitOf, yuan } from '../amounts';
import type { BorrowerParty } from '../contract-input';
import { drawFacts } from '../pdf/facts';
import { SMALL, STRONG } from '../pdf/page-style';
import { type Column, drawTable } from '../pdf/table';
import { beginLetter, endUnsealed, type LetterFrame, type LetterText } from './letter-sheet';

/** One movement of the account; an amount is charged to the borrower or paid by the borrower. */
export type StatementLine = {
  on: string;
  description: string;
  chargedMinor: string;
  paidMinor: string;
  /** What the borrower owes after it. */
  owedMinor: string;
};

/** What an account statement shows for a period. */
export type AccountStatementInput = Omit<LetterFrame, 'addressee'> & {
  borrower: Pick<BorrowerParty, 'name' | 'maskedId'>;
  contractNumber: string;
  currency: Currency;
  from: string;
  until: string;
  openingOwedMinor: string;
  closingOwedMinor: string;
  /** What is owed at the end, by kind. */
  closing: {
    principalMinor: string;
    interestMinor: string;
    penaltyMinor: string;
    feeMinor: string;
    /** Paid in and not used yet; less is owed by as much. */
    heldMinor: string;
  };
  nextDueOn: string | null;
  nextDueMinor: string | null;
  daysOverdue: number;
  lines: readonly StatementLine[];
};

const TEXT: LetterText = {
  title: '借款账户对账单',
  paragraphs: ['以下为您的借款账户自{{from}}至{{until}}的变动与余额，请核对。'],
  closing: [
    '如有疑问，请在收到本对账单之日起三十日内致电{{hotline}}提出异议；我公司将在核查后书面答复。',
    '本对账单由系统按账务记录出具，未加盖印章。',
  ],
};
const LABELS =
  '借款人证件号码合同编号对账期间期初应还期末应还剩余本金应还利息应还罚息应还费用下一还款日下期应还逾期天数无日期摘要应收（元）已还（元）结余（元）本期没有账户变动。期末余额明细天已收未用款项';
const columnsIn = (currency: Currency): Column[] => [
  { title: '日期', share: 16, align: 'centre' },
  { title: '摘要', share: 36 },
  { title: inUnitOf('应收（元）', currency), share: 16, align: 'right' },
  { title: inUnitOf('已还（元）', currency), share: 16, align: 'right' },
  { title: inUnitOf('结余（元）', currency), share: 16, align: 'right' },
];

/** 对账单: what moved on a loan account in a period, and what is owed at its end. */
export async function renderAccountStatement(input: AccountStatementInput): Promise<Buffer> {
  const { currency } = input;
  const amount = (minor: string) => yuan(minor, currency);
  const figure = (minor: string) => figures(minor, currency);
  const blankIfZero = (minor: string) => (minor === '0' ? '' : figure(minor));
  const facts = { from: input.from, until: input.until, hotline: input.lender.hotline };
  const frame = { ...input, addressee: `${input.borrower.name}：` };
  const paper = beginLetter(TEXT, frame, facts, LABELS);
  drawFacts(paper, [
    ['借款人', input.borrower.name, '证件号码', input.borrower.maskedId],
    ['合同编号', input.contractNumber, '对账期间', `${input.from} — ${input.until}`],
    ['期初应还', amount(input.openingOwedMinor), '期末应还', amount(input.closingOwedMinor)],
    ['剩余本金', amount(input.closing.principalMinor), '应还利息', amount(input.closing.interestMinor)],
    ['应还罚息', amount(input.closing.penaltyMinor), '应还费用', amount(input.closing.feeMinor)],
    [
      '下一还款日',
      input.nextDueOn ?? '无',
      '下期应还',
      input.nextDueMinor === null ? '无' : amount(input.nextDueMinor),
    ],
  ]);
  if (input.closing.heldMinor !== '0')
    paper.paragraph(`已收未用款项：${amount(input.closing.heldMinor)}`, { style: SMALL, before: 4 });
  if (input.daysOverdue > 0)
    paper.paragraph(`逾期天数：${input.daysOverdue}天`, { style: STRONG, before: 4 });
  paper.space(10);
  if (input.lines.length === 0) paper.paragraph('本期没有账户变动。', { style: SMALL });
  else {
    drawTable(
      paper,
      columnsIn(currency),
      input.lines.map(({ on, description, chargedMinor, paidMinor, owedMinor }) => ({
        cells: [on, description, blankIfZero(chargedMinor), blankIfZero(paidMinor), figure(owedMinor)],
      })),
    );
  }
  return endUnsealed(paper, TEXT, frame, facts);
}
