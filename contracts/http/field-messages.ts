/** Words for field checks that are ours; a schema's `refine` names one of these keys as its message. */
export const FIELD_MESSAGES = {
  invalid: { en: 'Invalid value', zh: '值无效' },
  unknown_field: { en: 'Unknown field', zh: '未知字段' },
  control_character: { en: 'Holds a control character', zh: '包含控制字符' },
  not_positive: { en: 'Must be greater than zero', zh: '必须大于零' },
  not_a_date: { en: 'Not a calendar date (YYYY-MM-DD)', zh: '不是有效日期(YYYY-MM-DD)' },
  duplicate: { en: 'Given twice', zh: '重复' },
  id_number_invalid: { en: 'Identity number is not valid', zh: '证件号码无效' },
  phone_invalid: { en: 'Mobile number is not valid', zh: '手机号码无效' },
  mail_invalid: { en: 'Mail address is not valid', zh: '邮箱地址无效' },
  kind_differs: { en: 'Not the same kind as the customer', zh: '与客户类型不一致' },
  card_invalid: { en: 'Bank card number is not valid', zh: '银行卡号无效' },
  company_code_invalid: { en: 'Unified social credit code is not valid', zh: '统一社会信用代码无效' },
  person_or_company: {
    en: 'Give the fields of a person or of a company, not both',
    zh: '个人与企业字段须二选一',
  },
  conditions_empty: { en: 'State at least one condition', zh: '请至少给出一项条件' },
  reasons_missing: { en: 'State at least one reason code', zh: '请至少给出一个原因代码' },
  filter_invalid: { en: 'Not a condition that this list knows', zh: '不是此列表支持的筛选条件' },
  search_empty: { en: 'Give a number, a phone or a name to look for', zh: '请给出证件号、手机号或姓名' },
  personal_number: {
    en: 'Holds a number as long as an identity, phone or card number',
    zh: '包含与证件号、手机号或卡号一样长的号码',
  },
  base64_invalid: { en: 'Not valid base64', zh: '不是有效的 base64' },
} as const;

/** Key of a message for a field. */
export type FieldMessage = keyof typeof FIELD_MESSAGES;

/** Whether a text is the key of a field message. */
export function isFieldMessage(text: string): text is FieldMessage {
  return Object.hasOwn(FIELD_MESSAGES, text);
}
