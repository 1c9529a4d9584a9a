import { messageSeed } from './template';

/** Messages of an overdue loan. They name no third person and threaten nothing (GB/T 45251-2025). */
export const OVERDUE_MESSAGES = {
  'overdue-early': messageSeed(
    { days: 'count', amount: 'money' },
    {
      channels: ['sms', 'mail', 'inapp'],
      subjects: { zh: '还款已逾期', en: 'Payment overdue' },
      texts: {
        zh: '【{{lender}}】您的借款已逾期{{days}}天，应还{{amount}}。请尽快登录还款；如已还款请忽略。客服电话{{hotline}}。',
        en: '[{{lender}}] Your loan is {{days}} days overdue; {{amount}} is due. Please pay soon, or ignore this if you have paid. Questions: {{hotline}}.',
      },
    },
  ),
  'overdue-middle': messageSeed(
    { days: 'count', amount: 'money' },
    {
      channels: ['sms', 'mail', 'inapp'],
      subjects: { zh: '请尽快归还逾期借款', en: 'Please pay the overdue amount' },
      texts: {
        zh: '【{{lender}}】您的借款已逾期{{days}}天，应还{{amount}}，罚息按合同约定逐日计收。如有困难，请致电{{hotline}}协商还款安排。',
        en: '[{{lender}}] Your loan is {{days}} days overdue; {{amount}} is due and default interest accrues daily. In difficulty? Call {{hotline}} to arrange repayment.',
      },
    },
  ),
  'overdue-late': messageSeed(
    { days: 'count', amount: 'money', payBy: 'date' },
    {
      channels: ['sms', 'mail', 'inapp'],
      subjects: { zh: '逾期借款催告', en: 'Demand for overdue payment' },
      texts: {
        zh: '【{{lender}}】您的借款已逾期{{days}}天，应还{{amount}}。请于{{payBy}}前归还或致电{{hotline}}协商；逾期未处理的，我们可能依合同宣布提前到期并通过法律途径解决。',
        en: '[{{lender}}] Your loan is {{days}} days overdue; {{amount}} is due. Please pay by {{payBy}} or call {{hotline}}; otherwise we may call the loan and take legal steps under the contract.',
      },
    },
  ),
  'overdue-cured': messageSeed(
    { paidOn: 'date' },
    {
      channels: ['sms', 'mail', 'inapp'],
      subjects: { zh: '逾期已还清', en: 'Overdue amount cleared' },
      texts: {
        zh: '【{{lender}}】您的逾期款项已于{{paidOn}}还清，借款恢复正常，请继续按期还款。客服电话{{hotline}}。',
        en: '[{{lender}}] Your overdue amount was cleared on {{paidOn}}; the loan is current again. Questions: {{hotline}}.',
      },
    },
  ),
  'agency-notice': messageSeed(
    { days: 'count', agency: 'text', fromOn: 'date' },
    {
      channels: ['sms', 'mail', 'inapp'],
      subjects: { zh: '委托催收告知', en: 'Notice of assigned agency' },
      texts: {
        zh: '【{{lender}}】您的借款已逾期{{days}}天，自{{fromOn}}起由{{agency}}受托与您联系还款事宜。还款请仅通过我方渠道，勿转入个人账户。核实或投诉请致电{{hotline}}。',
        en: '[{{lender}}] Your loan is {{days}} days overdue. From {{fromOn}} {{agency}} contacts you on our behalf. Pay through our channels only, never to a private account. Check or complain: {{hotline}}.',
      },
    },
  ),
  /** Must go out before the first report of bad information (征信业管理条例 15 条). */
  'bad-information-notice': messageSeed(
    { days: 'count', amount: 'money', reportOn: 'date' },
    {
      channels: ['sms', 'mail', 'inapp'],
      subjects: { zh: '不良信息报送告知', en: 'Notice before bureau report' },
      texts: {
        zh: '【{{lender}}】依据《征信业管理条例》第十五条告知：您的借款已逾期{{days}}天，应还{{amount}}。如未还清，我们将于{{reportOn}}起向金融信用信息基础数据库报送该逾期信息，可能影响您的信贷活动。异议请致电{{hotline}}。',
        en: '[{{lender}}] Notice under art. 15 of the credit reporting rules: your loan is {{days}} days overdue, {{amount}} due. Unless paid, we report this to the credit bureau from {{reportOn}}; it may affect your credit. To dispute call {{hotline}}.',
      },
    },
  ),
};
