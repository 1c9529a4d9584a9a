import type { HandRow } from './graph';
import { block, review, rulesOf } from './hit-rules';
import { seedRow } from './seed-row';

const request: HandRow[] = [
  {
    id: 'customer-type',
    why: '产品只面向一类客户',
    when: { when: 'not(customerTypeFits)' },
    give: block('CUSTOMER_TYPE'),
  },
  {
    id: 'amount-low',
    why: '低于产品最低金额',
    when: { when: 'amountMinor < minAmountMinor' },
    give: block('AMOUNT_OUT_OF_RANGE'),
  },
  {
    id: 'amount-high',
    why: '高于产品最高金额',
    when: { when: 'amountMinor > maxAmountMinor' },
    give: block('AMOUNT_OUT_OF_RANGE'),
  },
  {
    id: 'term',
    why: '产品不提供该期限',
    when: { when: 'not(termOffered)' },
    give: block('TERM_NOT_OFFERED'),
  },
  {
    id: 'method',
    why: '产品不提供该还款方式',
    when: { when: 'not(methodOffered)' },
    give: block('METHOD_NOT_OFFERED'),
  },
  {
    id: 'purpose',
    why: '用途不在允许范围(禁止购房、投资、还旧贷)',
    when: { when: 'not(purposeOffered)' },
    give: block('PURPOSE_NOT_ALLOWED'),
  },
  { id: 'blacklist', why: '内部黑名单', when: { when: 'blacklisted' }, give: block('BLACKLISTED') },
  {
    id: 'duplicate',
    why: '同一产品已有在途申请',
    when: { when: 'openSameProduct > 0' },
    give: block('DUPLICATE_APPLICATION'),
  },
  {
    id: 'too-many',
    why: '在途申请过多',
    when: { when: 'openApplications >= openApplicationsMax' },
    give: block('TOO_MANY_APPLICATIONS'),
  },
  {
    id: 'customer-limit',
    why: '在途与在贷合计超过单户限额',
    when: { when: 'exposureAfterMinor > customerMaxMinor' },
    give: block('CUSTOMER_LIMIT'),
  },
  {
    id: 'overdue-here',
    why: '在本机构有逾期',
    when: { when: 'daysOverdue > 0' },
    give: block('OVERDUE_WITH_US'),
  },
];

const person: HandRow[] = [
  {
    id: 'age-min',
    why: '未成年人不得借款',
    when: { when: 'age != null and age < 18' },
    give: block('UNDER_AGE'),
  },
  {
    id: 'age-young',
    why: '18 至 21 岁由人工判断还款来源',
    when: { when: 'age != null and age >= 18 and age < 22' },
    give: review('YOUNG_APPLICANT'),
  },
  {
    id: 'age-max',
    why: '到期时年满 65 周岁',
    when: { when: 'ageAtMaturity != null and ageAtMaturity > 65' },
    give: block('OVER_AGE'),
  },
  {
    id: 'student',
    why: '不向在校学生发放',
    when: { when: 'employment == "student"' },
    give: block('STUDENT'),
  },
  {
    id: 'no-work',
    why: '无业须核实收入来源',
    when: { when: 'employment == "unemployed"' },
    give: review('NO_EMPLOYMENT'),
  },
  {
    id: 'region',
    why: '居住地无服务网点',
    when: { when: 'residenceProvince in ["54", "63", "71", "81", "82", "83"]' },
    give: block('REGION_NOT_SERVED'),
  },
];

const company: HandRow[] = [
  {
    id: 'company-young',
    why: '成立不满一年',
    when: { when: 'companyMonths != null and companyMonths < 12' },
    give: block('COMPANY_TOO_YOUNG'),
  },
  {
    id: 'industry',
    why: '限制行业(房地产、金融)须人工判断',
    when: { when: 'industry in ["J", "K"]' },
    give: review('INDUSTRY_RESTRICTED'),
  },
];

/** Entry rules, checked before any outside query. */
export const entryRuleSeeds = [
  seedRow('entry_rules', 'entry_person', rulesOf('entry_person', [...request, ...person])),
  seedRow('entry_rules', 'entry_company', rulesOf('entry_company', [...request, ...company])),
];
