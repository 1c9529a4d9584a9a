import type { NamedLoan } from '../reads/loans';
import { amount, type Column, count, day, nameOfCode, text } from './column';

const STATUS_NAMES = {
  pending: { zh: '待放款', en: 'To be paid out' },
  active: { zh: '正常', en: 'Active' },
  overdue: { zh: '逾期', en: 'Overdue' },
  settled: { zh: '已结清', en: 'Paid off' },
  written_off: { zh: '已核销', en: 'Written off' },
  transferred: { zh: '已转让', en: 'Transferred' },
};
const CLASS_NAMES = {
  pass: { zh: '正常', en: 'Pass' },
  special_mention: { zh: '关注', en: 'Special mention' },
  substandard: { zh: '次级', en: 'Substandard' },
  doubtful: { zh: '可疑', en: 'Doubtful' },
  loss: { zh: '损失', en: 'Loss' },
};

/** Loans as a file: figures as of the last booking. */
export const LOAN_COLUMNS: readonly Column<NamedLoan>[] = [
  {
    key: 'name',
    names: { zh: '客户', en: 'Customer' },
    cell: ({ customerName }) => text(customerName),
  },
  {
    key: 'product',
    names: { zh: '产品', en: 'Product' },
    cell: ({ loan }, reader) => text(reader.product(loan.productCode)),
  },
  {
    key: 'status',
    names: { zh: '状态', en: 'Status' },
    cell: ({ loan }, reader) => nameOfCode(reader, STATUS_NAMES, loan.status),
  },
  {
    key: 'principal',
    names: { zh: '贷款本金', en: 'Principal' },
    cell: ({ loan }) => amount(loan.principalMinor),
  },
  {
    key: 'outstanding',
    names: { zh: '剩余本金', en: 'Outstanding' },
    cell: ({ loan }) => amount(loan.outstandingPrincipalMinor),
  },
  {
    key: 'overdue',
    names: { zh: '逾期金额', en: 'Overdue amount' },
    cell: ({ loan }) => amount(loan.overdueMinor),
  },
  {
    key: 'days',
    names: { zh: '逾期天数', en: 'Days overdue' },
    cell: ({ loan }) => count(loan.daysOverdue),
  },
  { key: 'bucket', names: { zh: '逾期阶段', en: 'Bucket' }, cell: ({ loan }) => text(loan.bucket) },
  {
    key: 'class',
    names: { zh: '五级分类', en: 'Five-class' },
    cell: ({ loan }, reader) => nameOfCode(reader, CLASS_NAMES, loan.fiveClass),
  },
  {
    key: 'next',
    names: { zh: '下次还款日', en: 'Next due' },
    cell: ({ loan }) => day(loan.nextDueOn),
  },
  {
    key: 'nextAmount',
    names: { zh: '下次应还', en: 'Next amount' },
    cell: ({ loan }) => amount(loan.nextDueMinor),
  },
  {
    key: 'disbursed',
    names: { zh: '放款日', en: 'Paid out' },
    cell: ({ loan }) => day(loan.disbursedOn),
  },
  { key: 'maturity', names: { zh: '到期日', en: 'Maturity' }, cell: ({ loan }) => day(loan.maturityOn) },
  { key: 'closed', names: { zh: '结清日', en: 'Closed' }, cell: ({ loan }) => day(loan.closedOn) },
  { key: 'id', names: { zh: '编号', en: 'Number' }, cell: ({ loan }) => text(loan.id) },
];
