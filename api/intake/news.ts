import { sql } from 'drizzle-orm';
import type { Tx } from '../../db/client';
import { compiledSql } from '../../db/compiled';
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

const asked = sql.placeholder;
const putNews = compiledSql(sql`
  with put as (
    insert into inbox (workflow_id, kind, ref, body, received_at, clock_id)
    values (${asked('workflowId')}, ${asked('kind')}, ${asked('ref')}, ${asked('body')}::jsonb, ${asked('at')},
      ${asked('clockId')})
    on conflict do nothing returning workflow_id, clock_id
  )
  insert into outbox (topic, ref, clock_id) select 'workflow.wake', workflow_id, clock_id from put`);

/** Puts news into a loan's inbox and has the relay wake it, in the caller's transaction. A repeat does nothing. */
export async function tellLoan(
  tx: Tx,
  { applicationId, kind, ref, body, at, clockId }: News,
): Promise<boolean> {
  const workflowId = loanWorkflowId(applicationId);
  const news = { workflowId, kind, ref, body: JSON.stringify(body ?? {}), at: at.toISOString(), clockId };
  const put = await putNews(tx, news);
  return (put.rowCount ?? 0) > 0;
}
