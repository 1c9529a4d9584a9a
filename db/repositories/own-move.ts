import { eq } from 'drizzle-orm';
import type { OwnMove } from '../../domain/ledger/reconcile';
import type { Queryable } from '../client';
import { debits, payments, payouts, refunds } from '../schema';
import { debitMove, outAndBack, paidAndBounced } from './own-moves';

/** A move of ours and the loan on whose account it is. */
export type LoanMove = OwnMove & { readonly loanId: string };

const EVER = { from: '0001-01-01', to: '9999-12-31', clockId: null };

async function candidates(db: Queryable, id: string): Promise<LoanMove[]> {
  for (const table of [payouts, refunds] as const) {
    const [row] = await db.select().from(table).where(eq(table.id, id));
    if (row !== undefined) return outAndBack(row, EVER).map((move) => ({ ...move, loanId: row.loanId }));
  }
  const [debit] = await db
    .select({ debit: debits, valueOn: payments.valueOn })
    .from(debits)
    .leftJoin(payments, eq(payments.payerRef, debits.key))
    .where(eq(debits.id, id));
  if (debit !== undefined) return [{ ...debitMove(debit.debit, debit.valueOn), loanId: debit.debit.loanId }];
  const [paid] = await db.select().from(payments).where(eq(payments.id, id));
  return paid === undefined
    ? []
    : paidAndBounced(paid, EVER).map((move) => ({ ...move, loanId: paid.loanId }));
}

/** The move that a reconciliation names: a row's id, with `/return` or `/bounce` for money that came back. */
export async function ownMoveByRef(db: Queryable, ref: string | null): Promise<LoanMove | null> {
  if (ref === null) return null;
  const found = await candidates(db, ref.split('/')[0] ?? '');
  return found.find((move) => move.ref === ref) ?? null;
}
