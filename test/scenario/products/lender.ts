import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Db } from '../../../db/client';
import type { Story } from '../../../demo/story';
import type { Json } from '../../../domain/policy/diff';
import { type Stack, startStack } from '../../../stack/stack';
import { devToken } from '../../../stack/tokens';
import { publishNext } from '../../support/publish-policy';

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
  publish(
    on: string,
    kind: 'product' | 'reference_rate',
    code: string,
    change: (db: Db) => Promise<Json>,
  ): Promise<void> {
    return publishNext(this.stack.database.appUrl, { on, kind, code }, change);
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
