import { and, asc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { ReconciliationDifference } from '../../contracts/http/reconciliation';
import type { Queryable } from '../../db/client';
import type { Vault } from '../../db/crypto/vault';
import { type LoanMove, ownMoveByRef } from '../../db/repositories/own-move';
import { findReconciliationTask } from '../../db/repositories/reconciliation-tasks';
import { reconciliations, statementLines } from '../../db/schema/reconciliation';
import { comments } from '../../db/schema/tasks';
import { presentDifference, presentLine } from '../present/reconciliation';
import { textOf } from './comments';
import { staffNames } from './policies';

type Shown = z.input<typeof ReconciliationDifference>;

/** One difference with both sides of it and what people said; null when there is none of that id. */
export async function differenceOf(db: Queryable, vault: Vault, id: string): Promise<Shown | null> {
  const task = await findReconciliationTask(db, id);
  if (task === null) return null;
  const [run] = await db
    .select({ statementOn: reconciliations.statementOn })
    .from(reconciliations)
    .where(eq(reconciliations.id, task.reconciliationId));
  const [line] =
    task.lineNo === null
      ? []
      : await db
          .select()
          .from(statementLines)
          .where(
            and(
              eq(statementLines.reconciliationId, task.reconciliationId),
              eq(statementLines.lineNo, task.lineNo),
            ),
          );
  const said = await db
    .select()
    .from(comments)
    .where(eq(comments.subjectId, id))
    .orderBy(asc(comments.createdAt), asc(comments.id));
  const people = [task.resolvedBy ?? '', task.confirmedBy ?? '', ...said.map(({ authorId }) => authorId)];
  const names = await staffNames(db, people);
  return {
    ...presentDifference(task),
    statementOn: run?.statementOn ?? '',
    line: line === undefined ? null : presentLine(line),
    move: presentMove(await ownMoveByRef(db, task.moveRef)),
    proposed: presentMove(await ownMoveByRef(db, task.proposal)),
    resolvedByName: names.get(task.resolvedBy ?? '') ?? null,
    confirmedByName: names.get(task.confirmedBy ?? '') ?? null,
    comments: said.map((one) => ({
      byName: names.get(one.authorId) ?? null,
      text: textOf(vault, one),
      at: one.createdAt.toISOString(),
    })),
  };
}

function presentMove(move: LoanMove | null): Shown['move'] {
  return move === null ? null : { ...move, amountMinor: move.amountMinor.toString() };
}
