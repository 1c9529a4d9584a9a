import { scenarioAt, table } from './magic-entry';

/** Sequence digits 15–17 of an ID number, even (female) mark given, the odd one after it is the same for a man. */
export const idMagic = table({
  prime: { mark: '900', party: 'bureau', zh: '优质客户,评分 800', en: 'excellent borrower, score 800' },
  near_prime: {
    mark: '902',
    party: 'bureau',
    zh: '评分 600,适合人工审批',
    en: 'score 600, fit for a person to decide',
  },
  subprime: { mark: '904', party: 'bureau', zh: '评分 450', en: 'score 450' },
  thin_file: {
    mark: '906',
    party: 'bureau',
    zh: '白户:无信贷记录、无评分',
    en: 'thin file: no accounts, no score',
  },
  overdue_history: {
    mark: '908',
    party: 'bureau',
    zh: '两年内连三累六,现已还清',
    en: '3 in a row and 6 in all overdue months within two years, now clear',
  },
  overdue_now: { mark: '910', party: 'bureau', zh: '当前逾期两期', en: 'two instalments overdue now' },
  heavy_debt: {
    mark: '912',
    party: 'bureau',
    zh: '负债高,月供 28,000 元',
    en: 'heavy debt, 28,000 yuan due each month',
  },
  query_storm: {
    mark: '914',
    party: 'bureau',
    zh: '近 3 个月 17 次审批查询',
    en: '17 approval queries in 3 months',
  },
  bad_debt: { mark: '916', party: 'bureau', zh: '有呆账', en: 'an account written off elsewhere' },
  bureau_name_mismatch: {
    mark: '918',
    party: 'bureau',
    zh: '征信姓名与证件不符',
    en: 'the bureau knows this ID under another name',
  },
  multi_lender_heavy: {
    mark: '920',
    party: 'anti_fraud',
    zh: '多头借贷严重',
    en: 'applies to very many lenders',
  },
  fraud_blacklisted: { mark: '922', party: 'anti_fraud', zh: '反欺诈黑名单', en: 'on the fraud blacklist' },
  anti_fraud_no_record: {
    mark: '924',
    party: 'anti_fraud',
    zh: '反欺诈查无记录',
    en: 'unknown to the fraud source',
  },
  court_enforced: { mark: '926', party: 'court', zh: '被执行人,有未结案件', en: 'open enforcement case' },
  court_dishonest: {
    mark: '928',
    party: 'court',
    zh: '失信被执行人并限高',
    en: 'dishonest judgment debtor, spending restricted',
  },
  court_closed: { mark: '930', party: 'court', zh: '仅有已结案件', en: 'closed cases only' },
  court_same_name: { mark: '932', party: 'court', zh: '同名他人的案件', en: 'cases of a namesake only' },
  identity_mismatch: {
    mark: '934',
    party: 'identity',
    zh: '姓名与身份证号不一致',
    en: 'name and ID number do not belong together',
  },
  identity_no_record: {
    mark: '936',
    party: 'identity',
    zh: '公安库查无此人',
    en: 'no such person in the register',
  },
  face_no_photo: { mark: '938', party: 'identity', zh: '库中无照片', en: 'the register has no photo' },
  face_mismatch: { mark: '940', party: 'identity', zh: '人脸不符', en: 'another face' },
  bureau_timeout_once: {
    mark: '950',
    party: 'bureau',
    zh: '征信首次超时,重试成功',
    en: 'the bureau times out once per question',
  },
  bureau_timeout_always: {
    mark: '952',
    party: 'bureau',
    zh: '征信一直超时',
    en: 'the bureau always times out',
  },
  bureau_error_twice: {
    mark: '954',
    party: 'bureau',
    zh: '征信前两次 503',
    en: 'the bureau answers 503 twice per question',
  },
  bureau_error_always: {
    mark: '956',
    party: 'bureau',
    zh: '征信一直 503',
    en: 'the bureau always answers 503',
  },
  bureau_slow: { mark: '958', party: 'bureau', zh: '征信慢 0.8 秒', en: 'the bureau takes 0.8 s' },
  bureau_garbage: {
    mark: '960',
    party: 'bureau',
    zh: '征信返回无法解析的内容',
    en: 'the bureau answers something unreadable',
  },
  bureau_busy_once: {
    mark: '962',
    party: 'bureau',
    zh: '征信首次 429',
    en: 'the bureau answers 429 once per question',
  },
  court_error_always: {
    mark: '964',
    party: 'court',
    zh: '法院接口一直 503',
    en: 'the court source always answers 503',
  },
  anti_fraud_timeout_always: {
    mark: '966',
    party: 'anti_fraud',
    zh: '反欺诈一直超时',
    en: 'the fraud source always times out',
  },
  telecom_error_once: {
    mark: '968',
    party: 'telecom',
    zh: '运营商首次 503',
    en: 'the carrier answers 503 once per question',
  },
  identity_error_once: {
    mark: '970',
    party: 'identity',
    zh: '公安接口首次 503',
    en: 'the identity source answers 503 once per question',
  },
  bureau_error_quotes: {
    mark: '972',
    party: 'bureau',
    zh: '征信一直 500,且错误信息引用姓名和证件号',
    en: 'the bureau always answers 500 and quotes name and ID number in its error',
  },
  scan_low_confidence: {
    mark: '974',
    party: 'document_reader',
    zh: '证件样本上姓名和号码识别置信度低',
    en: 'name and ID number on the specimen scan are read with doubt',
  },
  scan_other_name: {
    mark: '976',
    party: 'document_reader',
    zh: '身份证样本上是另一个姓名',
    en: 'the specimen of the ID card shows another name',
  },
  scan_unreadable: {
    mark: '978',
    party: 'document_reader',
    zh: '样本无法识别',
    en: 'the specimen cannot be read',
  },
  scan_timeout_always: {
    mark: '980',
    party: 'document_reader',
    zh: '证照识别一直超时',
    en: 'the document reader always times out',
  },
  scan_error_once: {
    mark: '982',
    party: 'document_reader',
    zh: '证照识别首次 503',
    en: 'the document reader answers 503 once per question',
  },
  scan_lower_income: {
    mark: '984',
    party: 'document_reader',
    zh: '收入证明样本上只有申报收入的一半',
    en: 'the specimen proof of income shows half of what was declared',
  },
});
export type IdScenario = keyof typeof idMagic;

