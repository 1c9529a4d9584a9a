import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { LogIn, Register } from '../../../contracts/http/my';
import { newId } from '../../../contracts/ids';
import type { Db, Tx } from '../../../db/client';
import type { Vault } from '../../../db/crypto/vault';
import { appendAudit } from '../../../db/repositories/audit';
import { beginSession, type SessionTokens } from '../../../db/repositories/borrower-accounts';
import { borrowerAccounts } from '../../../db/schema/accounts';
import { maskPhone } from '../../../documents/mask';
import { parseMobile } from '../../../domain/validators/mobile';
import { ProblemError } from '../../problem';
import { ACCOUNT_TEXTS, type Evidence, storeAccountConsent } from './account-consent';
import { tryLoginCode } from './login-code';

type AccountRow = typeof borrowerAccounts.$inferSelect;
type Entered = { ok: true; tokens: SessionTokens; isNew: boolean } | { ok: false; problem: ProblemError };

/** One form per phone, so that the same phone meets its account however it was typed. */
export function phoneOf(text: string): string {
  const parsed = parseMobile(text);
  if (!parsed.ok) throw new ProblemError('VALIDATION_FAILED');
  return parsed.number;
}

/** Logs in by phone and code. */
export function logIn(
  db: Db,
  vault: Vault,
  { phone, code }: z.output<typeof LogIn>,
  now: Date,
): Promise<Entered> {
  return entering(db, vault, phone, code, now, async () => null);
}

/** Makes the account that the code's phone has not, with the terms it agrees to; a phone that has one is logged in. */
export function register(
  db: Db,
  vault: Vault,
  { phone, code, locale, terms }: z.output<typeof Register>,
  evidence: Evidence,
  now: Date,
): Promise<Entered> {
  const number = phoneOf(phone);
  return entering(db, vault, phone, code, now, async (tx) => {
    const id = newId('acc');
    const [made] = await tx
      .insert(borrowerAccounts)
      .values({
        ...{ id, locale, createdAt: now },
        phoneIndex: vault.blindIndex('phone', number),
        sealedPhone: vault.seal({ table: 'borrower_accounts', column: 'sealed_phone', rowId: id }, number),
        maskedPhone: maskPhone(number),
      })
      .returning();
    const agreed = { accountId: id, wanted: ACCOUNT_TEXTS.terms, grant: terms, evidence };
    await storeAccountConsent(tx, vault, agreed, now);
    const data = { terms: terms.version, textHash: terms.textHash };
    const personal = { phone: number };
    await appendAudit(tx, {
      subject: id,
      at: now,
      actorId: id,
      action: 'account.registered',
      data,
      personal,
    });
    return made ?? null;
  });
}

/** The code is tried first; what a wrong one counted must be kept, so refusals leave as values. */
async function entering(
  db: Db,
  vault: Vault,
  phone: string,
  code: string,
  now: Date,
  whenUnknown: (tx: Tx) => Promise<AccountRow | null>,
): Promise<Entered> {
  const phoneIndex = vault.blindIndex('phone', phoneOf(phone));
  return db.transaction(async (tx): Promise<Entered> => {
    const known = await accountByPhone(tx, phoneIndex);
    const tried = await tryLoginCode(tx, phoneIndex, code, now);
    if (!tried.ok) {
      if (known !== undefined) await note(tx, known.id, 'account.login_refused', now, { code: tried.code });
      const headers: Record<string, string> =
        tried.retryAfterS === undefined ? {} : { 'retry-after': String(tried.retryAfterS) };
      return { ok: false, problem: new ProblemError(tried.code, { headers }) };
    }
    const account = known ?? (await whenUnknown(tx));
    if (account === null) return { ok: false, problem: new ProblemError('ACCOUNT_UNKNOWN') };
    if (!account.active) return { ok: false, problem: new ProblemError('ACCOUNT_INACTIVE') };
    await tried.use();
    if (known !== undefined) await note(tx, account.id, 'account.logged_in', now);
    return { ok: true, tokens: await beginSession(tx, account.id, now), isNew: known === undefined };
  });
}

async function accountByPhone(tx: Tx, phoneIndex: string): Promise<AccountRow | undefined> {
  const [row] = await tx.select().from(borrowerAccounts).where(eq(borrowerAccounts.phoneIndex, phoneIndex));
  return row;
}

const note = (tx: Tx, id: string, action: string, at: Date, data?: Record<string, string>) =>
  appendAudit(tx, { subject: id, at, actorId: id, action, ...(data && { data }) });
