import { z } from 'zod';

const AT = '2026-03-01T02:00:00.000Z';
const app = 'app_0000000000000000000sample1';
const loan = 'loan_0000000000000000000sample';

/** Everything that webhooks and `/v1/events` tell of: what it means, and a sample of its data. Data is thin: ids, codes, dates, amounts. */
export const WEBHOOK_EVENTS = {
  'loan.application_received': {
    meaning: { en: 'An application was taken in', zh: '申请已受理' },
    sample: { applicationId: app, productCode: 'consumer' },
  },
  'loan.supplement_requested': {
    meaning: { en: 'Documents are missing; the applicant has until the given time', zh: '资料不全,待补件' },
    sample: { applicationId: app, until: AT },
  },
  'loan.consent_requested': {
    meaning: { en: 'Consents are missing; the applicant has until the given time', zh: '待授权' },
    sample: { applicationId: app, until: AT },
  },
  'loan.referred': {
    meaning: { en: 'A person has to decide', zh: '转人工审批' },
    sample: { applicationId: app, route: 'OFFICER' },
  },
  'loan.approved': {
    meaning: { en: 'The application was approved', zh: '审批通过' },
    sample: { applicationId: app, amountMinor: '1000000', termMonths: 12, rateBps: 1200 },
  },
  'loan.declined': {
    meaning: { en: 'The application was declined', zh: '申请被拒绝' },
    sample: { applicationId: app, reasonCodes: ['SCORE_LOW'] },
  },
  'loan.closed': {
    meaning: { en: 'The process has ended', zh: '流程结束' },
    sample: { applicationId: app, outcome: 'WITHDRAWN' },
  },
  'loan.offered': {
    meaning: { en: 'A contract waits for signature', zh: '合同待签署' },
    sample: { applicationId: app, contractId: 'ctr_0000000000000000000sample1', until: AT },
  },
  'loan.signed': {
    meaning: { en: 'The contract was signed', zh: '合同已签署' },
    sample: { applicationId: app, contractId: 'ctr_0000000000000000000sample1' },
  },
  'loan.disbursed': {
    meaning: { en: 'The money was paid out', zh: '已放款' },
    sample: { applicationId: app, loanId: loan, amountMinor: '1000000', valueOn: '2026-03-01' },
  },
  'loan.payout_returned': {
    meaning: { en: 'The bank returned the payout; another account is needed', zh: '放款退回,需更正账户' },
    sample: { applicationId: app, until: AT },
  },
  'loan.payment_booked': {
    meaning: { en: 'A payment was booked', zh: '还款已入账' },
    sample: {
      applicationId: app,
      loanId: loan,
      paymentId: 'pay_0000000000000000000sample1',
      amountMinor: '88849',
    },
  },
  'loan.overdue': {
    meaning: { en: 'The loan is overdue, or fell into a worse bucket', zh: '贷款逾期' },
    sample: { applicationId: app, loanId: loan, daysOverdue: 1, bucket: 'M1' },
  },
  'loan.cured': {
    meaning: { en: 'All arrears were paid', zh: '逾期已结清,恢复正常' },
    sample: { applicationId: app, loanId: loan },
  },
  'loan.paid_off': {
    meaning: { en: 'The loan was paid off', zh: '贷款结清' },
    sample: { applicationId: app, loanId: loan, paidOffOn: '2027-03-01' },
  },
  'loan.written_off': {
    meaning: { en: 'The loan was written off; recovery continues', zh: '贷款核销' },
    sample: { applicationId: app, loanId: loan },
  },
  'test_clock.ready': {
    meaning: { en: 'A test clock has settled', zh: '测试时钟就绪' },
    sample: { clockId: 'clk_0000000000000000000sample1', now: AT },
  },
  'webhook.disabled': {
    meaning: {
      en: 'An endpoint was switched off because its receiver is gone or failed for days',
      zh: '回调地址因长期送达失败或已失效被自动停用',
    },
    sample: { endpointId: 'whk_0000000000000000000sample1', reason: 'FAILING' },
  },
  'webhook.ping': {
    meaning: { en: 'A test of this endpoint', zh: '端点测试' },
    sample: { endpointId: 'whk_0000000000000000000sample1' },
  },
} as const satisfies Record<string, { meaning: { en: string; zh: string }; sample: EventData }>;

/** Data of an event: ids, codes, dates, amounts and counts; never personal data. */
export type EventData = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
export type EventType = keyof typeof WEBHOOK_EVENTS;
export const EVENT_TYPES = Object.keys(WEBHOOK_EVENTS) as [EventType, ...EventType[]];
export const EventTypeSchema = z.enum(EVENT_TYPES).meta({ id: 'EventType' });
