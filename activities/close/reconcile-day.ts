import type { Db } from '../../db/client';
import { currenciesToReconcile } from '../../db/repositories/close/runs';
import { reconcileStatement } from '../../db/repositories/reconciliation';
import type { PaymentClient, PaymentContext } from '../../providers/payments/port';

/** A date of one clock, and when it is reconciled. */
export interface ReconciledDay {
  readonly on: string;
  readonly clockId: string | null;
  readonly at: Date;
}

/** Sets the bank's statements of a date, one for each currency, against our books, all or none; tells how many differences there are. */
export async function reconcileDay(
  { db, payments }: { readonly db: Db; readonly payments: Pick<PaymentClient, 'fetchStatement'> },
  { on, clockId, at }: ReconciledDay,
  ctx: PaymentContext,
): Promise<number> {
  const currencies = await currenciesToReconcile(db, clockId);
  const statements = await Promise.all(
    currencies.map((currency) => payments.fetchStatement({ on, currency }, ctx)),
  );
  return db.transaction(async (tx) => {
    let differences = 0;
    for (const statement of statements)
      differences += (await reconcileStatement(tx, statement, { clockId, at })).differences;
    return differences;
  });
}
