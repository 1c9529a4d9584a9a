import type { ScoreBin, ScoreVariable } from '../../../contracts/policy/scorecard';
import { seedRow } from './seed-row';

const range = (label: string, from: number | null, to: number | null, woe: string): ScoreBin => ({
  label,
  when: { kind: 'range', from, to },
  woe,
});
const words = (label: string, values: string[], woe: string): ScoreBin => ({
  label,
  when: { kind: 'in', values },
  woe,
});
const missing = (woe: string): ScoreBin => ({ label: '缺失', when: { kind: 'missing' }, woe });

type Row = [name: string, zh: string, en: string, beta: string, reason: string, bins: ScoreBin[]];

const rows: Row[] = [
  [
    'age',
    '年龄',
    'Age',
    '-0.60',
    'SCORE_AGE',
    [
      range('<23', null, 23, '-0.55'),
      range('23-27', 23, 28, '-0.15'),
      range('28-35', 28, 36, '0.10'),
      range('36-50', 36, 51, '0.30'),
      range('>50', 51, null, '0.05'),
    ],
  ],
  [
    'jobMonths',
    '现职月数',
    'Months in job',
    '-0.70',
    'SCORE_JOB',
    [
      range('<6', null, 6, '-0.60'),
      range('6-11', 6, 12, '-0.25'),
      range('12-35', 12, 36, '0.05'),
      range('36-71', 36, 72, '0.30'),
      range('>=72', 72, null, '0.50'),
    ],
  ],
  [
    'monthlyIncomeMinor',
    '月收入',
    'Monthly income',
    '-0.70',
    'SCORE_INCOME',
    [
      range('<4000', null, 400_000, '-0.50'),
      range('4000-7999', 400_000, 800_000, '-0.10'),
      range('8000-14999', 800_000, 1_500_000, '0.20'),
      range('15000-29999', 1_500_000, 3_000_000, '0.45'),
      range('>=30000', 3_000_000, null, '0.60'),
    ],
  ],
  [
    'education',
    '学历',
    'Education',
    '-0.50',
    'SCORE_EDUCATION',
    [
      words('高中以下', ['below_high_school'], '-0.40'),
      words('高中', ['high_school'], '-0.15'),
      words('大专', ['college'], '0.10'),
      words('本科', ['bachelor'], '0.40'),
      words('硕士及以上', ['master_or_above'], '0.60'),
    ],
  ],
  [
    'housing',
    '住房',
    'Housing',
    '-0.55',
    'SCORE_HOUSING',
    [
      words('自有', ['own'], '0.50'),
      words('按揭', ['mortgage'], '0.35'),
      words('与家人同住', ['family'], '0.05'),
      words('租房', ['rent'], '-0.20'),
      words('其他', ['dormitory', 'other'], '-0.45'),
    ],
  ],
  [
    'dtiBps',
    '债务收入比',
    'Debt service to income',
    '-0.85',
    'SCORE_DTI',
    [
      range('<20%', null, 2000, '0.55'),
      range('20-35%', 2000, 3500, '0.30'),
      range('35-50%', 3500, 5000, '0.00'),
      range('50-70%', 5000, 7000, '-0.50'),
      range('>=70%', 7000, null, '-1.00'),
    ],
  ],
  [
    'worst24m',
    '24 个月最差状态',
    'Worst status in 24 months',
    '-1.00',
    'SCORE_OVERDUE',
    [
      range('无', null, 1, '0.50'),
      range('1', 1, 2, '-0.45'),
      range('2', 2, 3, '-1.00'),
      range('>=3', 3, null, '-1.80'),
      missing('-0.10'),
    ],
  ],
  [
    'monthsSinceOverdue',
    '距上次逾期月数',
    'Months since overdue',
    '-0.50',
    'SCORE_OVERDUE_RECENT',
    [
      range('<6', null, 6, '-0.90'),
      range('6-11', 6, 12, '-0.50'),
      range('12-24', 12, 25, '-0.15'),
      range('无逾期', 25, null, '0.25'),
      missing('-0.05'),
    ],
  ],
  [
    'utilisationPercent',
    '信用卡使用率',
    'Card utilisation',
    '-0.80',
    'SCORE_UTILISATION',
    [
      range('<30%', null, 30, '0.40'),
      range('30-60%', 30, 60, '0.10'),
      range('60-90%', 60, 90, '-0.45'),
      range('>=90%', 90, null, '-0.95'),
      missing('-0.10'),
    ],
  ],
  [
    'loanLenders',
    '在贷机构数',
    'Lenders with open loans',
    '-0.60',
    'SCORE_LENDERS',
    [
      range('0', null, 1, '0.10'),
      range('1-2', 1, 3, '0.25'),
      range('3-5', 3, 6, '-0.10'),
      range('>=6', 6, null, '-0.85'),
      missing('-0.05'),
    ],
  ],
  [
    'hardQueries3m',
    '近 3 个月审批查询',
    'Hard queries in 3 months',
    '-0.90',
    'SCORE_QUERIES',
    [
      range('0', null, 1, '0.45'),
      range('1-2', 1, 3, '0.15'),
      range('3-5', 3, 6, '-0.35'),
      range('6-8', 6, 9, '-0.85'),
      range('>=9', 9, null, '-1.40'),
      missing('-0.05'),
    ],
  ],
  [
    'oldestAccountMonths',
    '最早账户月数',
    'Age of oldest account',
    '-0.60',
    'SCORE_HISTORY_SHORT',
    [
      range('<12', null, 12, '-0.50'),
      range('12-35', 12, 36, '-0.05'),
      range('36-83', 36, 84, '0.25'),
      range('>=84', 84, null, '0.45'),
      missing('-0.55'),
    ],
  ],
  [
    'bureauScore',
    '征信数字解读',
    'Bureau score',
    '-1.00',
    'SCORE_BUREAU',
    [
      range('<500', null, 500, '-2.40'),
      range('500-579', 500, 580, '-1.70'),
      range('580-649', 580, 650, '-1.20'),
      range('650-719', 650, 720, '0.15'),
      range('720-779', 720, 780, '0.50'),
      range('>=780', 780, null, '0.90'),
      missing('-0.30'),
    ],
  ],
  [
    'multiLenders3m',
    '近 3 个月多头机构',
    'Lenders applied to in 3 months',
    '-0.80',
    'SCORE_MULTI_LENDER',
    [
      range('0', null, 1, '0.35'),
      range('1-3', 1, 4, '0.10'),
      range('4-7', 4, 8, '-0.50'),
      range('>=8', 8, null, '-1.20'),
      missing('-0.10'),
    ],
  ],
  [
    'phoneMonths',
    '手机在网月数',
    'Phone tenure',
    '-0.50',
    'SCORE_PHONE',
    [
      range('<6', null, 6, '-0.70'),
      range('6-23', 6, 24, '-0.15'),
      range('24-59', 24, 60, '0.15'),
      range('>=60', 60, null, '0.35'),
      missing('-0.10'),
    ],
  ],
];

const variables: ScoreVariable[] = rows.map(([name, zh, en, beta, reasonCode, bins]) => ({
  name,
  names: { zh, en },
  beta,
  reasonCode,
  bins,
}));

/** Personal card: PDO 20, 600 points at odds of 50 : 1. */
export const personScorecardSeed = seedRow('scorecard', 'person', {
  model: 'points',
  pdo: 20,
  baseScore: 600,
  baseOdds: 50,
  alpha: '-3.90',
  variables,
  grades: [
    { grade: 'A', minScore: 670 },
    { grade: 'B', minScore: 640 },
    { grade: 'C', minScore: 605 },
    { grade: 'D', minScore: 575 },
    { grade: 'E', minScore: 0 },
  ],
});
