import type { HandRow } from './graph';
import { block, review, rulesOf } from './hit-rules';
import { seedRow } from './seed-row';

const personCredit: HandRow[] = [
  {
    id: 'identity-mismatch',
    why: '姓名与证件号不一致',
    when: { when: 'identity == "mismatch"' },
    give: block('IDENTITY_MISMATCH'),
  },
  {
    id: 'identity-unknown',
    why: '身份库查无此人',
    when: { when: 'identity == "no_record"' },
    give: review('IDENTITY_NOT_FOUND'),
  },
  {
    id: 'face-mismatch',
    why: '人脸不符',
    when: { when: 'face == "mismatch"' },
    give: block('FACE_MISMATCH'),
  },
  {
    id: 'face-no-photo',
    why: '库中无照片,须人工面核',
    when: { when: 'face == "no_photo"' },
    give: review('FACE_NOT_CHECKED'),
  },
  {
    id: 'phone-mismatch',
    why: '手机号非本人实名',
    when: { when: 'telecom == "mismatch"' },
    give: review('PHONE_NOT_OWN'),
  },
  {
    id: 'phone-new',
    why: '在网不足 3 个月',
    when: { when: 'phoneMonths != null and phoneMonths < 3' },
    give: review('PHONE_TOO_NEW'),
  },
  {
    id: 'card-bad',
    why: '银行卡四要素未通过',
    when: { when: 'card in ["mismatch", "invalid_card", "abnormal_card", "restricted_card"]' },
    give: review('CARD_NOT_VERIFIED'),
  },
  {
    id: 'card-credit',
    why: '信用卡不能收款与代扣',
    when: { when: 'cardType == "credit"' },
    give: review('CARD_NOT_DEBIT'),
  },
  {
    id: 'bureau-other-name',
    why: '征信登记姓名不同',
    when: { when: 'bureauSubjectMatches == false' },
    give: review('BUREAU_NAME_DIFFERS'),
  },
  {
    id: 'bureau-score-low',
    why: '征信评分低于准入线',
    when: { when: 'bureauScore != null and bureauScore < 500' },
    give: block('BUREAU_SCORE_LOW'),
  },
  {
    id: 'bureau-score-some',
    why: '征信评分偏低,由人工判断',
    when: { when: 'bureauScore != null and bureauScore >= 500 and bureauScore < 620' },
    give: review('BUREAU_SCORE_LOW'),
  },
  {
    id: 'overdue-now',
    why: '当前有逾期',
    when: { when: 'overdueAccounts != null and overdueAccounts > 0' },
    give: block('OVERDUE_NOW'),
  },
  {
    id: 'bad-debt',
    why: '有呆账',
    when: { when: 'badDebtAccounts != null and badDebtAccounts > 0' },
    give: block('BAD_DEBT'),
  },
  {
    id: 'three-in-a-row',
    why: '24 个月内连续逾期三次',
    when: { when: 'overdueRun24m != null and overdueRun24m >= 3' },
    give: block('OVERDUE_PATTERN'),
  },
  {
    id: 'six-in-all',
    why: '24 个月内累计逾期六次',
    when: { when: 'overdueMonths24m != null and overdueMonths24m >= 6' },
    give: block('OVERDUE_PATTERN'),
  },
  {
    id: 'worst-90',
    why: '24 个月内曾逾期 90 天以上',
    when: { when: 'worst24m != null and worst24m >= 4' },
    give: block('SERIOUS_OVERDUE'),
  },
  {
    id: 'queries-many',
    why: '3 个月审批查询超过 15 次',
    when: { when: 'hardQueries3m != null and hardQueries3m > 15' },
    give: block('TOO_MANY_QUERIES'),
  },
  {
    id: 'queries-some',
    why: '3 个月审批查询超过 8 次',
    when: { when: 'hardQueries3m != null and hardQueries3m > 8 and hardQueries3m <= 15' },
    give: review('MANY_QUERIES'),
  },
  {
    id: 'fraud-listed',
    why: '反欺诈黑名单',
    when: { when: 'fraudBlacklisted == true' },
    give: block('FRAUD_LISTED'),
  },
  {
    id: 'fraud-high',
    why: '欺诈评分很高',
    when: { when: 'fraudScore != null and fraudScore >= 90' },
    give: block('FRAUD_SCORE'),
  },
  {
    id: 'fraud-some',
    why: '欺诈评分偏高',
    when: { when: 'fraudScore != null and fraudScore >= 70 and fraudScore < 90' },
    give: review('FRAUD_SCORE'),
  },
  {
    id: 'multi-lender',
    why: '3 个月在 15 家以上机构申请',
    when: { when: 'multiLenders3m != null and multiLenders3m >= 15' },
    give: block('MULTI_LENDER'),
  },
  {
    id: 'multi-lender-some',
    why: '3 个月在 8 家以上机构申请',
    when: { when: 'multiLenders3m != null and multiLenders3m >= 8 and multiLenders3m < 15' },
    give: review('MULTI_LENDER'),
  },
  {
    id: 'dishonest',
    why: '失信被执行人',
    when: { when: 'dishonest == true' },
    give: block('COURT_DISHONEST'),
  },
  {
    id: 'restricted',
    why: '被限制高消费',
    when: { when: 'consumptionRestricted == true' },
    give: block('COURT_RESTRICTED'),
  },
  {
    id: 'court-open',
    why: '有未结执行案件',
    when: { when: 'courtOpenCases != null and courtOpenCases > 0' },
    give: block('COURT_OPEN_CASE'),
  },
  {
    id: 'court-closed',
    why: '曾有执行案件,已结',
    when: { when: 'courtClosedCases != null and courtClosedCases > 0' },
    give: review('COURT_CLOSED_CASE'),
  },
  {
    id: 'bureau-enforced',
    why: '征信载有强制执行',
    when: { when: 'bureauEnforcements != null and bureauEnforcements > 0' },
    give: review('BUREAU_ENFORCEMENT'),
  },
  {
    id: 'tax-arrears',
    why: '征信载有欠税',
    when: { when: 'taxArrears != null and taxArrears > 0' },
    give: review('TAX_ARREARS'),
  },
  {
    id: 'thin-file',
    why: '无信贷记录,小额产品除外',
    when: { when: 'thinFile and product != "instant_small"' },
    give: review('THIN_FILE'),
  },
];

