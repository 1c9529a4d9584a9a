import { Client, Connection } from '@temporalio/client';
import type { Pool } from 'pg';

/** Moments that random kills rarely hit. */
export const MOMENTS = ['payout', 'debit', 'continue-as-new', 'draw'] as const;
export type Moment = (typeof MOMENTS)[number];

/** A loan that is in such a moment now. */
export interface Caught {
  moment: Moment;
  workflowId: string;
  runId: string | null;
}

/** Events before the limit from which a run counts as about to be continued: less than one milestone. */
const NEAR = 4;
/** Events of a run's last milestone together with those of its recovery from a kill, its steps run the patient way. */
const LAST_EVENTS = 20;
const CONTINUED = 'CONTINUED_AS_NEW';

/** Loans with an order that the bank has not answered, by what it is. A draw counts as sent before the bank is reached. */
const IN_FLIGHT = {
  payout: `select application_id from payouts where draw_of is null and status = 'intent' limit 1`,
  debit: `select l.application_id from debits d join loans l on l.id = d.loan_id where d.status = 'intent' limit 1`,
  draw: `select application_id from payouts where draw_of is not null and status in ('intent', 'processing') limit 1`,
};

const msOf = (at: { seconds?: unknown; nanos?: number | null } | null | undefined): number =>
  Number(at?.seconds ?? 0) * 1_000 + (at?.nanos ?? 0) / 1_000_000;

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

  /** A loan that is in one of these moments now. */
  async find(wanted: readonly Moment[]): Promise<Caught | null> {
    for (const moment of wanted) {
      const looked = moment === 'continue-as-new' ? this.nearContinue() : this.inFlight(moment);
      const caught = await looked.catch(() => null);
      if (caught) return caught;
    }
    return null;
  }

  /**
   * Whether a kill at this time fell around the end of a run that continued as new, by what its history says: not more
   * than one milestone before its last event. Null while the run is open or Temporal does not say.
   */
  async continuedSoonAfter({ workflowId, runId }: Caught, killedAt: Date): Promise<boolean | null> {
    try {
      const handle = this.temporal.workflow.getHandle(workflowId, runId ?? undefined);
      const { status, historyLength } = await handle.describe();
      if (status.name === 'RUNNING') return null;
      if (status.name !== CONTINUED) return false;
      const { events } = await handle.fetchHistory();
      const before = (events ?? []).filter(({ eventTime }) => msOf(eventTime) < killedAt.getTime());
      return historyLength - before.length <= LAST_EVENTS;
    } catch {
      return null;
    }
  }

  /** The intent is stored and what the bank says is not: the worker is between the two. */
  private async inFlight(moment: keyof typeof IN_FLIGHT): Promise<Caught | null> {
    const { rows } = await this.pool.query<{ application_id: string }>(IN_FLIGHT[moment]);
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
