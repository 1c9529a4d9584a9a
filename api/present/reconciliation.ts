import { z } from 'zod';
import {
  type ReconciliationRun,
  ReconciliationTask,
  type StatementLine,
} from '../../contracts/http/reconciliation';
import type {
  DifferenceRow,
  ReconciliationRow,
  StatementLineRow,
} from '../../db/repositories/reconciliation-tasks';
import { instantOf } from './application';

const minorOf = (amount: bigint | null): string | null => (amount === null ? null : amount.toString());
const Rule = z.enum(['order-number', 'bank-reference']).nullable();

/** A reconciled day. */
export function presentRun(row: ReconciliationRow): z.input<typeof ReconciliationRun> {
  const { id, statementOn, currency, lineCount, matchedCount, differenceCount, unsettledCount, clockId } =
    row;
  return {
    ...{ id, statementOn, currency, lineCount, matchedCount, differenceCount, unsettledCount, clockId },
    openingMinor: row.openingMinor.toString(),
    closingMinor: row.closingMinor.toString(),
    runAt: row.runAt.toISOString(),
  };
}

/** A line of a statement. */
export function presentLine(row: StatementLineRow): z.input<typeof StatementLine> {
  const { lineNo, side, kind, bankRef, orderNo, matchedRef } = row;
  return {
    ...{ lineNo, side, kind, bankRef, orderNo, matchedRef },
    amountMinor: row.amountMinor.toString(),
    rule: Rule.parse(row.rule),
  };
}

/** A difference and how it was settled. */
export function presentDifference(row: DifferenceRow): z.input<typeof ReconciliationTask> {
  const { id, reconciliationId, moveRef, bankRef, lineNo, proposal, status, clockId } = row;
  const { resolution, resolvedBy, confirmedBy } = row;
  return {
    ...{ id, reconciliationId, moveRef, bankRef, lineNo, proposal, status, clockId },
    ...{ resolution, resolvedBy, confirmedBy, currency: row.currency },
    kind: ReconciliationTask.shape.kind.parse(row.kind),
    bankMinor: minorOf(row.bankMinor),
    ownMinor: minorOf(row.ownMinor),
    resolvedAt: instantOf(row.resolvedAt),
    confirmedAt: instantOf(row.confirmedAt),
    createdAt: row.createdAt.toISOString(),
  };
}
