import { type AnyColumn, and, between, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { OwnMove } from '../../domain/ledger/reconcile';
import type { Queryable } from '../client';
import { debits, payments, payouts, refunds } from '../schema';

/** Days of whose money is asked, on one clock. */
export interface MoveWindow {
  readonly from: string;
  readonly to: string;
  readonly clockId: string | null;
}

/** The same in one currency. */
export interface CurrencyWindow extends MoveWindow {
  readonly currency: string;
}

/** Rows of one clock; null is real time. */
export const sameClock = (column: AnyColumn, clockId: string | null): SQL =>
  clockId === null ? isNull(column) : sql`${column} = ${clockId}`;

interface MoneyOut {
  readonly id: string;
  readonly key: string;
  readonly bankRef: string | null;
  readonly amountMinor: bigint;
  readonly valueOn: string | null;
  readonly returnedOn: string | null;
}

const inside = (day: string | null, { from, to }: MoveWindow) => day !== null && day >= from && day <= to;

/** Money out, and the same money back on its own day when the bank returned it. */
export function outAndBack(row: MoneyOut, window: MoveWindow): OwnMove[] {
  const { key: orderNo, bankRef, amountMinor, valueOn, returnedOn } = row;
  const out: OwnMove = {
    ...{ ref: row.id, kind: 'payout', side: 'debit' },
    ...{ bankRef, orderNo, amountMinor, valueOn },
  };
  const back: OwnMove = {
    ...out,
    ref: `${row.id}/return`,
    kind: 'payout_return',
    side: 'credit',
    valueOn: returnedOn,
  };
  return [...(inside(valueOn, window) ? [out] : []), ...(inside(returnedOn, window) ? [back] : [])];
}

async function moneyOut(db: Queryable, window: CurrencyWindow): Promise<OwnMove[]> {
  const { from, to, clockId, currency } = window;
  const tables = [payouts, refunds] as const;
  const moves: OwnMove[] = [];
  for (const table of tables) {
    const rows = await db
      .select({
        id: table.id,
        key: table.key,
        bankRef: table.bankRef,
        amountMinor: table.amountMinor,
        valueOn: table.valueOn,
        returnedOn: table.returnedOn,
      })
      .from(table)
      .where(
        and(
          sameClock(table.clockId, clockId),
          eq(table.currency, currency),
          inArray(table.status, ['confirmed', 'returned']),
          or(between(table.valueOn, from, to), between(table.returnedOn, from, to)),
        ),
      );
    moves.push(...rows.flatMap((row) => outAndBack(row, window)));
  }
  return moves;
}

async function debitMoves(
  db: Queryable,
  { from, to, clockId, currency }: CurrencyWindow,
): Promise<OwnMove[]> {
  const rows = await db
    .select({ debit: debits, valueOn: payments.valueOn })
    .from(debits)
    .innerJoin(payments, eq(payments.payerRef, debits.key))
    .where(
      and(
        sameClock(debits.clockId, clockId),
        eq(debits.currency, currency),
        eq(debits.status, 'confirmed'),
        between(payments.valueOn, from, to),
      ),
    );
  return rows.map(({ debit, valueOn }) => debitMove(debit, valueOn));
}

/** A debit that arrived, dated as its payment. */
export function debitMove(debit: typeof debits.$inferSelect, valueOn: string | null): OwnMove {
  const { id: ref, bankRef, key: orderNo, amountMinor } = debit;
  return { ref, kind: 'debit', side: 'credit', bankRef, orderNo, amountMinor, valueOn };
}

/** A transfer, and its bounce on the bounce's own day. */
export function paidAndBounced(row: typeof payments.$inferSelect, window: MoveWindow): OwnMove[] {
  const { payerRef: bankRef, amountMinor, valueOn, bouncedOn } = row;
  const paid: OwnMove = {
    ...{ ref: row.id, kind: 'transfer', side: 'credit', orderNo: null },
    ...{ bankRef, amountMinor, valueOn },
  };
  const bounce: OwnMove = {
    ...paid,
    ref: `${row.id}/bounce`,
    kind: 'transfer_bounce',
    side: 'debit',
    valueOn: bouncedOn,
  };
  return [...(inside(valueOn, window) ? [paid] : []), ...(inside(bouncedOn, window) ? [bounce] : [])];
}

/** Transfers of borrowers and buyers; cash at the counter never passes the bank that day. */
async function transferMoves(db: Queryable, window: CurrencyWindow): Promise<OwnMove[]> {
  const { from, to, clockId, currency } = window;
  const rows = await db
    .select()
    .from(payments)
    .where(
      and(
        sameClock(payments.clockId, clockId),
        eq(payments.currency, currency),
        sql`${payments.source} not in ('debit', 'counter')`,
        or(between(payments.valueOn, from, to), between(payments.bouncedOn, from, to)),
      ),
    );
  return rows.flatMap((row) => paidAndBounced(row, window));
}

/** All money of ours in a currency that the bank may show for these days. */
export async function ownMoves(db: Queryable, window: CurrencyWindow): Promise<OwnMove[]> {
  return [
    ...(await moneyOut(db, window)),
    ...(await debitMoves(db, window)),
    ...(await transferMoves(db, window)),
  ];
}
