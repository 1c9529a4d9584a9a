import type { Queryable } from '../../db/client';
import type { Vault } from '../../db/crypto/vault';
import { comments } from '../../db/schema/tasks';

/** Free text of a person. */
export interface Said {
  subjectId: string;
  authorId: string;
  text: string | undefined;
  at: Date;
}

/** Stores free text sealed, before the command that names it by id; nothing said, nothing stored. */
export async function storeComment(
  db: Queryable,
  vault: Vault,
  id: string,
  { subjectId, authorId, text, at }: Said,
): Promise<string | undefined> {
  if (text === undefined) return undefined;
  const sealed = vault.seal({ table: 'comments', column: 'sealed', rowId: id }, text);
  await db.insert(comments).values({ id, subjectId, authorId, sealed, createdAt: at }).onConflictDoNothing();
  return id;
}
