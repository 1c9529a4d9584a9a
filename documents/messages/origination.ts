import { messageSeed } from './template';

/** Messages from application to payout. */
export const ORIGINATION_MESSAGES = {
  'application-received': messageSeed(
    { applicationNumber: 'text' },
    {
      channels: ['sms', 'mail', 'inapp'],
      subjects: { zh: '已收到您的借款申请', en: 'We have your application' },
      texts: {
        zh: '【{{lender}}】您的借款申请（编号{{applicationNumber}}）已收到，我们将尽快审核并告知结果。客服电话{{hotline}}。',
        en: '[{{lender}}] We received your loan application {{applicationNumber}} and will tell you the result soon. Questions: {{hotline}}.',
      },
    },
  ),
  'supplement-request': messageSeed(
    { documents: 'list', deadlineOn: 'date' },
    {
      channels: ['sms', 'mail', 'inapp'],
      subjects: { zh: '请补充借款申请资料', en: 'Documents needed for your application' },
      texts: {
        zh: '【{{lender}}】您的借款申请还需补充：{{documents}}。请于{{deadlineOn}}前上传，逾期申请将自动关闭。客服电话{{hotline}}。',
        en: '[{{lender}}] Your application still needs: {{documents}}. Please upload by {{deadlineOn}}; after that it is closed. Questions: {{hotline}}.',
      },
    },
  ),
  'supplement-reminder': messageSeed(
    { documents: 'list', deadlineOn: 'date' },
    {
      channels: ['sms', 'mail', 'inapp'],
      subjects: { zh: '补充资料即将到期', en: 'Documents due soon' },
      texts: {
        zh: '【{{lender}}】提醒：您的借款申请尚缺{{documents}}，请于{{deadlineOn}}前上传。客服电话{{hotline}}。',
        en: '[{{lender}}] Reminder: your application still lacks {{documents}}. Please upload by {{deadlineOn}}. Questions: {{hotline}}.',
      },
    },
  ),
  'consent-request': messageSeed(
    { deadlineOn: 'date' },
    {
      channels: ['sms', 'mail', 'inapp'],
      subjects: { zh: '请阅读并确认授权书', en: 'Your consent is needed' },
      texts: {
        zh: '【{{lender}}】审核您的借款申请前，需您阅读并确认信息查询授权书。请于{{deadlineOn}}前登录办理；未经您授权，我们不会查询任何信息。客服电话{{hotline}}。',
        en: '[{{lender}}] Before we review your application please read and confirm the consent by {{deadlineOn}}. Without it we query nothing about you. Questions: {{hotline}}.',
      },
    },
  ),
  'application-expired': messageSeed(
    { applicationNumber: 'text' },
    {
      channels: ['sms', 'mail', 'inapp'],
      subjects: { zh: '借款申请已关闭', en: 'Application closed' },
      texts: {
        zh: '【{{lender}}】您的借款申请（编号{{applicationNumber}}）因未在期限内办理已自动关闭，不产生任何费用，您可以重新申请。客服电话{{hotline}}。',
        en: '[{{lender}}] Application {{applicationNumber}} was closed because it was not completed in time. Nothing is charged; you may apply again. Questions: {{hotline}}.',
      },
    },
  ),
  'application-approved': messageSeed(
    { amount: 'money', annualRate: 'text', annualCost: 'text', termMonths: 'count', expiresOn: 'date' },
    {
      channels: ['sms', 'mail', 'inapp'],
      subjects: { zh: '借款申请已通过', en: 'Application approved' },
      texts: {
        zh: '【{{lender}}】您的借款申请已通过：本金{{amount}}，{{termMonths}}个月，年利率{{annualRate}}，年化综合融资成本{{annualCost}}。请于{{expiresOn}}前登录阅读并签署合同。客服电话{{hotline}}。',
        en: '[{{lender}}] Approved: {{amount}} for {{termMonths}} months at {{annualRate}} a year, annualised total cost {{annualCost}}. Please read and sign the contract by {{expiresOn}}. Questions: {{hotline}}.',
      },
    },
  ),
  'application-declined': messageSeed(
    { reasons: 'list', reviewUntil: 'date' },
    {
      channels: ['sms', 'mail', 'inapp'],
      subjects: { zh: '借款申请结果', en: 'Result of your application' },
      texts: {
        zh: '【{{lender}}】很抱歉，您的借款申请未通过，原因：{{reasons}}。如有异议，可于{{reviewUntil}}前登录申请人工复核，或致电{{hotline}}了解详情。',
        en: '[{{lender}}] We are sorry: your application was declined. Reasons: {{reasons}}. You may ask for a review by a person until {{reviewUntil}}, or call {{hotline}}.',
      },
    },
  ),
  'application-declined-final': messageSeed(
    { reasons: 'list' },
    {
      channels: ['sms', 'mail', 'inapp'],
      subjects: { zh: '借款申请结果', en: 'Result of your application' },
      texts: {
        zh: '【{{lender}}】很抱歉，您的借款申请经人工审核未通过，原因：{{reasons}}。如需了解详情或者投诉，请致电{{hotline}}。',
        en: '[{{lender}}] We are sorry: after review by a person your application was declined. Reasons: {{reasons}}. For details or complaints call {{hotline}}.',
      },
    },
  ),
  'login-code': messageSeed(
    { code: 'text', minutes: 'count' },
    {
      channels: ['sms'],
      subjects: { zh: '登录验证码', en: 'Code to log in' },
      texts: {
        zh: '【{{lender}}】验证码{{code}}，{{minutes}}分钟内有效，用于注册或登录。请勿告知任何人，我们不会向您索取。',
        en: '[{{lender}}] Code {{code}}, valid {{minutes}} minutes, to register or log in. Tell it to nobody; we never ask for it.',
      },
    },
  ),
  'one-time-code': messageSeed(
    { code: 'text', minutes: 'count', contractNumber: 'text' },
    {
      channels: ['sms'],
      subjects: { zh: '合同签署验证码', en: 'Code to sign your contract' },
      texts: {
        zh: '【{{lender}}】验证码{{code}}，{{minutes}}分钟内有效，用于签署借款合同{{contractNumber}}。输入即表示签署，请勿告知任何人。',
        en: '[{{lender}}] Code {{code}}, valid {{minutes}} minutes, to sign loan contract {{contractNumber}}. Entering it signs the contract. Tell it to nobody.',
      },
    },
  ),
  'offer-reminder': messageSeed(
    { amount: 'money', expiresOn: 'date' },
    {
      channels: ['sms', 'mail', 'inapp'],
      subjects: { zh: '借款合同待签署', en: 'Your contract awaits signature' },
      texts: {
        zh: '【{{lender}}】您有一份{{amount}}的借款合同待签署，{{expiresOn}}前有效，过期自动失效。客服电话{{hotline}}。',
        en: '[{{lender}}] Your contract for {{amount}} awaits your signature and is valid until {{expiresOn}}. Questions: {{hotline}}.',
      },
    },
  ),
  'offer-expired': messageSeed(
    { amount: 'money' },
    {
      channels: ['sms', 'mail', 'inapp'],
      subjects: { zh: '借款合同已失效', en: 'Offer expired' },
      texts: {
        zh: '【{{lender}}】您的{{amount}}借款合同未在期限内签署，已自动失效，不产生任何费用，您可以重新申请。客服电话{{hotline}}。',
        en: '[{{lender}}] Your offer of {{amount}} was not signed in time and has expired. Nothing is charged; you may apply again. Questions: {{hotline}}.',
      },
    },
  ),
  'contract-signed': messageSeed(
    { contractNumber: 'text' },
    {
      channels: ['sms', 'mail', 'inapp'],
      subjects: { zh: '借款合同已签署', en: 'Contract signed' },
      texts: {
        zh: '【{{lender}}】借款合同{{contractNumber}}已由双方签署，可登录下载。借款将划入您的收款账户。客服电话{{hotline}}。',
        en: '[{{lender}}] Contract {{contractNumber}} is signed by both parties; you can download it. The money will go to your account. Questions: {{hotline}}.',
      },
    },
  ),
  'payout-made': messageSeed(
    { amount: 'money', accountTail: 'text', firstDueOn: 'date', firstDueAmount: 'money' },
    {
      channels: ['sms', 'mail', 'inapp'],
      subjects: { zh: '借款已发放', en: 'Loan paid out' },
      texts: {
        zh: '【{{lender}}】借款{{amount}}已划入您尾号{{accountTail}}的账户。首个还款日{{firstDueOn}}，应还{{firstDueAmount}}，请按时足额还款。客服电话{{hotline}}。',
        en: '[{{lender}}] {{amount}} was paid to your account ending {{accountTail}}. First instalment {{firstDueAmount}} is due on {{firstDueOn}}. Questions: {{hotline}}.',
      },
    },
  ),
  'payout-returned': messageSeed(
    { amount: 'money', accountTail: 'text', deadlineOn: 'date' },
    {
      channels: ['sms', 'mail', 'inapp'],
      subjects: { zh: '收款账户有误，请更正', en: 'Please correct your account' },
      texts: {
        zh: '【{{lender}}】借款{{amount}}划入您尾号{{accountTail}}的账户未成功。请于{{deadlineOn}}前登录更正收款账户，期间不计利息。客服电话{{hotline}}。',
        en: '[{{lender}}] Paying {{amount}} to your account ending {{accountTail}} failed. Please correct the account by {{deadlineOn}}; no interest runs meanwhile. Questions: {{hotline}}.',
      },
    },
  ),
};
