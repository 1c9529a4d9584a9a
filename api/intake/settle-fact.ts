import type { z } from 'zod';
import type { SettleFact } from '../../contracts/http/decisions';
import { newId } from '../../contracts/ids';
import { appendAudit } from '../../db/repositories/audit';
import type { ApiDeps } from '../deps';
import { storeComment } from './comment';

/** Action under which a settled contradiction stands in the application's audit chain. */
export const FACT_SETTLED = 'fact.settled';

interface Settling extends z.output<typeof SettleFact> {
  /** The application. */
  subject: string;
  clockId: string | null;
  actorId: string;
}

/** Writes down which side of a contradiction a person believes. The record is the audit chain itself: nothing of it is ever changed. */
export async function settleFact(
  { db, vault, clock }: Pick<ApiDeps, 'db' | 'vault' | 'clock'>,
  { subject, clockId, actorId, comment, field, source, believed }: Settling,
): Promise<void> {
  const at = await clock.now(clockId);
  await db.transaction(async (tx) => {
    const commentId = newId('cmt');
    await storeComment(tx, vault, commentId, { subjectId: subject, authorId: actorId, text: comment, at });
    const data = { field, source, believed, commentId };
    await appendAudit(tx, { subject, at, actorId, action: FACT_SETTLED, data, clockId });
  });
}
