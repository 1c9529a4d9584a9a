import { and, eq, gt, inArray, ne } from 'drizzle-orm';
import type { z } from 'zod';
import type { BankCardFile } from '../../../contracts/bank-card-file';
import type { BindCard } from '../../../contracts/http/my';
import type { Db, Tx } from '../../../db/client';
import type { Vault } from '../../../db/crypto/vault';
import { appendAudit } from '../../../db/repositories/audit';
import {
  accountById,
  identityOfAccount,
  normalisedPerson,
  type PersonIdentity,
} from '../../../db/repositories/borrower-identity';
import { bankCards } from '../../../db/schema/accounts';
import { outbox } from '../../../db/schema/messaging';
import { maskCard } from '../../../documents/mask';
import { parseBankCard } from '../../../domain/validators/bank-card';
import { ProblemError } from '../../problem';
import { ACCOUNT_TEXTS, type Evidence, storeAccountConsent } from './account-consent';

export type CardRow = typeof bankCards.$inferSelect;

/** The card network bounds checks of one card per day; so do we, per account. */
const CHECKS_PER_DAY = 5;
const DAY_MS = 24 * 3_600_000;

/** A card to be checked, with who asks and how. */
export interface CardToBind {
  id: string;
  accountId: string;
  body: z.output<typeof BindCard>;
  evidence: Evidence;
  now: Date;
}

/** Takes a card in, sealed; the relay asks the card network and binds or refuses it. Run again, it finds what it made. */
export function askToBind(db: Db, vault: Vault, asked: CardToBind): Promise<CardRow> {
  const { id, accountId, body, now } = asked;
  return db.transaction(async (tx) => {
    const [made] = await tx.select().from(bankCards).where(eq(bankCards.id, id));
    if (made !== undefined) return made;
    const parsed = parseBankCard(body.cardNo);
    if (!parsed.ok) throw new ProblemError('VALIDATION_FAILED');
    const holder = await holderOf(tx, vault, accountId, body.holder);
    const cardIndex = vault.blindIndex('card', parsed.number);
    await refuseRepeats(tx, accountId, cardIndex, now);
    const consent = { accountId, wanted: ACCOUNT_TEXTS.card, grant: body.consent, evidence: asked.evidence };
    const file: BankCardFile = { cardNo: parsed.number, ...holder };
    const [row] = await tx
      .insert(bankCards)
      .values({
        ...{ id, accountId, cardIndex, status: 'checking', askedAt: now },
        sealed: vault.seal({ table: 'bank_cards', column: 'sealed', rowId: id }, JSON.stringify(file)),
        maskedCard: maskCard(parsed.number),
        consentId: await storeAccountConsent(tx, vault, consent, now),
      })
      .returning();
    if (row === undefined) throw new ProblemError('CARD_ALREADY_BOUND');
    await tx.insert(outbox).values({ topic: 'card.check', ref: id });
    const event = { subject: accountId, at: now, actorId: accountId, action: 'card.asked' };
    await appendAudit(tx, { ...event, data: { cardId: id }, personal: { cardNo: parsed.number } });
    return row;
  });
}

/** Whose card it must be: the account's confirmed person, else the one named with the card. */
async function holderOf(
  tx: Tx,
  vault: Vault,
  accountId: string,
  given: PersonIdentity | undefined,
): Promise<PersonIdentity> {
  const account = await accountById(tx, accountId);
  const known = account === undefined ? null : identityOfAccount(vault, account);
  if (given === undefined) {
    if (known === null) throw new ProblemError('IDENTITY_NEEDED');
    return known;
  }
  const person = normalisedPerson(given);
  if (known !== null && (known.idNo !== person.idNo || known.name !== person.name))
    throw new ProblemError('IDENTITY_DIFFERS');
  return person;
}

async function refuseRepeats(tx: Tx, accountId: string, cardIndex: string, now: Date): Promise<void> {
  const own = eq(bankCards.accountId, accountId);
  const [open] = await tx
    .select({ id: bankCards.id })
    .from(bankCards)
    .where(and(own, eq(bankCards.cardIndex, cardIndex), inArray(bankCards.status, ['checking', 'bound'])));
  if (open !== undefined) throw new ProblemError('CARD_ALREADY_BOUND');
  const today = await tx
    .select({ id: bankCards.id })
    .from(bankCards)
    .where(and(own, gt(bankCards.askedAt, new Date(now.getTime() - DAY_MS)), ne(bankCards.status, 'bound')));
  if (today.length >= CHECKS_PER_DAY) throw new ProblemError('CARD_CHECKS_EXCEEDED');
}
