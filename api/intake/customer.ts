import { and, eq, sql } from 'drizzle-orm';
import type { CustomerInput } from '../../contracts/http/customers';
import { CustomerFile, identityInFile, nameInFile } from '../../contracts/loan/customer-file';
import type { Tx } from '../../db/client';
import { compiledRead, insertInto } from '../../db/compiled';
import type { Vault } from '../../db/crypto/vault';
import { accountById, confirmIdentity, phoneOfAccount } from '../../db/repositories/borrower-identity';
import { customers } from '../../db/schema/customers';
import { maskId, maskName, maskPhone } from '../../documents/mask';
import { parseMailAddress } from '../../domain/validators/mail-address';
import { parseMobile } from '../../domain/validators/mobile';
import { parseResidentId } from '../../domain/validators/resident-id';
import type { Actor } from '../auth/actor';
import { fieldProblem, ProblemError } from '../problem';

type CustomerRow = typeof customers.$inferSelect;

/** Whom an application is for, and on which clock. */
export interface CustomerClaim {
  id: string;
  input: CustomerInput;
  locale: 'zh-CN' | 'en';
  clockId: string | null;
  now: Date;
}

const putCustomer = insertInto(customers, 'ignore');
const heldByIdentity = compiledRead((from) =>
  from
    .select()
    .from(customers)
    .where(
      and(
        eq(customers.idIndex, sql.placeholder('idIndex')),
        sql`${customers.clockId} is not distinct from ${sql.placeholder('clockId')}`,
      ),
    )
    .for('update'),
);

/** Finds the customer by identity number or makes it. An applicant's account is tied to it when name and phone agree too. */
export async function claimCustomer(
  tx: Tx,
  vault: Vault,
  actor: Actor,
  claim: CustomerClaim,
): Promise<string> {
  const file = normalised(claim.input);
  if (actor.accountId !== null) await provedBy(tx, vault, actor.accountId, file, claim.now);
  const idIndex = vault.blindIndex('id', identityInFile(file));
  const subject = actor.kind === 'applicant' ? actor.subject : null;
  await putCustomer(tx, { ...rowOf(vault, claim.id, file), idIndex, subject, ...common(claim) });
  const [row] = await heldByIdentity(tx, { idIndex, clockId: claim.clockId });
  if (row === undefined) throw new ProblemError('ALREADY_EXISTS');
  if (row.id === claim.id || subject === null) return row.id;
  await tie(tx, vault, row, file, subject);
  return row.id;
}

/**
 * From an account, only its own person applies, with the phone that a code has proved: whoever knows another's name,
 * number and phone still cannot reach that person's record.
 */
async function provedBy(
  tx: Tx,
  vault: Vault,
  accountId: string,
  file: CustomerFile,
  now: Date,
): Promise<void> {
  const account = await accountById(tx, accountId);
  if (account === undefined) throw new ProblemError('SESSION_ENDED');
  if (phoneOfAccount(vault, account) !== file.phone)
    throw fieldProblem('PHONE_NOT_PROVED', ['customer', 'phone']);
  const person =
    file.kind === 'person'
      ? { name: file.name, idNo: file.idNo }
      : { name: file.representativeName, idNo: file.representativeIdNo };
  const masked = { name: maskName(person.name), idNo: maskId(person.idNo) };
  const outcome = await confirmIdentity(tx, vault, accountId, { person, masked }, now);
  if (outcome === 'differs') throw new ProblemError('IDENTITY_DIFFERS');
  if (outcome === 'taken') throw new ProblemError('CUSTOMER_OF_ANOTHER');
}

/**
 * A customer made by a partner or an officer belongs to no account yet. Knowing an identity number is not being that
 * person, so name and phone must be those on file.
 */
async function tie(
  tx: Tx,
  vault: Vault,
  row: CustomerRow,
  file: CustomerFile,
  subject: string,
): Promise<void> {
  if (row.subject === subject) return updateContact(tx, vault, row.id, file);
  const same =
    row.nameIndex === vault.blindIndex('name', nameInFile(file)) &&
    row.phoneIndex === vault.blindIndex('phone', file.phone);
  if (row.subject !== null || !same) throw new ProblemError('CUSTOMER_OF_ANOTHER');
  await tx.update(customers).set({ subject }).where(eq(customers.id, row.id));
}

/** The customer's own account may bring a new phone, mail or address. */
async function updateContact(tx: Tx, vault: Vault, id: string, file: CustomerFile): Promise<void> {
  await tx
    .update(customers)
    .set(rowOf(vault, id, file))
    .where(eq(customers.id, id));
}

function common({ locale, clockId, now }: CustomerClaim) {
  return { locale, clockId, createdAt: now };
}

function rowOf(vault: Vault, id: string, file: CustomerFile) {
  return {
    id,
    kind: file.kind,
    sealed: vault.seal({ table: 'customers', column: 'sealed', rowId: id }, JSON.stringify(file)),
    phoneIndex: vault.blindIndex('phone', file.phone),
    nameIndex: vault.blindIndex('name', nameInFile(file)),
    maskedName: file.kind === 'person' ? maskName(file.name) : file.companyName,
    maskedId: maskId(identityInFile(file)),
    maskedPhone: maskPhone(file.phone),
  };
}

/** One form per value, so that equal people meet in the blind indexes. */
function normalised(input: CustomerInput): CustomerFile {
  const phone = parseMobile(input.phone);
  const mail = input.mail === undefined ? undefined : parseMailAddress(input.mail);
  const contact = {
    phone: phone.ok ? phone.number : input.phone,
    ...(mail?.ok && { mail: mail.address }),
  };
  if (input.kind === 'company') {
    const { uscc, representativeIdNo } = input;
    return CustomerFile.parse({
      ...input,
      ...contact,
      uscc: uscc.toUpperCase(),
      representativeIdNo: residentNumber(representativeIdNo),
    });
  }
  return CustomerFile.parse({ ...input, ...contact, idNo: residentNumber(input.idNo) });
}

function residentNumber(text: string): string {
  const parsed = parseResidentId(text);
  return parsed.ok ? parsed.id.number : text;
}
