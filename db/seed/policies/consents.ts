import { createHash } from 'node:crypto';
import type { Bilingual } from '../../../contracts/policy/body-parts';
import { ACCOUNT_TEXTS } from './account-texts';
import { seedRow } from './seed-row';

/** A consent or agreement in both languages, before it is hashed. */
export interface ConsentText {
  readonly code: string;
  readonly titles: Bilingual;
  readonly texts: Bilingual;
  readonly purposes: string[];
  readonly sources: string[];
  readonly separate: boolean;
}

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

const texts: ConsentText[] = [
  {
    code: 'personal_information',
    titles: { zh: '个人信息处理授权书', en: 'Consent to process personal information' },
    texts: {
      zh: [
        '本人向贵机构申请贷款,同意贵机构为审查本次申请、签订和履行借款合同、贷后管理及履行法定义务,处理本人填写和上传的身份、职业、收入、联系方式、银行账户等信息。',
        '其中身份证件号码、银行账户、人脸信息属于敏感个人信息,仅用于核验本人身份和收付款项;不提供上述必要信息将无法办理贷款。',
        '为核验信息,贵机构可将姓名、证件号码、手机号、银行卡号提供给身份核验机构、电信运营商、银行卡清算机构、反欺诈服务机构、住房公积金管理机构和司法公开信息查询机构,并取得核验结果。',
        '本人可以查阅、复制、更正个人信息,可以撤回本授权;撤回不影响撤回前已进行的处理,也不影响法律要求的保存。对自动化审批结果有异议的,本人有权要求说明并由人工复核。',
        '信息保存至法律规定的期限届满,期满后删除或匿名化。本授权自同意之日起一年内有效,贷款存续的,至结清之日止。',
      ].join('\n'),
      en: [
        'I apply for a loan and agree that you process the identity, occupation, income, contact and bank account information that I give, in order to examine this application, conclude and perform the loan contract, manage the loan and meet legal duties.',
        'My ID number, bank account and face are sensitive information and are used only to verify my identity and to pay and collect. Without them a loan cannot be granted.',
        'For verification you may give my name, ID number, phone number and card number to the identity register, phone carriers, the card network, fraud prevention services, the housing fund and court information services, and receive their results.',
        'I may read, copy and correct my information and withdraw this consent; what was done before stays lawful, and what the law requires is kept. I may ask for an explanation of an automatic decision and for a review by a person.',
        'Information is kept for the legal period and then deleted or made anonymous. This consent is valid for one year, or until the loan is paid off.',
      ].join('\n'),
    },
    purposes: ['application', 'contract', 'servicing'],
    sources: ['identity', 'telecom', 'bank_card', 'anti_fraud', 'court', 'housing_fund'],
    separate: false,
  },
  {
    code: 'credit_report',
    titles: { zh: '征信查询与报送授权书', en: 'Consent to query and report to the credit bureau' },
    texts: {
      zh: [
        '本人授权贵机构为审核本次贷款申请及贷后风险管理,向金融信用信息基础数据库及依法设立的征信机构查询本人信用报告。',
        '本人同意贵机构将本次贷款的合同、还款和逾期等信息报送金融信用信息基础数据库。首次报送不良信息前,贵机构将事先告知本人。',
        '贵机构不得将信用报告用于上述以外的用途,未经本人同意不得向第三方提供。申请未获批准的,查询记录仍会保留。',
        '本授权自同意之日起至申请被拒绝或撤回之日止;贷款发放的,至贷款结清之日止。',
      ].join('\n'),
      en: [
        'I authorise you to query my credit report at the national credit database and at licensed bureaus, to examine this application and to manage the risk of the loan.',
        'I agree that you report the contract, repayments and overdue amounts of this loan to the national credit database. You will tell me before you report adverse information for the first time.',
        'You use the report for nothing else and give it to nobody without my consent. The query stays on record even if the application is refused.',
        'This consent is valid until the application is refused or withdrawn, or until the loan is paid off.',
      ].join('\n'),
    },
    purposes: ['credit_query', 'credit_reporting'],
    sources: ['bureau'],
    separate: true,
  },
  {
    code: 'company_information',
    titles: { zh: '企业信息查询授权书', en: "Consent to query the company's information" },
    texts: {
      zh: [
        '本企业申请贷款,授权贵机构为审查申请及贷后管理,查询本企业的工商登记、司法公开、纳税与发票信息。',
        '本企业授权税务数据服务机构向贵机构提供近二十四个月的销项、进项、纳税信用等级和欠税信息。',
        '法定代表人同意贵机构核验其身份信息。查询结果仅用于本次贷款。本授权自同意之日起至贷款结清之日止。',
      ].join('\n'),
      en: [
        'The company applies for a loan and authorises you to query its business registration, court records, tax and invoice data, to examine the application and manage the loan.',
        'The company authorises tax data services to give you sales, purchases, tax credit grade and arrears of the last twenty-four months.',
        'The legal representative agrees to the verification of their identity. Results are used for this loan only. Valid until the loan is paid off.',
      ].join('\n'),
    },
    purposes: ['application', 'servicing'],
    sources: ['registry', 'tax', 'court'],
    separate: true,
  },
];

/** Consent texts with the hash of each language version, so that what was agreed to can be proved. */
export const consentSeeds = [...texts, ...ACCOUNT_TEXTS].map(({ code, ...text }) =>
  seedRow('consent_text', code, {
    ...text,
    hashes: { zh: sha256(text.texts.zh), en: sha256(text.texts.en) },
    validDays: 365,
  }),
);
