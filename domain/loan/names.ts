import type { Outcome, Stage, Wait } from '../../contracts/loan/stage';

/** A name in both languages of the product. */
export type Name = { en: string; zh: string };

/** Names of stages for people. */
export const STAGE_NAMES: Record<Stage, Name> = {
  PRE_SCREEN: { en: 'Pre-screen', zh: '预审' },
  SUPPLEMENT: { en: 'Documents missing', zh: '待补件' },
  CONSENT: { en: 'Waiting for consent', zh: '待授权' },
  FACTS: { en: 'Querying outside sources', zh: '外部数据查询' },
  DECISION: { en: 'Automatic decision', zh: '自动决策' },
  APPROVAL: { en: 'Manual approval', zh: '人工审批' },
  DECLINED: { en: 'Declined, review may be requested', zh: '已拒绝(可申请人工复核)' },
  OFFER: { en: 'Offer waiting for signature', zh: '待签约' },
  DISBURSEMENT: { en: 'Paying out', zh: '放款中' },
  ACCOUNT_CORRECTION: { en: 'Payout account to be corrected', zh: '待更正收款账户' },
  REPAYING: { en: 'Repaying on plan', zh: '正常还款' },
  OVERDUE: { en: 'Overdue', zh: '逾期' },
  WRITTEN_OFF: { en: 'Written off, recovery continues', zh: '已核销(账销案存)' },
  SETTLED: { en: 'Paid off, bounce window open', zh: '已结清(退票观察期)' },
  CLOSED: { en: 'Closed', zh: '已关闭' },
};

/** Names of outcomes for people. */
export const OUTCOME_NAMES: Record<Outcome, Name> = {
  DECLINED: { en: 'Declined', zh: '已拒绝' },
  WITHDRAWN: { en: 'Withdrawn by the applicant', zh: '申请人撤回' },
  EXPIRED: { en: 'Expired', zh: '已过期' },
  REFUSED: { en: 'Offer refused', zh: '拒绝签约' },
  CANCELLED: { en: 'Cancelled before payout', zh: '放款前取消' },
  PAID_OFF: { en: 'Paid off', zh: '已结清' },
  WRITTEN_OFF: { en: 'Written off', zh: '已核销' },
};

/** Names of waits for people. */
export const WAIT_NAMES: Record<Wait, Name> = {
  DOCUMENTS: { en: 'the applicant to send documents', zh: '申请人补充资料' },
  CONSENT: { en: 'the applicant to consent', zh: '申请人授权' },
  OFFICER: { en: 'an officer to decide', zh: '初审决定' },
  SENIOR_OFFICER: { en: 'a senior officer to decide', zh: '复审决定' },
  COMMITTEE: { en: 'the committee to vote', zh: '贷审会表决' },
  REVIEW_REQUEST: { en: 'the applicant to request a review', zh: '申请人提出复核' },
  SIGNATURE: { en: 'the applicant to sign', zh: '申请人签约' },
  COOLING_OFF: { en: 'the cooling-off period to end', zh: '冷静期届满' },
  BANK: { en: "the bank's answer", zh: '银行回执' },
  PAYOUT_ACCOUNT: { en: 'a corrected payout account', zh: '更正收款账户' },
  REMINDER_DAY: { en: 'the day to remind', zh: '还款提醒日' },
  DUE_DATE: { en: 'the due date', zh: '还款日' },
  REPRICING_DAY: { en: 'the day of repricing', zh: '重定价日' },
  DRAWING_END: { en: 'the last day to draw', zh: '提款有效期届满' },
  PAYMENT: { en: 'a payment', zh: '还款' },
  BOUNCE_WINDOW: { en: 'the bounce window to end', zh: '退票观察期结束' },
  RECOVERY: { en: 'recoveries', zh: '清收回款' },
  OPERATOR: { en: 'an operator to resume', zh: '运维人员恢复' },
};
