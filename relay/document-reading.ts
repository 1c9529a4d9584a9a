import { and, eq, gt, isNull } from 'drizzle-orm';
import { DOCUMENT_READER, isReadable } from '../contracts/sources/document-reading';
import type { Db } from '../db/client';
import type { Vault } from '../db/crypto/vault';
import { keepReading, openDocument, readingKey } from '../db/repositories/document-readings';
import { pinnedPolicy, publishedPolicy } from '../db/repositories/policy';
import { applications, consents, documents } from '../db/schema/applications';
import { testClocks } from '../db/schema/clocks';
import { documentReadings } from '../db/schema/underwriting';
import { businessDate } from '../domain/calendar/business-date';
import { addressedSource } from '../providers/sources/addressed-source';
import type { SourceClient } from '../providers/sources/port';
import { readDocument, readingFrom } from '../providers/sources/read-document';
import type { Delivery } from './relay';

interface ReadingDeps {
  db: Db;
  vault: Vault;
  sources: SourceClient;
  addresses: Readonly<Record<string, string>>;
}

const AGAIN_SECONDS = 2;

/**
 * Has a document read that was sent after the request, so that who asked for it sees what it says beside what was
 * declared. The facts step of the loan reads what came with the request; whichever is first keeps its reading.
 */
export function documentReading({ db, vault, sources, addresses }: ReadingDeps): Delivery {
  return async ({ ref, attempts }) => {
    const found = await unreadDocument(db, ref);
    if (found === undefined || !isReadable(found.document.kind)) return 'done';
    const { app, document } = found;
    const policy = await readerFor(db, app);
    const row = policy && addressedSource(policy, addresses);
    if (policy === null || row === null) return 'done';
    const readAt = found.clockNow ?? new Date();
    const consentId = policy.consent === null ? null : await consentTo(db, app.id, policy.consent, readAt);
    if (policy.needsConsent && consentId === null) return 'done';
    const clock =
      app.clockId && found.clockNow ? { id: app.clockId, now: found.clockNow.toISOString() } : undefined;
    const ctx = {
      applicationId: app.id,
      consentId,
      requestKey: readingKey(document.id),
      ...(clock && { clock }),
    };
    const read = await readDocument(sources, row, openDocument(vault, document), ctx);
    const patient = policy.fallback === 'wait' || attempts <= policy.retries;
    if (read.state === 'silent' && patient) return { laterSeconds: AGAIN_SECONDS };
    const of = { documentId: document.id, kind: document.kind, applicationId: app.id, consentId };
    await keepReading(
      db,
      vault,
      { ...of, readAt, clockId: app.clockId },
      readingFrom(read, policy.priceMinor),
    );
    return 'done';
  };
}

type AppRow = Pick<
  typeof applications.$inferSelect,
  'id' | 'clockId' | 'productCode' | 'productVersion' | 'createdAt'
>;

async function unreadDocument(db: Db, documentId: string) {
  const { id, kind, contentType, sealed } = documents;
  const { clockId, productCode, productVersion, createdAt } = applications;
  const [found] = await db
    .select({
      document: { id, kind, contentType, sealed },
      app: { id: applications.id, clockId, productCode, productVersion, createdAt },
      clockNow: testClocks.now,
    })
    .from(documents)
    .innerJoin(applications, eq(applications.id, documents.applicationId))
    .leftJoin(documentReadings, eq(documentReadings.documentId, id))
    .leftJoin(testClocks, eq(testClocks.id, clockId))
    .where(and(eq(id, documentId), isNull(documentReadings.documentId)));
  return found;
}

/** The reader's policy on the day of the application; null where the product has no documents read. */
async function readerFor(db: Db, { productCode, productVersion, createdAt }: AppRow) {
  const product = await pinnedPolicy(db, 'product', productCode, productVersion);
  if (!product?.body.sources.includes(DOCUMENT_READER)) return null;
  const policy = await publishedPolicy(db, 'source', DOCUMENT_READER, businessDate(createdAt.getTime()));
  return policy?.body ?? null;
}

/** The consent that stands; without one a person looks at the paper. */
async function consentTo(db: Db, applicationId: string, code: string, now: Date): Promise<string | null> {
  const mine = and(
    eq(consents.applicationId, applicationId),
    eq(consents.code, code),
    isNull(consents.withdrawnAt),
    gt(consents.validUntil, now),
  );
  const [row] = await db.select({ id: consents.id }).from(consents).where(mine);
  return row?.id ?? null;
}
