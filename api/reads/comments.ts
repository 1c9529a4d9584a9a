import type { Vault } from '../../db/crypto/vault';
import type { comments } from '../../db/schema/tasks';

/** What a person said, of its sealed row (api/intake/comment.ts seals it). */
export const textOf = (
  vault: Vault,
  { id, sealed }: Pick<typeof comments.$inferSelect, 'id' | 'sealed'>,
): string => vault.openText({ table: 'comments', column: 'sealed', rowId: id }, sealed);
