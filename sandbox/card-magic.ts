import { scenarioAt, table } from './magic-entry';

/** The four digits before the check digit of a bank card. */
export const cardMagic = table({
  card_mismatch: {
    mark: '9901',
    party: 'bank_card',
    zh: '四要素不一致',
    en: 'the four factors do not agree',
  },
  card_invalid: { mark: '9902', party: 'bank_card', zh: '无效卡号', en: 'no such card' },
  card_abnormal: { mark: '9903', party: 'bank_card', zh: '卡状态异常', en: 'card in an abnormal state' },
  card_restricted: { mark: '9904', party: 'bank_card', zh: '受限卡', en: 'restricted card' },
  card_credit: { mark: '9905', party: 'bank_card', zh: '信用卡', en: 'a credit card' },
  card_error_once: {
    mark: '9906',
    party: 'bank_card',
    zh: '发卡行维护,首次 503',
    en: 'issuer in maintenance: 503 once per question',
  },
  payout_account_closed: {
    mark: '9910',
    party: 'bank',
    zh: '放款失败:账户已销户',
    en: 'payout fails: account closed',
  },
  payout_account_frozen: {
    mark: '9911',
    party: 'bank',
    zh: '放款失败:账户冻结',
    en: 'payout fails: account frozen',
  },
  payout_name_mismatch: {
    mark: '9912',
    party: 'bank',
    zh: '放款失败:户名不符',
    en: 'payout fails: holder name differs',
  },
  payout_unknown_booked: {
    mark: '9913',
    party: 'bank',
    zh: '放款超时,实际已入账',
    en: 'payout times out, yet is booked',
  },
  payout_unknown_lost: {
    mark: '9914',
    party: 'bank',
    zh: '放款首次超时,银行未收到',
    en: 'first payout times out and never reached the bank',
  },
  payout_error_booked: {
    mark: '9915',
    party: 'bank',
    zh: '放款返回 502,实际已入账',
    en: 'payout answers 502, yet is booked',
  },
  payout_by_callback: {
    mark: '9916',
    party: 'bank',
    zh: '放款处理中,回调告知成功',
    en: 'payout in process, callback confirms',
  },
  payout_fails_by_callback: {
    mark: '9917',
    party: 'bank',
    zh: '放款处理中,回调告知失败',
    en: 'payout in process, callback refuses',
  },
  payout_returned: {
    mark: '9918',
    party: 'bank',
    zh: '放款成功,次日退汇',
    en: 'payout confirmed, returned a day later',
  },
  payout_no_callback: {
    mark: '9919',
    party: 'bank',
    zh: '放款处理中且无回调,须查询',
    en: 'payout in process and never called back: query it',
  },
  payout_out_of_order: {
    mark: '9920',
    party: 'bank',
    zh: '退汇回调先于成功回调到达',
    en: 'the return is called back before the confirmation',
  },
  debit_insufficient_once: {
    mark: '9930',
    party: 'bank',
    zh: '首次代扣余额不足',
    en: 'first debit short of balance',
  },
  debit_insufficient_thrice: {
    mark: '9931',
    party: 'bank',
    zh: '前三次代扣余额不足',
    en: 'first three debits short of balance',
  },
  debit_insufficient_always: {
    mark: '9932',
    party: 'bank',
    zh: '代扣总是余额不足',
    en: 'every debit short of balance',
  },
  debit_stops_after_three: {
    mark: '9933',
    party: 'bank',
    zh: '成功代扣三次后一直余额不足',
    en: 'three debits succeed, then none',
  },
  debit_by_callback: {
    mark: '9934',
    party: 'bank',
    zh: '代扣由回调告知结果',
    en: 'debits answered by callback',
  },
  debit_insufficient_by_callback: {
    mark: '9935',
    party: 'bank',
    zh: '首次代扣由回调告知余额不足',
    en: 'first debit short of balance, told by callback',
  },
  debit_unknown_booked: {
    mark: '9936',
    party: 'bank',
    zh: '首次代扣超时,实际已扣',
    en: 'first debit times out, yet is booked',
  },
  debit_unknown_lost: {
    mark: '9937',
    party: 'bank',
    zh: '首次代扣超时,银行未收到',
    en: 'first debit times out and never reached the bank',
  },
  debit_account_frozen: {
    mark: '9938',
    party: 'bank',
    zh: '代扣失败:账户冻结',
    en: 'debits fail: account frozen',
  },
  debit_limit_exceeded: {
    mark: '9939',
    party: 'bank',
    zh: '首次代扣超限额',
    en: 'first debit above the daily limit',
  },
  callback_late: { mark: '9940', party: 'bank', zh: '回调晚到两天', en: 'callbacks two days late' },
  callback_duplicate: {
    mark: '9941',
    party: 'bank',
    zh: '回调重复三次,次日再来一次',
    en: 'callbacks three times at once and again a day later',
  },
  callback_bad_signature: {
    mark: '9942',
    party: 'bank',
    zh: '先来一个签名错误的回调',
    en: 'a callback with a wrong signature comes first',
  },
  debit_never_answered: {
    mark: '9943',
    party: 'bank',
    zh: '代扣处理中且无回调,须查询',
    en: 'debit in process and never called back: query it',
  },
});
export type CardScenario = keyof typeof cardMagic;

/** The scenario that a card number carries, if any. */
export const cardScenario = (cardNo: string) => scenarioAt(cardMagic, cardNo.slice(-5, -1));
