import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { type Db, openDatabase } from '../../../db/client';
import {
  approvePolicy,
  draftPolicy,
  publishPolicy,
  submitPolicy,
} from '../../../db/repositories/policy-editing';
import type { Story } from '../../../demo/story';
import type { Json } from '../../../domain/policy/diff';
import { type Stack, startStack } from '../../../stack/stack';
import { devToken } from '../../../stack/tokens';

/** A lender on a stack of its own, whose policies and books a test changes and reads. */
export class Lender {
  readonly #folder = mkdtempSync(join(tmpdir(), 'loanflow-products-'));
  #stack: Stack | undefined;

  get stack(): Stack {
    if (this.#stack === undefined) throw new Error('the lender is not open');
    return this.#stack;
  }

  async open(): Promise<void> {
    const environment = { RATE_LIMIT_PER_MINUTE: '100000' };
    const dataDir = this.#folder;
    this.#stack = await startStack({ dataDir, ports: 'free', progress: () => undefined, environment });
  }

  async close(): Promise<void> {
    await this.#stack?.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** The next version of a policy, drafted by one person and approved by another. */
  async publish(
    on: string,
    kind: 'product' | 'reference_rate',
    code: string,
    change: (db: Db) => Promise<Json>,
  ): Promise<void> {
    const { db, close } = openDatabase({ connectionString: this.stack.database.appUrl });
    const body = await change(db);
    const now = new Date(`${on}T02:00:00Z`);
    await db.transaction(async (tx) => {
      const made = await draftPolicy(tx, { kind, code, body, effectiveFrom: on, author: 'usr_a' }, now);
      if (!made.ok) throw new Error(made.code);
      await submitPolicy(tx, made.id);
      await approvePolicy(tx, made.id, 'usr_b', now);
      await publishPolicy(tx, made.id, { on, today: on, by: 'usr_a' }, now);
    });
    await close();
  }

  /** What the operator is answered. */
  async read<T extends z.ZodType>(path: string, schema: T): Promise<z.output<T>> {
    const { api } = this.stack.urls;
    const token = await devToken(api, 'operator', 'operator1');
    const response = await fetch(`${api}${path}`, { headers: { authorization: `Bearer ${token}` } });
    expect(response.status).toBe(200);
    return schema.parse(await response.json());
  }
}

/** What a borrower signed, as the contract shows it. */
export const Shown = z.object({
  annualCostPercent: z.string(),
  plan: z.array(z.object({ dueOn: z.string(), principalMinor: z.string(), totalMinor: z.string() })),
});

/** How somebody ends who paid off without ever being overdue, and what arrived on the way. */
export const paidOff = (...messages: string[]): Story['expected'] => ({
  ...{ stage: 'CLOSED', outcome: 'PAID_OFF', route: 'AUTO', worstDaysOverdue: 0, messages },
});
