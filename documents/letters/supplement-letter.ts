import { chineseDate } from '../amounts';
import { type Column, drawTable } from '../pdf/table';
import { beginLetter, endLetter, type LetterFrame, type LetterText } from './letter-sheet';

/** What a letter asking for documents says. */
export type SupplementLetterInput = Omit<LetterFrame, 'addressee'> & {
  borrowerName: string;
  applicationNumber: string;
  documents: readonly { name: string; requirement: string }[];
  deadlineOn: string;
};

const TEXT: LetterText = {
  title: '补充资料通知书',
  paragraphs: ['您的借款申请（编号{{applicationNumber}}）已进入审核。为完成审核，请补充以下资料：'],
  closing: [
    '请于{{deadlineOn}}前通过申请渠道上传清晰、完整、真实的资料。逾期未补充的，申请将自动关闭，不影响您再次申请。',
    '我公司工作人员不会以补充资料为由收取任何费用，也不会索要密码或者验证码。如有疑问，请致电{{hotline}}。',
  ],
};
const LABELS = '序号资料名称要求';
const COLUMNS: Column[] = [
  { title: '序号', share: 10, align: 'centre' },
  { title: '资料名称', share: 36 },
  { title: '要求', share: 54 },
];

/** 补充资料通知书: which documents are missing, what each must show, and until when. */
export async function renderSupplementLetter(input: SupplementLetterInput): Promise<Buffer> {
  const facts = {
    applicationNumber: input.applicationNumber,
    deadlineOn: chineseDate(input.deadlineOn),
    hotline: input.lender.hotline,
  };
  const frame = { ...input, addressee: `${input.borrowerName}：` };
  const paper = beginLetter(TEXT, frame, facts, LABELS);
  drawTable(
    paper,
    COLUMNS,
    input.documents.map(({ name, requirement }, i) => ({ cells: [String(i + 1), name, requirement] })),
  );
  return endLetter(paper, TEXT, frame, facts);
}
