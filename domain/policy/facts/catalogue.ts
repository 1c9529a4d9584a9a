import type { Bilingual } from '../../../contracts/policy/body-parts';
import type { RULE_FIELDS } from '../../underwriting/rule-fields';
import type { ChoiceList } from './choices';

/** How a fact is written by people: amounts in units of their currency, basis points and parts per million as percent, whole numbers, yes or no, words. */
export type FactUnit =
  | 'money'
  | 'bps'
  | 'ppm'
  | 'percent'
  | 'months'
  | 'years'
  | 'days'
  | 'count'
  | 'flag'
  | 'choice';

/** A fact that rules and score cards may read. */
export interface FactKind {
  readonly names: Bilingual;
  readonly unit: FactUnit;
  /** A closed list; `product` and `grade` are what the lender's own policies name. */
  readonly choices?: ChoiceList | 'product' | 'grade';
  /** Nobody may be able to give it. */
  readonly mayMiss: boolean;
  /** Smallest value it can have. */
  readonly least?: number;
}

export type RuleFact = (typeof RULE_FIELDS)[keyof typeof RULE_FIELDS][number];

const always = (unit: FactUnit, zh: string, en: string, least?: number): FactKind => ({
  ...{ names: { zh, en }, unit, mayMiss: false },
  ...(least !== undefined && { least }),
});
const known = (unit: FactUnit, zh: string, en: string, least = 0): FactKind => ({
  ...{ names: { zh, en }, unit, mayMiss: true, least },
});
const signed = (unit: FactUnit, zh: string, en: string): FactKind => ({
  ...{ names: { zh, en }, unit, mayMiss: true },
});
const word = (choices: FactKind['choices'], zh: string, en: string, mayMiss = false): FactKind => ({
  ...{ names: { zh, en }, unit: 'choice', mayMiss },
  ...(choices && { choices }),
});

