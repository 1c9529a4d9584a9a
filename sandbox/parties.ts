/** Every party the sandbox plays, with the path it answers under and its name for people. */
export const parties = {
  identity: { path: '/police', zh: '公安身份核验', en: 'Identity register' },
  telecom: { path: '/telecom', zh: '运营商三要素', en: 'Phone carriers' },
  bank_card: { path: '/unionpay', zh: '银联四要素', en: 'Card network' },
  bureau: { path: '/bureau', zh: '央行征信', en: 'Credit bureau' },
  anti_fraud: { path: '/antifraud', zh: '多头与反欺诈', en: 'Multi-lender and fraud' },
  court: { path: '/court', zh: '法院执行信息', en: 'Court enforcement' },
  registry: { path: '/registry', zh: '工商登记', en: 'Business register' },
  tax: { path: '/tax', zh: '税务与发票', en: 'Tax and invoices' },
  housing_fund: {
    path: '/housing-fund',
    zh: '公积金(纯配置接入)',
    en: 'Housing fund (added by configuration only)',
  },
  document_reader: { path: '/ocr', zh: '证照识别(OCR)', en: 'Document reader (OCR)' },
  bank: { path: '/bank', zh: '放款与代扣银行', en: 'Payout and debit bank' },
  messages: { path: '/messages', zh: '短信邮件网关', en: 'Message gateway' },
  webhooks: { path: '/webhooks', zh: '回调接收示例', en: 'Webhook receiver' },
} as const;

/** The name of a party in faults and the call log. */
export type Party = keyof typeof parties;

/** All party names, for schemas and pages. */
export const partyNames = Object.keys(parties) as [Party, ...Party[]];
