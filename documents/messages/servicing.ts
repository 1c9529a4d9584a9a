import { messageSeed } from './template';

/** Messages from the first instalment to payoff. */
export const SERVICING_MESSAGES = {
  'payment-reminder': messageSeed(
    { amount: 'money', dueOn: 'date', accountTail: 'text' },
    {
      channels: ['sms', 'mail', 'inapp'],
      subjects: { zh: '还款提醒', en: 'Payment due soon' },
      texts: {
        zh: '【{{lender}}】还款日{{dueOn}}应还{{amount}}，届时将从您尾号{{accountTail}}的账户扣款，请保证余额充足。客服电话{{hotline}}。',
        en: '[{{lender}}] {{amount}} is due on {{dueOn}} and will be debited from your account ending {{accountTail}}. Questions: {{hotline}}.',
      },
    },
  ),
  'payment-received': messageSeed(
    { amount: 'money', paidOn: 'date', outstanding: 'money' },
    {
      channels: ['sms', 'mail', 'inapp'],
      subjects: { zh: '还款成功', en: 'Payment received' },
      texts: {
        zh: '【{{lender}}】{{paidOn}}已收到您的还款{{amount}}，剩余本金{{outstanding}}。客服电话{{hotline}}。',
        en: '[{{lender}}] We received {{amount}} on {{paidOn}}. Principal left: {{outstanding}}. Questions: {{hotline}}.',
      },
    },
  ),
  'debit-failed': messageSeed(
    { amount: 'money', dueOn: 'date', accountTail: 'text' },
    {
      channels: ['sms', 'mail', 'inapp'],
      subjects: { zh: '扣款未成功', en: 'Debit failed' },
      texts: {
        zh: '【{{lender}}】{{dueOn}}应还{{amount}}，从您尾号{{accountTail}}的账户扣款未成功。请存入足额资金或登录主动还款，以免逾期。客服电话{{hotline}}。',
        en: '[{{lender}}] Debiting {{amount}} due on {{dueOn}} from your account ending {{accountTail}} failed. Please fund the account or pay now to avoid default. Questions: {{hotline}}.',
      },
    },
  ),
  'payoff-quote': messageSeed(
    { amount: 'money', validOn: 'date' },
    {
      channels: ['sms', 'mail', 'inapp'],
      subjects: { zh: '提前结清金额', en: 'Early payoff amount' },
      texts: {
        zh: '【{{lender}}】您于{{validOn}}提前结清借款应还{{amount}}，含截至当日的利息及约定费用，仅当日有效。客服电话{{hotline}}。',
        en: '[{{lender}}] Paying your loan off on {{validOn}} takes {{amount}}, with interest and agreed fees to that day. Valid that day only. Questions: {{hotline}}.',
      },
    },
  ),
  'rate-changed': messageSeed(
    { annualRate: 'text', fromOn: 'date', dueOn: 'date', amount: 'money' },
    {
      channels: ['sms', 'mail', 'inapp'],
      subjects: { zh: '贷款利率调整', en: 'Your interest rate has changed' },
      texts: {
        zh: '【{{lender}}】您的借款按最新贷款市场报价利率（LPR）重定价：自{{fromOn}}起年利率为{{annualRate}}，下一期{{dueOn}}应还{{amount}}。客服电话{{hotline}}。',
        en: '[{{lender}}] Your loan follows the loan prime rate: from {{fromOn}} the yearly rate is {{annualRate}}. The next instalment, due on {{dueOn}}, is {{amount}}. Questions: {{hotline}}.',
      },
    },
  ),
  'paid-off': messageSeed(
    { certificateNumber: 'text' },
    {
      channels: ['sms', 'mail', 'inapp'],
      subjects: { zh: '借款已结清', en: 'Loan paid off' },
      texts: {
        zh: '【{{lender}}】您的借款已全部结清，结清证明（编号{{certificateNumber}}）可登录下载。感谢您的守信。客服电话{{hotline}}。',
        en: '[{{lender}}] Your loan is fully paid. Settlement certificate {{certificateNumber}} can be downloaded. Thank you. Questions: {{hotline}}.',
      },
    },
  ),
  'draw-failed': messageSeed(
    { amount: 'money', accountTail: 'text' },
    {
      channels: ['sms', 'mail', 'inapp'],
      subjects: { zh: '提款未成功', en: 'Draw not paid' },
      texts: {
        zh: '【{{lender}}】您提款的{{amount}}未能付至您尾号{{accountTail}}的账户，借款未增加，可提额度已恢复。请核对账户后重新提款。客服电话{{hotline}}。',
        en: '[{{lender}}] Your draw of {{amount}} could not be paid to your account ending {{accountTail}}. Nothing was lent and the amount can be drawn again once the account is in order. Questions: {{hotline}}.',
      },
    },
  ),
  'refund-made': messageSeed(
    { amount: 'money', accountTail: 'text' },
    {
      channels: ['sms', 'mail', 'inapp'],
      subjects: { zh: '溢缴款已退回', en: 'Refund made' },
      texts: {
        zh: '【{{lender}}】您多还的{{amount}}已退回您尾号{{accountTail}}的账户，请查收。客服电话{{hotline}}。',
        en: '[{{lender}}] {{amount}} that you overpaid was returned to your account ending {{accountTail}}. Questions: {{hotline}}.',
      },
    },
  ),
};
