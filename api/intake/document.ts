import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { isReadable } from '../../contracts/sources/document-reading';
import type { Db, Tx } from '../../db/client';
import { insertNew } from '../../db/compiled';
import type { Vault } from '../../db/crypto/vault';
import { appendAudit } from '../../db/repositories/audit';
import type { AuditEventInput } from '../../db/repositories/audit-chain';
import { documents } from '../../db/schema/applications';
import { outbox } from '../../db/schema/messaging';
import { ProblemError } from '../problem';
import type { ApplicationRow } from '../reads/applications';
import { tellLoan } from './news';

type DocumentRow = typeof documents.$inferSelect;

/** A file as uploaded. */
export interface Upload {
  id: string;
  kind: string;
  contentType: string;
  content: Buffer;
  actorId: string;
  now: Date;
}

/** First bytes of the accepted types: a name or a header proves nothing. */
const SIGNATURES: Record<string, readonly number[]> = {
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
};

/** Where a document belongs. */
interface Owner {
  id: string;
  clockId: string | null;
}

/** Stores a document sealed, tells the loan, and has it read where it can be. The same content of the same kind is stored once. */
export async function storeDocument(
  db: Db,
  vault: Vault,
  app: ApplicationRow,
  upload: Upload,
): Promise<DocumentRow> {
  if (app.stage === 'CLOSED') throw new ProblemError('LOAN_CLOSED');
  return db.transaction(async (tx) => {
    const { row, added } = await putDocument(tx, vault, app, upload);
    if (added) {
      await appendAudit(tx, added);
      const { kind, now } = upload;
      const news = { kind: 'documents', ref: row.id, body: { kind }, at: now, clockId: app.clockId } as const;
      await tellLoan(tx, { applicationId: app.id, ...news });
      if (isReadable(kind))
        await tx.insert(outbox).values({ topic: 'document.read', ref: row.id, clockId: app.clockId });
    }
    return row;
  });
}

const putRow = insertNew(documents);

/** Seals a document into its row; known content is found again. What the caller has to put on record is `added`. */
export async function putDocument(
  tx: Tx,
  vault: Vault,
  owner: Owner,
  upload: Upload,
): Promise<{ row: DocumentRow; added: AuditEventInput | null }> {
  const { id, kind, contentType, content, actorId, now } = upload;
  if (content.length === 0) throw new ProblemError('DOCUMENT_EMPTY');
  const signature = SIGNATURES[contentType];
  if (signature === undefined || !signature.every((byte, at) => content[at] === byte))
    throw new ProblemError('DOCUMENT_TYPE_REFUSED');
  const sha256 = createHash('sha256').update(content).digest('hex');
  const made: DocumentRow = {
    id,
    applicationId: owner.id,
    kind,
    contentType,
    sizeBytes: content.length,
    sha256,
    sealed: vault.seal({ table: 'documents', column: 'sealed', rowId: id }, content),
    uploadedBy: actorId,
    uploadedAt: now,
    clockId: owner.clockId,
  };
  if ((await putRow(tx, [made])) === 0) {
    const same = and(
      eq(documents.applicationId, owner.id),
      eq(documents.kind, kind),
      eq(documents.sha256, sha256),
    );
    const [known] = await tx.select().from(documents).where(same);
    if (known === undefined) throw new ProblemError('ALREADY_EXISTS');
    return { row: known, added: null };
  }
  const added = {
    subject: owner.id,
    at: now,
    actorId,
    action: 'document.added',
    data: { documentId: id, kind, sha256, sizeBytes: content.length },
    clockId: owner.clockId,
  };
  return { row: made, added };
}
