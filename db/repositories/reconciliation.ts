import { and, desc, eq, gte, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm';
import { newId } from '../../contracts/ids';
import type { BankStatement } from '../../contracts/sources/bank-statement';
import { fromDay, toDay } from '../../domain/calendar/civil-day';
import { type Difference, type OwnMove, reconcile, type Statement } from '../../domain/ledger/reconcile';
import type { Queryable, Tx } from '../client';
import { debits, payments, payouts, reconciledMoves, reconciliations, reconciliationTasks } from '../schema';

/** A move may be dated by us some days before the bank shows it. */
const LATENESS_DAYS = 7;

export interface ReconciliationRun {
  readonly id: string;
  readonly replayed: boolean;
  readonly matched: number;
  readonly differences: number;
}

const sameClock = (column: Parameters<typeof isNull>[0], clockId: string | null) =>
  clockId === null ? isNull(column) : sql`${column} = ${clockId}`;

async function payoutMoves(
  db: Queryable,
  from: string,
  to: string,
  clockId: string | null,
): Promise<OwnMove[]> {
  const rows = await db
    .select()
    .from(payouts)
    .where(
      and(
        sameClock(payouts.clockId, clockId),
        inArray(payouts.status, ['confirmed', 'returned']),
        gte(payouts.valueOn, from),
        lte(payouts.valueOn, to),
      ),
    );
  return rows.flatMap((row): OwnMove[] => {
    const { bankRef, key: orderNo, amountMinor, valueOn } = row;
    const out: OwnMove = {
      ref: row.id,
      kind: 'payout',
      side: 'debit',
      bankRef,
      orderNo,
      amountMinor,
      valueOn,
    };
    if (row.status === 'confirmed') return [out];
    return [out, { ...out, ref: `${row.id}/return`, kind: 'payout_return', side: 'credit', valueOn: null }];
  });
}

async function debitMoves(
  db: Queryable,
  from: string,
  to: string,
  clockId: string | null,
): Promise<OwnMove[]> {
  const rows = await db
    .select({ debit: debits, valueOn: payments.valueOn })
    .from(debits)
    .innerJoin(payments, eq(payments.payerRef, debits.key))
    .where(
      and(
        sameClock(debits.clockId, clockId),
        eq(debits.status, 'confirmed'),
        gte(payments.valueOn, from),
        lte(payments.valueOn, to),
      ),
    );
  return rows.map(({ debit, valueOn }) => ({
    ref: debit.id,
    kind: 'debit',
    side: 'credit',
    bankRef: debit.bankRef,
    orderNo: debit.key,
    amountMinor: debit.amountMinor,
    valueOn,
  }));
}

async function transferMoves(
  db: Queryable,
  from: string,
  to: string,
  clockId: string | null,
): Promise<OwnMove[]> {
  const rows = await db
    .select()
    .from(payments)
    .where(
      and(
        sameClock(payments.clockId, clockId),
        sql`${payments.source} not in ('debit', 'counter')`,
        or(and(gte(payments.valueOn, from), lte(payments.valueOn, to)), eq(payments.status, 'bounced')),
      ),
    );
  return rows.flatMap((row): OwnMove[] => {
    const { payerRef: bankRef, amountMinor, valueOn } = row;
    const paid: OwnMove = {
      ref: row.id,
      kind: 'transfer',
      side: 'credit',
      bankRef,
      orderNo: null,
      amountMinor,
      valueOn,
    };
    if (row.status !== 'bounced') return [paid];
    const bounce: OwnMove = {
      ...paid,
      ref: `${row.id}/bounce`,
      kind: 'transfer_bounce',
      side: 'debit',
      valueOn: null,
    };
    return [paid, bounce];
  });
}

/** Moves that a statement of this day may show and none has shown yet. Cash at the counter never passes the bank that day. */
async function movesUntil(db: Queryable, statementOn: string, clockId: string | null): Promise<OwnMove[]> {
  const from = fromDay(toDay(statementOn) - LATENESS_DAYS);
  const all = [
    ...(await payoutMoves(db, from, statementOn, clockId)),
    ...(await debitMoves(db, from, statementOn, clockId)),
    ...(await transferMoves(db, from, statementOn, clockId)),
  ];
  if (all.length === 0) return [];
  const done = await db
    .select({ ref: reconciledMoves.ref })
    .from(reconciledMoves)
    .where(
      inArray(
        reconciledMoves.ref,
        all.map((move) => move.ref),
      ),
    );
  const known = new Set(done.map((row) => row.ref));
  return all.filter((move) => !known.has(move.ref));
}

function taskOf(difference: Difference) {
  const line = 'line' in difference ? difference.line : null;
  const move = 'move' in difference ? difference.move : null;
  const sums = 'expectedMinor' in difference ? difference : null;
  return {
    kind: difference.kind,
    moveRef: move?.ref ?? null,
    bankRef: line?.bankRef ?? null,
    lineNo: line?.lineNo ?? null,
    bankMinor: line?.amountMinor ?? sums?.shownMinor ?? null,
    ownMinor: move?.amountMinor ?? sums?.expectedMinor ?? null,
    proposal: difference.kind === 'unknown-to-us' ? difference.proposal : null,
    details: { lineKind: line?.kind ?? null, moveKind: move?.kind ?? null },
  };
}

function asStatement(statement: BankStatement): Statement {
  return {
    statementOn: statement.statementOn,
    openingMinor: BigInt(statement.openingMinor),
    closingMinor: BigInt(statement.closingMinor),
    lineCount: statement.lineCount,
    lines: statement.lines.map((line) => ({ ...line, amountMinor: BigInt(line.amountMinor) })),
  };
}

/** Reconciles a day once; the same day again answers what the first run found. */
export async function reconcileStatement(
  tx: Tx,
  statement: BankStatement,
  run: { readonly clockId: string | null; readonly at: Date },
): Promise<ReconciliationRun> {
  const { statementOn, currency } = statement;
  const scope = and(sameClock(reconciliations.clockId, run.clockId), eq(reconciliations.currency, currency));
  const [former] = await tx
    .select()
    .from(reconciliations)
    .where(and(scope, eq(reconciliations.statementOn, statementOn)));
  if (former !== undefined)
    return {
      id: former.id,
      replayed: true,
      matched: former.matchedCount,
      differences: former.differenceCount,
    };
  const [before] = await tx
    .select()
    .from(reconciliations)
    .where(and(scope, lt(reconciliations.statementOn, statementOn)))
    .orderBy(desc(reconciliations.statementOn))
    .limit(1);
  const moves = await movesUntil(tx, statementOn, run.clockId);
  const { matched, differences } = reconcile(asStatement(statement), moves, before?.closingMinor ?? null);
  const id = newId('rec');
  await tx.insert(reconciliations).values({
    id,
    statementOn,
    currency,
    openingMinor: BigInt(statement.openingMinor),
    closingMinor: BigInt(statement.closingMinor),
    lineCount: statement.lineCount,
    matchedCount: matched.length,
    differenceCount: differences.length,
    clockId: run.clockId,
    runAt: run.at,
  });
  if (matched.length > 0)
    await tx.insert(reconciledMoves).values(matched.map((pair) => ({ ...pair, reconciliationId: id })));
  if (differences.length > 0)
    await tx.insert(reconciliationTasks).values(
      differences.map((difference) => ({
        id: newId('rec'),
        reconciliationId: id,
        ...taskOf(difference),
        status: 'open' as const,
        clockId: run.clockId,
        createdAt: run.at,
      })),
    );
  return { id, replayed: false, matched: matched.length, differences: differences.length };
}

/** Differences that nobody has settled, oldest first. */
export function openReconciliationTasks(db: Queryable, clockId: string | null) {
  return db
    .select()
    .from(reconciliationTasks)
    .where(and(sameClock(reconciliationTasks.clockId, clockId), eq(reconciliationTasks.status, 'open')))
    .orderBy(reconciliationTasks.createdAt, reconciliationTasks.id);
}

/** Settles a difference with a reason code; false when somebody else has settled it. */
export async function resolveReconciliationTask(
  tx: Tx,
  taskId: string,
  resolved: { readonly by: string; readonly code: string; readonly at: Date },
): Promise<boolean> {
  const rows = await tx
    .update(reconciliationTasks)
    .set({
      status: 'resolved',
      resolution: resolved.code,
      resolvedBy: resolved.by,
      resolvedAt: resolved.at,
    })
    .where(and(eq(reconciliationTasks.id, taskId), eq(reconciliationTasks.status, 'open')))
    .returning({ id: reconciliationTasks.id });
  return rows.length > 0;
}
