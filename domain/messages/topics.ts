/** Kinds of messages that a borrower sees as one thing in the settings. */
export const TOPICS = [
  'codes',
  'decision',
  'overdue',
  'application',
  'contract',
  'reminder',
  'receipt',
] as const;
export type Topic = (typeof TOPICS)[number];

/**
 * Topics that always come by text message: codes prove the phone; a decision and its reasons must be told (个人信息保护法
 * 24 条); demands and the notice before a bureau report have legal effect (征信业管理条例 15 条).
 */
export const FIXED_TOPICS: readonly Topic[] = ['codes', 'decision', 'overdue'];

const TOPIC_OF: Readonly<Record<string, Topic>> = {
  'login-code': 'codes',
  'one-time-code': 'codes',
  'application-approved': 'decision',
  'application-declined': 'decision',
  'application-declined-final': 'decision',
  'application-received': 'application',
  'supplement-request': 'application',
  'supplement-reminder': 'application',
  'consent-request': 'application',
  'application-expired': 'application',
  'offer-reminder': 'application',
  'offer-expired': 'application',
  'contract-signed': 'contract',
  'payout-made': 'contract',
  'payout-returned': 'contract',
  'draw-failed': 'contract',
  'paid-off': 'contract',
  'refund-made': 'contract',
  'rate-changed': 'contract',
  'payoff-quote': 'contract',
  'payment-reminder': 'reminder',
  'payment-received': 'receipt',
  'overdue-cured': 'receipt',
};

/** The topic of a message; what is not listed is treated as if the law needed it. */
export function topicOf(template: string): Topic {
  return TOPIC_OF[template] ?? 'overdue';
}

/** Whether a borrower may move the topic from the phone to the pages. */
export function isFixed(topic: Topic): boolean {
  return FIXED_TOPICS.includes(topic);
}
