/** The task queue of loan workflows and their activities: one, so that activities may start eagerly. */
export const LOAN_QUEUE = 'loans';
/** Registered workflow types. */
export const WORKFLOW_TYPES = {
  loan: 'loan',
  webhookDelivery: 'webhookDelivery',
  advanceClock: 'advanceClock',
  closeOfBusiness: 'closeOfBusiness',
} as const;

/** The one workflow of an application: its id never changes, over all runs. */
export const loanWorkflowId = (applicationId: string): string => `loan/${applicationId}`;
/** Application of a loan workflow id. */
export const applicationOf = (workflowId: string): string => workflowId.slice('loan/'.length);
/** Workflow that delivers one webhook message to one endpoint. */
export const webhookWorkflowId = (deliveryId: string): string => `webhook/${deliveryId}`;
/** Workflow that moves a test clock. */
export const clockWorkflowId = (clockId: string): string => `clock/${clockId}`;
