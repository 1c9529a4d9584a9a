import { MessageTemplateBody } from '../../../contracts/policy/servicing';
import { placeholdersOf } from '../../../documents/fill-text';
import { MESSAGES, type MessageCode } from '../../../documents/messages/catalogue';
import { renderMessage, renderStoredMessage } from '../../../documents/messages/render-message';
import { COMMON_PARAMS, type ParamKind } from '../../../documents/messages/template';

const COMMON = { lender: '流贷消费金融', hotline: '400-820-0000' };
const SAMPLES: Record<ParamKind, unknown> = {
  text: 'LF20260315000001',
  count: 36,
  money: '10000000',
  date: '2026-12-31',
  list: [
    { zh: '最近六个月银行流水', en: 'bank statements of the last six months' },
    { zh: '在职证明', en: 'proof of employment' },
  ],
};
const CODES = Object.keys(MESSAGES) as MessageCode[];
const sampleParams = (code: MessageCode): Record<string, unknown> => ({
  ...Object.fromEntries(Object.entries(MESSAGES[code].params).map(([name, kind]) => [name, SAMPLES[kind]])),
  ...COMMON,
});

describe('messages', () => {
  it('writes an approval with its terms in both languages', () => {
    const params = {
      ...COMMON,
      amount: '10000000',
      annualRate: '12.00%',
      annualCost: '12.00%（单利）',
      termMonths: 12,
      expiresOn: '2026-03-22',
    };
    expect(renderMessage('application-approved', 'zh-CN', params)).toEqual({
      subject: '借款申请已通过',
      body: '【流贷消费金融】您的借款申请已通过：本金¥100,000.00，12个月，年利率12.00%，年化综合融资成本12.00%（单利）。请于2026年3月22日前登录阅读并签署合同。客服电话400-820-0000。',
    });
    expect(renderMessage('application-approved', 'en', params).body).toContain(
      'Approved: CN¥100,000.00 for 12 months at 12.00% a year',
    );
  });

  it('gives the reasons of a refusal in words', () => {
    const reasons = [{ zh: '近期查询次数较多', en: 'many recent credit inquiries' }];
    const params = { ...COMMON, reasons, reviewUntil: '2026-04-01' };
    expect(renderMessage('application-declined', 'zh-CN', params).body).toContain('原因：近期查询次数较多。');
    expect(renderMessage('application-declined', 'en', params).body).toContain(
      'Reasons: many recent credit inquiries.',
    );
  });

  describe.each(CODES)('%s', (code) => {
    it('is a valid policy row whose placeholders are all declared', () => {
      const { params, template } = MESSAGES[code];
      const names = [...Object.keys(params), ...Object.keys(COMMON_PARAMS)];
      expect(MessageTemplateBody.safeParse({ ...template, params: names }).success).toBe(true);
      for (const language of ['zh', 'en'] as const) {
        const used = placeholdersOf(template.subjects[language] + template.texts[language]);
        expect(names).toEqual(expect.arrayContaining(used));
        expect(used).toEqual(expect.arrayContaining(Object.keys(params)));
      }
    });

    it('names its sender and fits into few text messages', () => {
      const zh = renderStoredMessage(code, 'zh-CN', sampleParams(code)).body;
      const en = renderStoredMessage(code, 'en', sampleParams(code)).body;
      expect(zh.startsWith('【流贷消费金融】')).toBe(true);
      expect(en.startsWith('[流贷消费金融]')).toBe(true);
      expect(zh.length).toBeLessThanOrEqual(67 * 3);
      expect(en.length).toBeLessThanOrEqual(67 * 5);
      expect(zh + en).not.toMatch(/\{\{|undefined|null|NaN|[\p{Cc}<>]/u);
    });

    it.each([...Object.keys(MESSAGES[code].params), ...Object.keys(COMMON_PARAMS)])(
      'fails loudly without %s',
      (name) => {
        const params = sampleParams(code);
        delete params[name];
        expect(() => renderStoredMessage(code, 'zh-CN', params)).toThrow(
          `template parameter ${name} is missing`,
        );
      },
    );
  });

  it('takes the published policy text instead of the seed, and refuses one that asks for more', () => {
    const text = (zh: string) => ({ subjects: { zh: '结清', en: 'Paid' }, texts: { zh, en: zh } });
    const params = { ...COMMON, certificateNumber: 'JQ1' };
    expect(renderMessage('paid-off', 'zh-CN', params, text('{{certificateNumber}}已开具')).body).toBe(
      'JQ1已开具',
    );
    expect(() => renderMessage('paid-off', 'zh-CN', params, text('{{amount}}'))).toThrow('amount');
  });

  it('refuses a wrong kind of value and an unknown message', () => {
    const params = sampleParams('payment-reminder');
    expect(() => renderStoredMessage('payment-reminder', 'en', { ...params, amount: '1e3' })).toThrow(
      'amount',
    );
    expect(() => renderStoredMessage('payment-reminder', 'en', { ...params, dueOn: 'tomorrow' })).toThrow(
      'dueOn',
    );
    expect(() => renderStoredMessage('greeting', 'en', params)).toThrow('no message is named greeting');
  });

  it('keeps values on one line and does not fill placeholders inside them', () => {
    const params = { ...COMMON, applicationNumber: 'A\n1\u202e {{hotline}}' };
    expect(renderMessage('application-received', 'en', params).body).toContain('A 1 {{hotline}} and');
  });
});