/** Every fact there is, with its name and unit; a rule field without an entry does not compile. */
export const FACT_KINDS: Readonly<Record<RuleFact, FactKind>> = {
  product: word('product', '产品', 'Product'),
  category: word('category', '贷款类别', 'Loan category'),
  grade: word('grade', '风险等级', 'Risk grade'),
  score: always('count', '评分', 'Score'),
  reviews: always('count', '需人工判断的疑点数', 'Open questions', 0),
  customerTypeFits: always('flag', '客户类型符合产品', 'Customer type fits the product'),
  amountMinor: always('money', '申请金额', 'Amount', 0),
  minAmountMinor: always('money', '产品最低金额', 'Lowest amount of the product', 0),
  maxAmountMinor: always('money', '产品最高金额', 'Highest amount of the product', 0),
  termMonths: always('months', '期限', 'Term', 1),
  termOffered: always('flag', '产品提供该期限', 'Term is offered'),
  purposeOffered: always('flag', '用途在允许范围', 'Purpose is allowed'),
  methodOffered: always('flag', '产品提供该还款方式', 'Repayment method is offered'),
  blacklisted: always('flag', '在内部黑名单', 'On the internal blacklist'),
  openApplications: always('count', '在途申请数', 'Open applications', 0),
  openApplicationsMax: always('count', '在途申请上限', 'Most open applications', 0),
  openSameProduct: always('count', '同产品在途申请数', 'Open applications of the product', 0),
  exposureAfterMinor: always('money', '在贷与在途合计', 'Exposure with this loan', 0),
  customerMaxMinor: always('money', '单户限额', 'Limit per customer', 0),
  daysOverdue: always('days', '在本机构逾期天数', 'Days overdue with us', 0),
  age: known('years', '年龄', 'Age'),
  ageAtMaturity: known('years', '到期时年龄', 'Age at maturity'),
  idProvince: word('province', '证件所属省份', 'Province of the ID', true),
  residenceProvince: word('province', '居住省份', 'Province of residence', true),
  employment: word('employment', '就业', 'Employment', true),
  companyMonths: known('months', '成立月数', 'Months since foundation'),
  companyYears: known('years', '经营年限', 'Years in business'),
  industry: word('industry', '行业', 'Industry', true),
  findings: always('count', '申报与来源不符项数', 'Contradictions', 0),
  jobMonths: always('months', '现职月数', 'Months in job', 0),
  monthlyIncomeMinor: always('money', '月收入', 'Monthly income', 0),
  education: word('education', '学历', 'Education'),
  housing: word('housing', '住房', 'Housing'),
  marital: word('marital', '婚姻', 'Marital status'),
  dtiBps: always('bps', '债务收入比', 'Debt service to income', 0),
  bureauState: word('state', '征信查询结果', 'Bureau enquiry'),
  thinFile: always('flag', '无信贷记录(白户)', 'Thin file'),
  bureauSubjectMatches: signed('flag', '征信姓名一致', 'Bureau name matches'),
  bureauScore: known('count', '征信评分', 'Bureau score'),
  worst24m: known('count', '24 个月最差逾期期数', 'Worst overdue step in 24 months'),
  overdueMonths24m: known('count', '24 个月累计逾期月数', 'Months overdue in 24 months'),
  overdueRun24m: known('count', '24 个月最长连续逾期', 'Longest overdue run in 24 months'),
  monthsSinceOverdue: known('months', '距上次逾期月数', 'Months since last overdue'),
  overdueAccounts: known('count', '当前逾期账户数', 'Accounts overdue now'),
  overdueBalanceMinor: known('money', '当前逾期金额', 'Balance overdue now'),
  badDebtAccounts: known('count', '呆账账户数', 'Bad-debt accounts'),
  utilisationPercent: known('percent', '信用卡使用率', 'Card utilisation'),
  loanLenders: known('count', '贷款机构数', 'Lenders'),
  hardQueries1m: known('count', '1 个月审批查询次数', 'Hard enquiries in 1 month'),
  hardQueries3m: known('count', '3 个月审批查询次数', 'Hard enquiries in 3 months'),
  hardQueries6m: known('count', '6 个月审批查询次数', 'Hard enquiries in 6 months'),
  oldestAccountMonths: known('months', '最早账户月数', 'Age of the oldest account'),
  bureauEnforcements: known('count', '征信强制执行记录', 'Enforcements on the bureau'),
  taxArrears: known('count', '征信欠税记录', 'Tax arrears on the bureau'),
  fraudState: word('state', '反欺诈查询结果', 'Anti-fraud enquiry'),
  fraudBlacklisted: signed('flag', '在反欺诈黑名单', 'On the anti-fraud blacklist'),
  fraudScore: known('count', '欺诈评分', 'Fraud score'),
  multiLenders3m: known('count', '3 个月申请机构数', 'Lenders applied to in 3 months'),
  multiApplications1m: known('count', '1 个月申请次数', 'Applications in 1 month'),
  nonBankLenders3m: known('count', '3 个月非银机构数', 'Non-bank lenders in 3 months'),
  courtState: word('state', '司法查询结果', 'Court enquiry'),
  courtOpenCases: known('count', '未结执行案件数', 'Open enforcement cases'),
  courtClosedCases: known('count', '已结执行案件数', 'Closed enforcement cases'),
  dishonest: signed('flag', '失信被执行人', 'Listed as dishonest'),
  consumptionRestricted: signed('flag', '被限制高消费', 'Restricted from luxury spending'),
  identity: word('identity', '身份核验', 'Identity check'),
  face: word('face', '人脸核验', 'Face check'),
  telecom: word('telecom', '手机号实名核验', 'Phone check'),
  phoneMonths: known('months', '手机在网月数', 'Months with the phone number'),
  card: word('card', '银行卡核验', 'Bank card check'),
  cardType: word('cardType', '银行卡类型', 'Kind of card', true),
  debtToAssets: signed('ppm', '资产负债率', 'Liabilities to assets'),
  currentRatio: signed('ppm', '流动比率', 'Current ratio'),
  quickRatio: signed('ppm', '速动比率', 'Quick ratio'),
  interestCover: signed('ppm', '利息保障倍数', 'Interest cover'),
  cashFlowToDebt: signed('ppm', '经营现金流/总债务', 'Operating cash flow to debt'),
  returnOnEquity: signed('ppm', '净资产收益率', 'Return on equity'),
  netMargin: signed('ppm', '净利率', 'Net margin'),
  revenueGrowth: signed('ppm', '营业收入增长率', 'Revenue growth'),
  receivableDays: signed('ppm', '应收账款周转天数(百万分之一)', 'Receivable days, in millionths'),
  inventoryDays: signed('ppm', '存货周转天数(百万分之一)', 'Inventory days, in millionths'),
  collateral: word('collateral', '担保方式', 'Collateral'),
  ownerRecord: word('ownerRecord', '实际控制人信用', 'Record of the owner'),
  relationshipYears: always('years', '往来年限', 'Years as customer', 0),
  netAssetsMinor: always('money', '净资产', 'Net assets'),
  workingCapitalNeedMinor: always('money', '流动资金需求', 'Need of working capital'),
  audit_not_clean: always('flag', '审计意见非标准', 'Audit opinion not clean'),
  loss_two_years: always('flag', '连续两年亏损', 'Loss in two years'),
  stale_statements: always('flag', '财务报表过期', 'Statements are stale'),
  overdue_over_90: always('flag', '在本机构逾期超过 90 天', 'Over 90 days overdue with us'),
  registry: word('registry', '工商登记状态', 'Business register'),
  registryNameMatches: signed('flag', '工商名称一致', 'Registered name matches'),
  abnormalListed: signed('flag', '在经营异常名录', 'Listed as abnormal'),
  equityFrozen: signed('flag', '股权被冻结', 'Equity frozen'),
  penalties: known('count', '行政处罚次数', 'Administrative penalties'),
  taxState: word('state', '税务查询结果', 'Tax enquiry'),
  taxGrade: word('taxGrade', '纳税信用等级', 'Tax credit grade', true),
  taxArrearsMinor: known('money', '欠税金额', 'Tax arrears'),
  monthsWithoutSales: known('months', '24 个月内无开票月数', 'Months without sales in 24'),
  salesChangePpm: signed('ppm', '销售额变化', 'Change of sales'),
};

/** The fact of a name, or nothing: tables are written by people. */
export function factKind(name: string): FactKind | undefined {
  return Object.hasOwn(FACT_KINDS, name) ? FACT_KINDS[name as RuleFact] : undefined;
}
