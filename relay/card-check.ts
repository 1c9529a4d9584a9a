import { createHash } from 'node:crypto';
import { and, count, eq } from 'drizzle-orm';
import { BankCardFile } from '../contracts/bank-card-file';
import { newId } from '../contracts/ids';
import type { SourceBody } from '../contracts/policy/origination';
import { bankCardResult } from '../contracts/sources/bank-card';
import type { Db, Tx } from '../db/client';
import type { Vault } from '../db/crypto/vault';
import { appendAudit } from '../db/repositories/audit';
import { accountById, confirmIdentity, phoneOfAccount } from '../db/repositories/borrower-identity';
import { publishedPolicy } from '../db/repositories/policy';
import { bankCards } from '../db/schema/accounts';
import { sourceCalls } from '../db/schema/underwriting';
import { maskId, maskName } from '../documents/mask';
import { businessDate } from '../domain/calendar/business-date';
import { ProviderError } from '../providers/provider-error';
import { addressedSource } from '../providers/sources/addressed-source';
import type { SourceAnswer, SourceClient } from '../providers/sources/port';
import type { Delivery } from './relay';

interface CardCheckDeps {
  db: Db;
  vault: Vault;
  sources: SourceClient;
  addresses: Readonly<Record<string, string>>;
}

type CardRow = typeof bankCards.$inferSelect;
const SOURCE = 'bank_card';

/** Asks the card network whether card, name, identity number and phone belong together, and binds or refuses the card. */
export function cardCheck({ db, vault, sources, addresses }: CardCheckDeps): Delivery {
  return async ({ ref: id }) => {
    const [card] = await db.select().from(bankCards).where(eq(bankCards.id, id));
    if (card === undefined || card.status !== 'checking') return 'done';
    const account = await accountById(db, card.accountId);
    const policy = await publishedPolicy(db, 'source', SOURCE, businessDate(Date.now()));
    const source = policy === null ? null : addressedSource(policy.body, addresses);
    if (account === undefined || policy === null || source === null)
      throw new Error('a card check needs its account and the published card network');
    const place = { table: 'bank_cards', column: 'sealed', rowId: id };
    const file = BankCardFile.parse(JSON.parse(vault.openText(place, card.sealed)));
    const subject = { ...file, phone: phoneOfAccount(vault, account) };
    const ctx = { applicationId: id, consentId: card.consentId, requestKey: `${SOURCE}/${id}` };
    const answer = await ask(() => sources.query(source, subject, ctx));
    if (answer === 'later') return { laterSeconds: 5 };
    const at = new Date();
    await db.transaction(async (tx) => {
      await keepCall(tx, vault, { card, requestKey: ctx.requestKey, body: policy.body, answer, at });
      const found = verdictOf(answer);
      const identity = found.refusal === null && (await identified(tx, vault, card, file, at));
      const refusal = found.refusal ?? (identity === 'confirmed' ? null : 'mismatch');
      await settle(tx, card, { refusal, bankCode: found.bankCode }, at);
    });
    return 'done';
  };
}

/** The network's answer; `later` when it is away, null when it will not answer this question at all. */
async function ask(query: () => Promise<SourceAnswer>): Promise<SourceAnswer | 'later' | null> {
  try {
    return await query();
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    return error.retryable ? 'later' : null;
  }
}

/** Why a card is refused, in the words of the API; null = bound. Credit cards are never lent on. */
function verdictOf(answer: SourceAnswer | null): { refusal: string | null; bankCode: string | null } {
  if (answer === null) return { refusal: 'unsupported', bankCode: null };
  if (!answer.ok) return { refusal: answer.kind === 'limited' ? 'limited' : 'unsupported', bankCode: null };
  const { outcome, cardType, bankCode } = bankCardResult.parse(answer.result);
  if (outcome !== 'match') return { refusal: outcome, bankCode };
  return { refusal: cardType === 'credit' ? 'credit_card' : null, bankCode };
}

function identified(tx: Tx, vault: Vault, { accountId }: CardRow, { name, idNo }: BankCardFile, at: Date) {
  const masked = { name: maskName(name), idNo: maskId(idNo) };
  return confirmIdentity(tx, vault, accountId, { person: { name, idNo }, masked }, at);
}

/** The first card that is bound becomes the default. */
async function settle(
  tx: Tx,
  { id, accountId }: CardRow,
  { refusal, bankCode }: { refusal: string | null; bankCode: string | null },
  at: Date,
): Promise<void> {
  const bound = refusal === null;
  const own = and(eq(bankCards.accountId, accountId), eq(bankCards.isDefault, true));
  const [{ defaults = 0 } = {}] = await tx.select({ defaults: count() }).from(bankCards).where(own);
  await tx
    .update(bankCards)
    .set({
      ...{ refusal, bankCode, status: bound ? 'bound' : 'refused' },
      ...(bound && { boundAt: at, isDefault: defaults === 0 }),
    })
    .where(and(eq(bankCards.id, id), eq(bankCards.status, 'checking')));
  const event = { subject: accountId, at, actorId: 'system', action: bound ? 'card.bound' : 'card.refused' };
  await appendAudit(tx, { ...event, data: { cardId: id, ...(refusal !== null && { refusal }) } });
}

interface Call {
  card: CardRow;
  requestKey: string;
  body: SourceBody;
  answer: SourceAnswer | null;
  at: Date;
}

/** Each call to a source is kept: under which consent, what came back, how long it took, what it cost. */
async function keepCall(tx: Tx, vault: Vault, { card, requestKey, body, answer, at }: Call): Promise<void> {
  const id = newId('src');
  const place = { table: 'source_calls', column: 'sealed_raw', rowId: id };
  await tx
    .insert(sourceCalls)
    .values({
      ...{ id, source: SOURCE, requestKey, consentId: card.consentId },
      requestHash: createHash('sha256').update(requestKey).digest('hex'),
      outcome: answer === null ? 'refused' : answer.ok ? 'answered' : 'unavailable',
      result: answer?.ok ? answer.result : null,
      sealedRaw: answer ? vault.seal(place, answer.raw) : null,
      latencyMs: answer?.latencyMs ?? 0,
      costMinor: answer?.billable ? BigInt(body.priceMinor) : 0n,
      calledAt: at,
    })
    .onConflictDoNothing({ target: sourceCalls.requestKey });
}
