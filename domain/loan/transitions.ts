import type { Stage } from '../../contracts/loan/stage';

/** From each stage, where a loan may go. The state diagram in docs/architecture.md is generated from this table. */
export const TRANSITIONS: Record<Stage, readonly Stage[]> = {
  PRE_SCREEN: ['SUPPLEMENT', 'CONSENT', 'FACTS', 'DECLINED', 'CLOSED'],
  SUPPLEMENT: ['PRE_SCREEN', 'APPROVAL', 'CLOSED'],
  CONSENT: ['FACTS', 'CLOSED'],
  FACTS: ['CONSENT', 'DECISION', 'CLOSED'],
  DECISION: ['APPROVAL', 'OFFER', 'DECLINED', 'CLOSED'],
  APPROVAL: ['SUPPLEMENT', 'CONSENT', 'FACTS', 'OFFER', 'CLOSED'],
  DECLINED: ['APPROVAL', 'CLOSED'],
  OFFER: ['DISBURSEMENT', 'CLOSED'],
  DISBURSEMENT: ['ACCOUNT_CORRECTION', 'REPAYING', 'CLOSED'],
  ACCOUNT_CORRECTION: ['DISBURSEMENT', 'CLOSED'],
  REPAYING: ['OVERDUE', 'SETTLED', 'WRITTEN_OFF', 'DISBURSEMENT', 'CLOSED'],
  OVERDUE: ['REPAYING', 'SETTLED', 'WRITTEN_OFF', 'CLOSED'],
  WRITTEN_OFF: ['REPAYING', 'OVERDUE', 'SETTLED', 'CLOSED'],
  SETTLED: ['REPAYING', 'OVERDUE', 'CLOSED'],
  CLOSED: ['REPAYING', 'OVERDUE', 'SETTLED'],
};

/** Whether a loan may move so. Staying is always allowed; a bounced payment reopens even a closed loan. */
export function mayMove(from: Stage, to: Stage): boolean {
  return from === to || TRANSITIONS[from].includes(to);
}
