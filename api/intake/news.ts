import type { Tx } from '../../db/client';
import { inbox, outbox } from '../../db/schema/messaging';
import { loanWorkflowId } from '../../workflows/names';

/** Something that came in for a loan: kinds as in contracts/loan/steps.ts, InboxItem. */
export interface News {
  applicationId: string;
  kind:
    | 'documents'
    | 'consent'
    | 'signed'
    | 'refused'
    | 'payout'
    | 'account'
    | 'payment'
    | 'debit'
    | 'bounce'
    | 'operation'
    | 'alert';
  ref: string;
  /** Codes, ids, dates and amounts only. */
  body?: Record<string, string | number | null>;
  at: Date;
  clockId: string | null;
}

/** Puts news into a loan's inbox and has the relay wake it, in the caller's transaction. A repeat does nothing. */
export async function tellLoan(
  tx: Tx,
  { applicationId, kind, ref, body, at, clockId }: News,
): Promise<boolean> {
  const workflowId = loanWorkflowId(applicationId);
  const put = await tx
    .insert(inbox)
    .values({ workflowId, kind, ref, body: body ?? {}, receivedAt: at, clockId })
    .onConflictDoNothing()
    .returning({ seq: inbox.seq });
  if (put.length === 0) return false;
  await tx.insert(outbox).values({ topic: 'workflow.wake', ref: workflowId, clockId });
  return true;
}
