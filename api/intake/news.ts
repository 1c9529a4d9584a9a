import { sql } from 'drizzle-orm';
import type { Tx } from '../../db/client';
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
  const put = await tx.execute(sql`
    with put as (
      insert into inbox (workflow_id, kind, ref, body, received_at, clock_id)
      values (${workflowId}, ${kind}, ${ref}, ${JSON.stringify(body ?? {})}::jsonb, ${at.toISOString()}, ${clockId})
      on conflict do nothing returning workflow_id, clock_id
    )
    insert into outbox (topic, ref, clock_id) select 'workflow.wake', workflow_id, clock_id from put`);
  return (put.rowCount ?? 0) > 0;
}
