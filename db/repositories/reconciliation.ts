import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import { newId } from '../../contracts/ids';
import type { BankStatement } from '../../contracts/sources/bank-statement';
import { fromDay, toDay } from '../../domain/calendar/civil-day';
import {
  type Difference,
  type OwnMove,
  type Reconciliation,
  reconcile,
  type Statement,
} from '../../domain/ledger/reconcile';
import type { Queryable, Tx } from '../client';
import { reconciledMoves, reconciliations, reconciliationTasks, statementLines } from '../schema';
import { ownMoves, sameClock } from './own-moves';

/** A move may be dated by us some days before the bank shows it. */
const LATENESS_DAYS = 7;

export interface ReconciliationRun {
  readonly id: string;
  readonly replayed: boolean;
  readonly matched: number;
  readonly differences: number;
}

/** Moves that a statement of this day may show and none has shown yet. Cash at the counter never passes the bank that day. */
async function movesUntil(
  db: Queryable,
  { statementOn, currency }: Pick<BankStatement, 'statementOn' | 'currency'>,
  clockId: string | null,
): Promise<OwnMove[]> {
  const from = fromDay(toDay(statementOn) - LATENESS_DAYS);
  const all = await ownMoves(db, { from, to: statementOn, clockId, currency });
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

async function storeLines(
  tx: Tx,
  reconciliationId: string,
  { lines }: BankStatement,
  matched: Reconciliation['matched'],
): Promise<void> {
  if (lines.length === 0) return;
  const matches = new Map(matched.map((pair) => [pair.lineNo, pair]));
  await tx.insert(statementLines).values(
    lines.map(({ lineNo, side, kind, bankRef, orderNo, amountMinor }) => ({
      ...{ reconciliationId, lineNo, side, kind, bankRef, orderNo },
      amountMinor: BigInt(amountMinor),
      matchedRef: matches.get(lineNo)?.ref ?? null,
      rule: matches.get(lineNo)?.rule ?? null,
    })),
  );
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
  const moves = await movesUntil(tx, statement, run.clockId);
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
  await storeLines(tx, id, statement, matched);
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
