import { and, eq, sql } from 'drizzle-orm';
import { BankCardFile } from '../../../contracts/bank-card-file';
import type { Db, Queryable, Tx } from '../../../db/client';
import type { Vault } from '../../../db/crypto/vault';
import { appendAudit } from '../../../db/repositories/audit';
import { subjectOfAccount } from '../../../db/repositories/borrower-accounts';
import { bankCards } from '../../../db/schema/accounts';
import { applications } from '../../../db/schema/applications';
import { customers } from '../../../db/schema/customers';
import { ProblemError } from '../../problem';
import { tellLoan } from '../news';
import type { CardRow } from './bind-card';

/** A card of this account, whatever its state; those of others do not exist for it. */
export async function ownCard(tx: Queryable, accountId: string, id: string): Promise<CardRow> {
  const [row] = await tx
    .select()
    .from(bankCards)
    .where(and(eq(bankCards.id, id), eq(bankCards.accountId, accountId)));
  if (row === undefined || row.status === 'removed') throw new ProblemError('NOT_FOUND');
  return row;
}

/** Number and holder of a bound card, opened for the length of a request. */
export async function boundCardFile(
  tx: Queryable,
  vault: Vault,
  accountId: string,
  id: string,
): Promise<BankCardFile> {
  const row = await ownCard(tx, accountId, id);
  if (row.status !== 'bound') throw new ProblemError('CARD_NOT_BOUND');
  const place = { table: 'bank_cards', column: 'sealed', rowId: row.id };
  return BankCardFile.parse(JSON.parse(vault.openText(place, row.sealed)));
}

/** Makes a bound card the one that payouts and debits of later applications use. */
export function makeDefault(db: Db, accountId: string, id: string, now: Date): Promise<CardRow> {
  return db.transaction(async (tx) => {
    const row = await ownCard(tx, accountId, id);
    if (row.status !== 'bound') throw new ProblemError('CARD_NOT_BOUND');
    await tx.update(bankCards).set({ isDefault: false }).where(eq(bankCards.accountId, accountId));
    await tx.update(bankCards).set({ isDefault: true }).where(eq(bankCards.id, id));
    await note(tx, accountId, 'card.made_default', id, now);
    return { ...row, isDefault: true };
  });
}

/** Removes a card that no running loan is debited from. The sealed number stays for the record. */
export function removeCard(db: Db, accountId: string, id: string, now: Date): Promise<void> {
  return db.transaction(async (tx) => {
    const row = await ownCard(tx, accountId, id);
    const [user] = await tx
      .select({ id: applications.id })
      .from(applications)
      .innerJoin(customers, eq(customers.id, applications.customerId))
      .where(
        and(
          eq(customers.subject, subjectOfAccount(accountId)),
          eq(applications.cardId, row.id),
          sql`${applications.stage} <> 'CLOSED'`,
        ),
      )
      .limit(1);
    if (user !== undefined) throw new ProblemError('CARD_IN_USE');
    const gone = { status: 'removed' as const, isDefault: false, removedAt: now };
    await tx.update(bankCards).set(gone).where(eq(bankCards.id, id));
    await note(tx, accountId, 'card.removed', id, now);
  });
}

/** Whose application takes which card, and who says so. */
export interface CardChange {
  application: Pick<typeof applications.$inferSelect, 'id' | 'clockId' | 'stage'>;
  accountId: string;
  cardId: string;
  actorId: string;
  /** Id of the news to the loan. */
  ref: string;
  now: Date;
}

/** Payout and debits of an application, also of a running loan, go over another bound card from now on. */
export async function useCardFor(tx: Tx, vault: Vault, change: CardChange): Promise<void> {
  const { application, accountId, cardId, actorId, ref, now } = change;
  const { id: applicationId, clockId, stage } = application;
  // First, so that a repeat has the former answer, whatever became of loan and card since; a refusal below undoes it.
  const fresh = await tellLoan(tx, { applicationId, kind: 'account', ref, at: now, clockId });
  if (!fresh) return;
  if (stage === 'CLOSED') throw new ProblemError('LOAN_CLOSED');
  const card = await ownCard(tx, accountId, cardId);
  const { cardNo, name } = await boundCardFile(tx, vault, accountId, cardId);
  const place = { table: 'applications', column: 'sealed_account', rowId: applicationId };
  await tx
    .update(applications)
    .set({
      sealedAccount: vault.seal(place, JSON.stringify({ cardNo, holderName: name })),
      maskedAccount: card.maskedCard,
      cardId,
      version: sql`${applications.version} + 1`,
      updatedAt: now,
    })
    .where(eq(applications.id, applicationId));
  await appendAudit(tx, {
    ...{ subject: applicationId, at: now, actorId, action: 'account.given', clockId },
    data: { cardId },
    personal: { cardNo },
  });
}

const note = (tx: Tx, accountId: string, action: string, cardId: string, at: Date) =>
  appendAudit(tx, { subject: accountId, at, actorId: accountId, action, data: { cardId } });