/** The last four digits of a phone number. */
export const phoneMagic = table({
  phone_name_mismatch: {
    mark: '9901',
    party: 'telecom',
    zh: '手机号登记姓名不符',
    en: 'the phone belongs to another name',
  },
  phone_id_mismatch: {
    mark: '9902',
    party: 'telecom',
    zh: '手机号登记证件不符',
    en: 'the phone belongs to another ID number',
  },
  phone_no_record: { mark: '9903', party: 'telecom', zh: '运营商查无记录', en: 'the carrier has no record' },
  phone_new: { mark: '9904', party: 'telecom', zh: '在网仅 1 个月', en: 'number in use for one month only' },
  phone_unreachable: {
    mark: '9905',
    party: 'messages',
    zh: '短信网关拒收',
    en: 'the message gateway refuses this number',
  },
});
export type PhoneScenario = keyof typeof phoneMagic;

/** Characters 15–16 of a unified social credit code. */
export const usccMagic = table({
  company_cancelled: { mark: 'Y1', party: 'registry', zh: '企业已注销', en: 'company struck off' },
  company_revoked: { mark: 'Y2', party: 'registry', zh: '营业执照被吊销', en: 'licence revoked' },
  company_abnormal: { mark: 'Y3', party: 'registry', zh: '列入经营异常名录', en: 'listed as abnormal' },
  company_unknown: { mark: 'Y4', party: 'registry', zh: '工商查无此企业', en: 'unknown to the register' },
  company_young: { mark: 'Y5', party: 'registry', zh: '成立仅 4 个月', en: 'founded four months ago' },
  tax_arrears: {
    mark: 'Y6',
    party: 'tax',
    zh: '欠税 186,000 元,信用 D 级',
    en: 'tax arrears of 186,000 yuan, grade D',
  },
  tax_falling_sales: { mark: 'Y7', party: 'tax', zh: '销售额腰斩', en: 'sales halved' },
  tax_by_callback: {
    mark: 'Y8',
    party: 'tax',
    zh: '税务结果由回调告知',
    en: 'tax answer ready later, told by callback',
  },
  company_court_enforced: { mark: 'Y9', party: 'court', zh: '企业被执行', en: 'company under enforcement' },
  scan_other_licence: {
    mark: 'YA',
    party: 'document_reader',
    zh: '营业执照样本上的成立日期不同',
    en: 'the specimen licence shows another day of founding',
  },
});
export type UsccScenario = keyof typeof usccMagic;

/** The last four digits of a payout in fen: a way to choose the bank's behaviour without choosing the card. */
export const payoutAmountMagic = table({
  payout_account_closed: {
    mark: '9901',
    party: 'bank',
    zh: '放款失败:账户已销户',
    en: 'payout fails: account closed',
  },
  payout_unknown_booked: {
    mark: '9902',
    party: 'bank',
    zh: '放款超时,实际已入账',
    en: 'payout times out, yet is booked',
  },
  payout_unknown_lost: {
    mark: '9903',
    party: 'bank',
    zh: '放款首次超时,银行未收到',
    en: 'first payout times out and never reached the bank',
  },
  payout_by_callback: {
    mark: '9904',
    party: 'bank',
    zh: '放款处理中,回调告知成功',
    en: 'payout in process, callback confirms',
  },
  payout_returned: {
    mark: '9905',
    party: 'bank',
    zh: '放款成功,次日退汇',
    en: 'payout confirmed, returned a day later',
  },
});

/** The scenario that an ID number carries, if any. */
export function idScenario(idNo: string): IdScenario | undefined {
  const sequence = Number(idNo.slice(14, 17));
  return scenarioAt(idMagic, String(sequence - (sequence % 2)).padStart(3, '0'));
}

/** The scenario that a phone number carries, if any. */
export const phoneScenario = (phone: string) => scenarioAt(phoneMagic, phone.slice(-4));

/** The scenario that a company code carries, if any. */
export const usccScenario = (uscc: string) => scenarioAt(usccMagic, uscc.slice(14, 16));

/** The scenario that a payout's amount carries, if any. */
export const payoutAmountScenario = (amountMinor: string) =>
  scenarioAt(payoutAmountMagic, amountMinor.slice(-4));
