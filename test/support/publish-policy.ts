import { type Db, openDatabase } from '../../db/client';
import {
  approvePolicy,
  draftPolicy,
  publishPolicy,
  submitPolicy,
} from '../../db/repositories/policy-editing';
import type { Json } from '../../domain/policy/diff';

/** Which policy, and the day it holds from. */
export interface Published {
  readonly on: string;
  readonly kind: 'product' | 'reference_rate' | 'authority' | 'exchange_rates';
  readonly code: string;
}

/** The next version of a policy, drafted by one person and approved by another. */
export async function publishNext(
  connectionString: string,
  { on, kind, code }: Published,
  change: (db: Db) => Promise<Json>,
): Promise<void> {
  const { db, close } = openDatabase({ connectionString });
  try {
    const body = await change(db);
    const now = new Date(`${on}T02:00:00Z`);
    await db.transaction(async (tx) => {
      const made = await draftPolicy(tx, { kind, code, body, effectiveFrom: on, author: 'usr_a' }, now);
      if (!made.ok) throw new Error(made.code);
      await submitPolicy(tx, made.id);
      await approvePolicy(tx, made.id, 'usr_b', now);
      await publishPolicy(tx, made.id, { on, today: on, by: 'usr_a' }, now);
    });
  } finally {
    await close();
  }
}
