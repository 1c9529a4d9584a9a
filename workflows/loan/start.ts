import { defineSearchAttributeKey, SearchAttributeType, TypedSearchAttributes } from '@temporalio/common';
import { LOAN_QUEUE, loanWorkflowId, WORKFLOW_TYPES } from '../names';
import { type LoanInput, SCHEMA_VERSION, STAGE_AT_START } from './state';

const ProductCode = defineSearchAttributeKey('ProductCode', SearchAttributeType.KEYWORD);
const Channel = defineSearchAttributeKey('Channel', SearchAttributeType.KEYWORD);
const CustomerId = defineSearchAttributeKey('CustomerId', SearchAttributeType.KEYWORD);
const LoanStage = defineSearchAttributeKey('LoanStage', SearchAttributeType.KEYWORD);

/** What starting a loan's workflow needs of its application. */
export interface LoanStart {
  applicationId: string;
  customerId: string;
  productCode: string;
  channel: string;
  /** For people: product, amount and term in words, such as "消费贷 CNY 100,000.00 × 12". No personal data. */
  summary: string;
  clock: LoanInput['clock'];
  /** Whether the money was paid out: such a loan goes on in servicing, from Postgres. */
  paidOut: boolean;
  historyLimit: number;
}

/** Options with which the client starts (or starts again) the workflow of a loan; attributes at the start are free. */
export function loanStartOptions(start: LoanStart) {
  const { applicationId, customerId, productCode, clock, historyLimit } = start;
  const from = start.paidOut ? 'servicing' : 'application';
  const input: LoanInput = {
    schemaVersion: SCHEMA_VERSION,
    applicationId,
    customerId,
    productCode,
    clock,
    from,
    historyLimit,
    carried: null,
  };
  return {
    workflowType: WORKFLOW_TYPES.loan,
    workflowId: loanWorkflowId(applicationId),
    taskQueue: LOAN_QUEUE,
    args: [input] as [LoanInput],
    staticSummary: start.summary,
    staticDetails: `Application ${applicationId}. Query \`progress\` tells where the loan stands.`,
    typedSearchAttributes: new TypedSearchAttributes([
      { key: ProductCode, value: productCode },
      { key: Channel, value: start.channel },
      { key: CustomerId, value: customerId },
      { key: LoanStage, value: STAGE_AT_START[from] },
    ]),
  };
}
