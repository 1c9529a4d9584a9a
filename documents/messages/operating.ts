import { messageSeed } from './template';

/** Messages to those who connect their systems to the lender's. */
export const OPERATING_MESSAGES = {
  'webhook-disabled': messageSeed(
    { url: 'text', reason: 'list', on: 'date' },
    {
      channels: ['mail'],
      subjects: { zh: '回调地址已被自动停用', en: 'Your webhook endpoint was switched off' },
      texts: {
        zh: '【{{lender}}】您的回调地址{{url}}已于{{on}}被自动停用，原因：{{reason}}。期间的事件不再推送，可经 /v1/events 补取；修复后请在接口或控制台重新启用。客服电话{{hotline}}。',
        en: '[{{lender}}] Your webhook endpoint {{url}} was switched off on {{on}}: {{reason}}. Nothing is sent there any more; what happens meanwhile can be read at /v1/events. Mend the receiver and switch it on again by the API or in the console. Questions: {{hotline}}.',
      },
    },
  ),
};
