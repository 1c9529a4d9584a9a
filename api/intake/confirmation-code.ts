import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { desc, eq, sql } from 'drizzle-orm';
import type { ProblemCode } from '../../contracts/errors';
import type { Tx } from '../../db/client';
import { compiledRead, insertInto, updateWhere } from '../../db/compiled';
import type { Vault } from '../../db/crypto/vault';
import { queuedMessage } from '../../db/repositories/messages';
import { writeRecords } from '../../db/repositories/records';
import { confirmationCodes, type contracts } from '../../db/schema/contracts';
import { customers } from '../../db/schema/customers';
import { ProblemError } from '../problem';
import type { IdMaker } from '../seeded-id';

type ContractRow = Pick<
  typeof contracts.$inferSelect,
  'id' | 'customerId' | 'applicationId' | 'number' | 'clockId'
>;

const LIFE_MS = 10 * 60_000;
const PAUSE_MS = 60_000;
const MOST_ATTEMPTS = 5;

/** Sends a fresh one-time code to the borrower's phone; only its salted hash is kept. */
export async function sendCode(
  tx: Tx,
  vault: Vault,
  contract: ContractRow,
  makeId: IdMaker,
  now: Date,
): Promise<{ sentTo: string; expiresAt: Date }> {
  const id = makeId('cod');
  const [last] = await latest(tx, contract.id);
  // The same request run again, because its first run died with its answer: the code is on its way already.
  const sentBefore = last?.id === id ? last : undefined;
  const waitMs = last === undefined ? 0 : last.sentAt.getTime() + PAUSE_MS - now.getTime();
  if (waitMs > 0 && !sentBefore)
    throw new ProblemError('CODE_TOO_SOON', { headers: { 'retry-after': String(Math.ceil(waitMs / 1000)) } });
  const [customer] = await reached(tx, { id: contract.customerId });
  const sentTo = customer?.phone ?? '';
  if (sentBefore) return { sentTo, expiresAt: sentBefore.expiresAt };
  const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
  const salt = randomBytes(16).toString('hex');
  const expiresAt = new Date(now.getTime() + LIFE_MS);
  const codeHash = hashOf(salt, code);
  await putCode(tx, { id, contractId: contract.id, salt, codeHash, sentAt: now, expiresAt });
  const message = queuedMessage(vault, {
    id: makeId('msg'),
    key: `code/${id}`,
    customerId: contract.customerId,
    applicationId: contract.applicationId,
    template: 'one-time-code',
    channel: 'sms',
    locale: customer?.locale ?? 'zh-CN',
    params: { code, contractNumber: contract.number, minutes: LIFE_MS / 60_000 },
    createdAt: now,
    clockId: contract.clockId,
  });
  await writeRecords(tx, { messages: [message] });
  return { sentTo, expiresAt };
}

/** Checks a code; a right one is used up. A wrong one counts even though the request is refused, so it is returned, not thrown. */
export async function useCode(
  tx: Tx,
  contractId: string,
  code: string,
  now: Date,
): Promise<{ ok: true; codeId: string } | { ok: false; code: ProblemCode }> {
  const [sent] = await latest(tx, contractId);
  if (sent === undefined || sent.usedAt !== null) return { ok: false, code: 'CODE_INVALID' };
  if (sent.expiresAt <= now) return { ok: false, code: 'CODE_EXPIRED' };
  if (sent.attempts >= MOST_ATTEMPTS) return { ok: false, code: 'CODE_ATTEMPTS_EXCEEDED' };
  const right = timingSafeEqual(Buffer.from(hashOf(sent.salt, code)), Buffer.from(sent.codeHash));
  // The row is held since it was read, so that no other try comes between.
  await changeCode(tx, sent.id, right ? { usedAt: now } : { attempts: sent.attempts + 1 });
  return right ? { ok: true, codeId: sent.id } : { ok: false, code: 'CODE_INVALID' };
}

const latestCode = compiledRead((from) =>
  from
    .select()
    .from(confirmationCodes)
    .where(eq(confirmationCodes.contractId, sql.placeholder('contractId')))
    .orderBy(desc(confirmationCodes.sentAt), desc(confirmationCodes.id))
    .limit(1)
    .for('update'),
);
const putCode = insertInto(confirmationCodes);
const changeCode = updateWhere(confirmationCodes, 'id');
const reached = compiledRead((from) =>
  from
    .select({ locale: customers.locale, phone: customers.maskedPhone })
    .from(customers)
    .where(eq(customers.id, sql.placeholder('id'))),
);

function latest(tx: Tx, contractId: string) {
  return latestCode(tx, { contractId });
}

function hashOf(salt: string, code: string): string {
  return createHash('sha256').update(`${salt}/${code}`).digest('hex');
}
