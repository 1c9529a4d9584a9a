import { AccessDifference } from '../../contracts/http/access-changes';
import type { Db } from '../../db/client';
import type { Vault } from '../../db/crypto/vault';
import { closeAccessChange, lockAccessChange } from '../../db/repositories/access-changes';
import { appendAudit } from '../../db/repositories/audit';
import { type ChangeVerdict, judgeVerdict } from '../../domain/access/change-verdict';
import { ProblemError } from '../problem';
import { takeEffect } from './access-effect';
import { storeComment } from './comment';

interface Word {
  readonly verdict: ChangeVerdict;
  readonly by: string;
  readonly at: Date;
  readonly comment: string;
  /** The id of the comment; the same request run again brings the same one. */
  readonly commentId: string;
}

/** Ends a pending change; an approved one takes effect in the same transaction, under the approver's name. */
export function decideAccessChange(db: Db, vault: Vault, id: string, word: Word): Promise<void> {
  return db.transaction(async (tx) => {
    const row = await lockAccessChange(tx, id);
    if (row === undefined) throw new ProblemError('NOT_FOUND');
    if (row.decisionCommentId === word.commentId) return;
    const { by, at, commentId } = word;
    const judged = judgeVerdict(row, by, word.verdict);
    if (!judged.ok) throw new ProblemError(judged.code);
    const change = AccessDifference.parse(row.change);
    const effect = judged.status === 'approved' ? await takeEffect(tx, change) : {};
    await storeComment(tx, vault, commentId, { subjectId: id, authorId: by, text: word.comment, at });
    const { status } = judged;
    await closeAccessChange(tx, id, {
      status,
      decidedBy: by,
      decidedAt: at,
      decisionCommentId: commentId,
    });
    await appendAudit(tx, {
      ...{ subject: row.subject, actorId: by, at },
      action: status === 'approved' ? `${change.kind}.changed` : `${change.kind}.change_${status}`,
      data: { ...effect, changeId: id, proposedBy: row.proposedBy, commentId },
    });
  });
}