const companyCredit: HandRow[] = [
  {
    id: 'register-gone',
    why: '非存续企业',
    when: { when: 'registry in ["cancelled", "revoked", "moved_out", "suspended", "no_record"]' },
    give: block('COMPANY_NOT_ACTIVE'),
  },
  {
    id: 'register-abnormal',
    why: '经营异常名录',
    when: { when: 'abnormalListed == true' },
    give: review('COMPANY_ABNORMAL'),
  },
  {
    id: 'equity-frozen',
    why: '股权被冻结',
    when: { when: 'equityFrozen == true' },
    give: review('EQUITY_FROZEN'),
  },
  {
    id: 'dishonest',
    why: '失信被执行人',
    when: { when: 'dishonest == true' },
    give: block('COURT_DISHONEST'),
  },
  {
    id: 'court-open',
    why: '有未结执行案件',
    when: { when: 'courtOpenCases != null and courtOpenCases > 0' },
    give: block('COURT_OPEN_CASE'),
  },
  { id: 'tax-grade', why: '纳税信用 D 级', when: { when: 'taxGrade == "D"' }, give: block('TAX_GRADE') },
  {
    id: 'tax-arrears',
    why: '欠缴税款',
    when: { when: 'taxArrearsMinor != null and taxArrearsMinor > 0' },
    give: block('TAX_ARREARS'),
  },
  {
    id: 'no-sales',
    why: '24 个月内 6 个月以上无开票',
    when: { when: 'monthsWithoutSales != null and monthsWithoutSales >= 6' },
    give: review('SALES_INTERRUPTED'),
  },
  {
    id: 'sales-falling',
    why: '销售额下降三成以上',
    when: { when: 'salesChangePpm != null and salesChangePpm <= -300000' },
    give: review('SALES_FALLING'),
  },
];

/** Knock-outs and review rules on what the sources answered. */
export const creditRuleSeeds = [
  seedRow('entry_rules', 'credit_person', rulesOf('credit_person', personCredit)),
  seedRow('entry_rules', 'credit_company', rulesOf('credit_company', companyCredit)),
];
