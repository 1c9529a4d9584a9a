/** Where a loan stands. Search attribute `LoanStage`, column `applications.stage`. Human names below. */
export const STAGES = [
  'PRE_SCREEN',
  'SUPPLEMENT',
  'CONSENT',
  'FACTS',
  'DECISION',
  'APPROVAL',
  'DECLINED',
  'OFFER',
  'DISBURSEMENT',
  'ACCOUNT_CORRECTION',
  'REPAYING',
  'OVERDUE',
  'WRITTEN_OFF',
  'SETTLED',
  'CLOSED',
] as const;
export type Stage = (typeof STAGES)[number];

/** Stages in which an application is open: somebody or something is waited for before there is money to repay. */
export const OPEN_STAGES = [
  'PRE_SCREEN',
  'SUPPLEMENT',
  'CONSENT',
  'FACTS',
  'DECISION',
  'APPROVAL',
  'OFFER',
  'DISBURSEMENT',
  'ACCOUNT_CORRECTION',
] as const satisfies readonly Stage[];

/** How a loan process ended. */
export const OUTCOMES = [
  'DECLINED',
  'WITHDRAWN',
  'EXPIRED',
  'REFUSED',
  'CANCELLED',
  'PAID_OFF',
  'WRITTEN_OFF',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Whom or what a loan waits for. */
export const WAITS = [
  'DOCUMENTS',
  'CONSENT',
  'OFFICER',
  'SENIOR_OFFICER',
  'COMMITTEE',
  'REVIEW_REQUEST',
  'SIGNATURE',
  'COOLING_OFF',
  'BANK',
  'PAYOUT_ACCOUNT',
  'REMINDER_DAY',
  'DUE_DATE',
  'REPRICING_DAY',
  'DRAWING_END',
  'PAYMENT',
  'BOUNCE_WINDOW',
  'RECOVERY',
  'OPERATOR',
] as const;
export type Wait = (typeof WAITS)[number];
