import type { GradingQuality, GradingRatio } from '../../../contracts/policy/scorecard';
import { seedRow } from './seed-row';

type RatioRow = [name: string, zh: string, en: string, fullAt: string, zeroAt: string, weight: number];

const ratioRows: RatioRow[] = [
  ['debtToAssets', '资产负债率', 'Liabilities to assets', '0.50', '0.85', 12],
  ['currentRatio', '流动比率', 'Current ratio', '1.5', '0.8', 6],
  ['quickRatio', '速动比率', 'Quick ratio', '1.0', '0.4', 6],
  ['interestCover', '利息保障倍数', 'Interest cover', '4', '1', 12],
  ['cashFlowToDebt', '经营现金流/总债务', 'Operating cash flow to debt', '0.20', '0', 12],
  ['returnOnEquity', '净资产收益率', 'Return on equity', '0.12', '0', 8],
  ['netMargin', '净利率', 'Net margin', '0.08', '0', 4],
  ['revenueGrowth', '营业收入增长率', 'Revenue growth', '0.15', '-0.10', 8],
  ['receivableDays', '应收账款周转天数', 'Receivable days', '60', '180', 4],
  ['inventoryDays', '存货周转天数', 'Inventory days', '60', '180', 4],
];

const ratios: GradingRatio[] = ratioRows.map(([name, zh, en, fullAt, zeroAt, weight]) => ({
  name,
  names: { zh, en },
  fullAt,
  zeroAt,
  weight,
}));

const from = (at: number | null, to: number | null, percent: number) => ({
  when: { kind: 'range' as const, from: at, to },
  percent,
});
const word = (values: string[], percent: number) => ({ when: { kind: 'in' as const, values }, percent });

const qualities: GradingQuality[] = [
  {
    name: 'companyYears',
    names: { zh: '经营年限', en: 'Years in business' },
    weight: 4,
    shares: [from(8, null, 100), from(5, 8, 75), from(3, 5, 50), from(1, 3, 20)],
  },
  {
    name: 'ownerRecord',
    names: { zh: '实际控制人信用', en: "Owner's record" },
    weight: 5,
    shares: [word(['clean'], 100), word(['minor_overdue'], 40), word(['unknown'], 30)],
  },
  {
    name: 'industry',
    names: { zh: '行业', en: 'Industry' },
    weight: 3,
    shares: [
      word(['C', 'G', 'I', 'M', 'Q'], 100),
      word(['A', 'B', 'D', 'F', 'H', 'L', 'N', 'O', 'P', 'R'], 60),
      word(['E', 'J', 'K', 'S', 'T'], 20),
    ],
  },
  {
    name: 'collateral',
    names: { zh: '担保方式', en: 'Collateral' },
    weight: 4,
    shares: [
      word(['deposit', 'real_estate'], 100),
      word(['movable'], 60),
      word(['guarantee'], 50),
      word(['none'], 0),
    ],
  },
  {
    name: 'relationshipYears',
    names: { zh: '往来年限', en: 'Years as customer' },
    weight: 3,
    shares: [from(5, null, 100), from(2, 5, 60), from(1, 2, 30)],
  },
  {
    name: 'taxGrade',
    names: { zh: '纳税信用等级', en: 'Tax credit grade' },
    weight: 3,
    shares: [word(['A'], 100), word(['B'], 80), word(['M'], 50), word(['C'], 20)],
  },
  { name: 'courtOpenCases', names: { zh: '涉诉', en: 'Litigation' }, weight: 2, shares: [from(0, 1, 100)] },
];

/** Corporate card AAA … D; ratios 76 points, qualities 24. */
export const companyScorecardSeed = seedRow('scorecard', 'company', {
  model: 'ratios',
  ratios,
  qualities,
  grades: [
    { grade: 'AAA', minScore: 90, maxLinePercent: 60, addOnBps: 0, maxTermMonths: 36 },
    { grade: 'AA', minScore: 80, maxLinePercent: 45, addOnBps: 40, maxTermMonths: 36 },
    { grade: 'A', minScore: 70, maxLinePercent: 30, addOnBps: 90, maxTermMonths: 24 },
    { grade: 'BBB', minScore: 60, maxLinePercent: 15, addOnBps: 160, maxTermMonths: 12 },
    { grade: 'BB', minScore: 50, maxLinePercent: 8, addOnBps: 260, maxTermMonths: 12 },
    { grade: 'B', minScore: 40, maxLinePercent: 0, addOnBps: 0, maxTermMonths: 0 },
    { grade: 'CCC', minScore: 30, maxLinePercent: 0, addOnBps: 0, maxTermMonths: 0 },
    { grade: 'CC', minScore: 20, maxLinePercent: 0, addOnBps: 0, maxTermMonths: 0 },
    { grade: 'C', minScore: 1, maxLinePercent: 0, addOnBps: 0, maxTermMonths: 0 },
    { grade: 'D', minScore: 0, maxLinePercent: 0, addOnBps: 0, maxTermMonths: 0 },
  ],
  overrides: [
    { fact: 'dishonest', bestGrade: 'D', reasonCode: 'COURT_DISHONEST' },
    { fact: 'overdue_over_90', bestGrade: 'D', reasonCode: 'OVERDUE_WITH_US' },
    { fact: 'audit_not_clean', bestGrade: 'A', reasonCode: 'AUDIT_NOT_CLEAN' },
    { fact: 'loss_two_years', bestGrade: 'BBB', reasonCode: 'LOSS_TWO_YEARS' },
    { fact: 'stale_statements', bestGrade: 'BBB', reasonCode: 'STATEMENTS_STALE' },
  ],
  staleAfterMonths: 18,
  salesGapReviewPercent: 30,
});
