/** Stages before a decision is made or an offer lies. */
export const UNDECIDED = ['PRE_SCREEN', 'SUPPLEMENT', 'CONSENT', 'FACTS', 'DECISION', 'APPROVAL'] as const;

/** Every stage of an application, in the order in which most pass them. */
export const STAGES = [
  ...UNDECIDED,
  ...(['DECLINED', 'OFFER', 'DISBURSEMENT', 'ACCOUNT_CORRECTION', 'REPAYING', 'OVERDUE'] as const),
  ...(['WRITTEN_OFF', 'SETTLED', 'CLOSED'] as const),
] as const;
