import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { parseResidentId } from '../../domain/validators/resident-id';
import type { Queryable, Tx } from '../client';
import type { Vault } from '../crypto/vault';
import { borrowerAccounts } from '../schema/accounts';
import { appendAudit } from './audit';
import type { BorrowerAccountRow } from './borrower-accounts';

/** Who a person is: what an account is confirmed as. */
export const PersonIdentity = z.object({ name: z.string(), idNo: z.string() });
export type PersonIdentity = z.infer<typeof PersonIdentity>;

/** An account by its id. */
export async function accountById(db: Queryable, id: string): Promise<BorrowerAccountRow | undefined> {
  const [row] = await db.select().from(borrowerAccounts).where(eq(borrowerAccounts.id, id));
  return row;
}

/** The phone that the account was proved with. */
export function phoneOfAccount(vault: Vault, { id, sealedPhone }: BorrowerAccountRow): string {
  return vault.openText({ table: 'borrower_accounts', column: 'sealed_phone', rowId: id }, sealedPhone);
}

/** Name and identity number that the account was confirmed as, if it was. */
export function identityOfAccount(vault: Vault, account: BorrowerAccountRow): PersonIdentity | null {
  if (account.sealedIdentity === null) return null;
  const place = { table: 'borrower_accounts', column: 'sealed_identity', rowId: account.id };
  return PersonIdentity.parse(JSON.parse(vault.openText(place, account.sealedIdentity)));
}

/**
 * Holds an account to one person: the first name and identity number that are confirmed are that person's. `differs`:
 * the account is somebody else's already; `taken`: another account is that person's.
 */
export async function confirmIdentity(
  tx: Tx,
  vault: Vault,
  accountId: string,
  { person, masked }: { person: PersonIdentity; masked: { name: string; idNo: string } },
  now: Date,
): Promise<'confirmed' | 'differs' | 'taken'> {
  const [account] = await tx
    .select()
    .from(borrowerAccounts)
    .where(eq(borrowerAccounts.id, accountId))
    .for('update');
  if (account === undefined) return 'differs';
  const { name, idNo } = normalisedPerson(person);
  const known = identityOfAccount(vault, account);
  if (known !== null) return known.idNo === idNo && known.name === name ? 'confirmed' : 'differs';
  const idIndex = vault.blindIndex('id', idNo);
  const [other] = await tx
    .select({ id: borrowerAccounts.id })
    .from(borrowerAccounts)
    .where(eq(borrowerAccounts.idIndex, idIndex));
  if (other !== undefined) return 'taken';
  const place = { table: 'borrower_accounts', column: 'sealed_identity', rowId: accountId };
  const sealedIdentity = vault.seal(place, JSON.stringify({ name, idNo }));
  await tx
    .update(borrowerAccounts)
    .set({ sealedIdentity, idIndex, maskedName: masked.name, maskedId: masked.idNo, confirmedAt: now })
    .where(eq(borrowerAccounts.id, accountId));
  await appendAudit(tx, {
    ...{ subject: accountId, at: now, actorId: accountId, action: 'account.identified' },
    personal: { idNo, name },
  });
  return 'confirmed';
}

/** One form per identity, so that equal people meet. */
export function normalisedPerson({ name, idNo }: PersonIdentity): PersonIdentity {
  const parsed = parseResidentId(idNo);
  return { name: name.trim(), idNo: parsed.ok ? parsed.id.number : idNo };
}
