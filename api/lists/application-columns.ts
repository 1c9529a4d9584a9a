import { OUTCOME_NAMES, STAGE_NAMES } from '../../domain/loan/names';
import type { Actor } from '../auth/actor';
import type { NamedApplication } from '../reads/applications';
import { amount, type Column, count, instant, nameOfCode, text } from './column';

const FOR_ALL: readonly Column<NamedApplication>[] = [
  { key: 'name', names: { zh: '客户', en: 'Customer' }, cell: ({ customerName }) => text(customerName) },
  {
    key: 'product',
    names: { zh: '产品', en: 'Product' },
    cell: ({ app }, reader) => text(reader.product(app.productCode)),
  },
  {
    key: 'amount',
    names: { zh: '申请金额', en: 'Amount asked' },
    cell: ({ app }) => amount(app.amountMinor),
  },
  { key: 'term', names: { zh: '期限(月)', en: 'Months' }, cell: ({ app }) => count(app.termMonths) },
  {
    key: 'stage',
    names: { zh: '阶段', en: 'Stage' },
    cell: ({ app }, reader) => nameOfCode(reader, STAGE_NAMES, app.stage),
  },
  {
    key: 'since',
    names: { zh: '进入阶段', en: 'In stage since' },
    cell: ({ app }) => instant(app.stageSince),
  },
  {
    key: 'outcome',
    names: { zh: '结果', en: 'Outcome' },
    cell: ({ app }, reader) => nameOfCode(reader, OUTCOME_NAMES, app.outcome),
  },
  {
    key: 'approved',
    names: { zh: '批准金额', en: 'Approved' },
    cell: ({ app }) => amount(app.approvedAmountMinor),
  },
  { key: 'at', names: { zh: '申请时间', en: 'Applied' }, cell: ({ app }) => instant(app.createdAt) },
];

const FOR_STAFF: readonly Column<NamedApplication>[] = [
  { key: 'grade', names: { zh: '风险等级', en: 'Grade' }, cell: ({ app }) => text(app.grade) },
  { key: 'score', names: { zh: '评分', en: 'Score' }, cell: ({ app }) => count(app.score) },
];

const LAST: readonly Column<NamedApplication>[] = [
  { key: 'id', names: { zh: '编号', en: 'Number' }, cell: ({ app }) => text(app.id) },
];

/** Applications as a file; the assessment is for staff only. */
export const applicationColumns = ({ kind }: Pick<Actor, 'kind'>): readonly Column<NamedApplication>[] => [
  ...FOR_ALL,
  ...(kind === 'staff' ? FOR_STAFF : []),
  ...LAST,
];
