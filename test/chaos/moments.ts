import { Client, Connection } from '@temporalio/client';
import type { Pool } from 'pg';

/** Moments that random kills rarely hit. */
export const MOMENTS = ['payout', 'debit', 'continue-as-new'] as const;
export type Moment = (typeof MOMENTS)[number];

/** A loan that is in such a moment now. */
export interface Caught {
  moment: Moment;
  workflowId: string;
  runId: string | null;
}

/** Events before the limit from which a run counts as about to be continued: the length of one milestone. */
const NEAR = 6;

/** Looks into Postgres and Temporal for loans in the middle of something. A part that is down shows nothing. */
export class Moments {
  private constructor(
    private readonly pool: Pool,
    private readonly temporal: Client,
    private readonly historyLimit: number,
  ) {}

  static watch(pool: Pool, at: { address: string; namespace: string }, historyLimit: number): Moments {
    const connection = Connection.lazy({ address: at.address });
    return new Moments(pool, new Client({ connection, namespace: at.namespace }), historyLimit);
  }

  close(): Promise<void> {
    return this.temporal.connection.close();
  }

  async find(moment: Moment): Promise<Caught | null> {
    try {
      return moment === 'continue-as-new' ? await this.nearContinue() : await this.inFlight(moment);
    } catch {
      return null;
    }
  }

  /** The run that a loan is in; null when Temporal does not say. */
  async runOf(workflowId: string): Promise<string | null> {
    const found = await this.temporal.workflow
      .getHandle(workflowId)
      .describe()
      .catch(() => null);
    return found?.runId ?? null;
  }

  /** The intent is stored and what the bank says is not: the worker is between the two. */
  private async inFlight(moment: 'payout' | 'debit'): Promise<Caught | null> {
    const of =
      moment === 'payout'
        ? 'select application_id from payouts where status = $1 limit 1'
        : `select l.application_id from debits d join loans l on l.id = d.loan_id where d.status = $1 limit 1`;
    const { rows } = await this.pool.query<{ application_id: string }>(of, ['intent']);
    const [row] = rows;
    return row ? { moment, workflowId: `loan/${row.application_id}`, runId: null } : null;
  }

  /** A loan at work in a run so long that it continues as new after this milestone. */
  private async nearContinue(): Promise<Caught | null> {
    const { rows } = await this.pool.query<{ workflow_id: string }>(
      `select w.workflow_id from clock_waits w join applications a on w.workflow_id = 'loan/' || a.id
       where w.wait_until is null and a.stage in ('REPAYING', 'OVERDUE')`,
    );
    for (const { workflow_id: workflowId } of rows) {
      const { runId, historyLength } = await this.temporal.workflow.getHandle(workflowId).describe();
      if (historyLength > this.historyLimit - NEAR) return { moment: 'continue-as-new', workflowId, runId };
    }
    return null;
  }
}
