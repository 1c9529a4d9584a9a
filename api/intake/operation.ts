import { setTimeout as pause } from 'node:timers/promises';
import type { Db, Tx } from '../../db/client';
import { appendAudit } from '../../db/repositories/audit';
import {
  decideOperation,
  findOperation,
  type NewOperation,
  type OperationRow,
  storeOperation,
} from '../../db/repositories/money-operations';
import { ProblemError } from '../problem';
import { tellLoan } from './news';

const ASK_EVERY_MS = 50;

/** Stores an operation; one that needs nobody else goes to its loan at once. */
export function proposeOperation(db: Db, applicationId: string, operation: NewOperation): Promise<void> {
  return db.transaction(async (tx) => {
    await storeOperation(tx, operation);
    const { id, kind, proposedBy, proposedAt, stakeMinor } = operation;
    await note(tx, applicationId, 'operation.proposed', proposedBy, proposedAt, operation.clockId ?? null, {
      operationId: id,
      kind,
      stakeMinor: stakeMinor.toString(),
    });
    if (operation.status === 'confirmed')
      await handOver(tx, applicationId, id, proposedAt, operation.clockId ?? null);
  });
}

/**
 * Orders an operation unless this very request has: one that runs again after a crash finds what its first run stored, and
 * is not judged anew, since it would stand in its own way.
 */
export async function orderOnce(db: Db, id: string, order: () => Promise<void>): Promise<void> {
  if ((await findOperation(db, id)) === null) await order();
}

/** The second person's word; a confirmed operation goes to its loan in the same transaction. */
export function settleOperation(
  db: Db,
  applicationId: string,
  row: OperationRow,
  word: { status: 'confirmed' | 'rejected'; by: string; at: Date; commentId: string | undefined },
): Promise<OperationRow> {
  return db.transaction(async (tx) => {
    const decided = await decideOperation(tx, row.id, word);
    if (decided === null) throw new ProblemError('OPERATION_DECIDED');
    const { id, clockId } = decided;
    await note(tx, applicationId, `operation.${word.status}`, word.by, word.at, clockId, { operationId: id });
    if (word.status === 'confirmed') await handOver(tx, applicationId, id, word.at, clockId);
    return decided;
  });
}

/** Waits a little for the loan to take a confirmed operation up; whatever it is then is told. */
export async function awaitOperation(db: Db, id: string, waitMs: number): Promise<OperationRow> {
  const until = Date.now() + waitMs;
  for (;;) {
    const row = await findOperation(db, id);
    if (row === null) throw new ProblemError('NOT_FOUND');
    if (row.status !== 'confirmed' || Date.now() >= until) return row;
    await pause(ASK_EVERY_MS);
  }
}

async function handOver(tx: Tx, applicationId: string, id: string, at: Date, clockId: string | null) {
  await tellLoan(tx, { applicationId, kind: 'operation', ref: id, at, clockId });
}

async function note(
  tx: Tx,
  subject: string,
  action: string,
  actorId: string,
  at: Date,
  clockId: string | null,
  data: Record<string, string>,
): Promise<void> {
  await appendAudit(tx, { subject, at, actorId, action, data, clockId });
}
