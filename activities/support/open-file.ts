import { eq, sql } from 'drizzle-orm';
import type { AccountFile, CustomerFile } from '../../contracts/loan/customer-file';
import type { Queryable } from '../../db/client';
import { compiledRead } from '../../db/compiled';
import type { Vault } from '../../db/crypto/vault';
import { openAccountFile, openCustomerFile } from '../../db/repositories/customer-file';
import { customers } from '../../db/schema/customers';
import type { BorrowerParty } from '../../documents/contract-input';
import { maskAddress, maskId, maskPhone } from '../../documents/mask';
import { failure, missingRow } from './failures';
import type { ApplicationRow } from './step';

const sealedFile = compiledRead((from) =>
  from
    .select({ id: customers.id, sealed: customers.sealed })
    .from(customers)
    .where(eq(customers.id, sql.placeholder('id'))),
);

/** The sealed file of the applicant, opened for the length of a step and kept nowhere. */
export async function customerFileOf(q: Queryable, vault: Vault, customerId: string): Promise<CustomerFile> {
  const [row] = await sealedFile(q, { id: customerId });
  if (!row) throw missingRow('customer', customerId);
  return openCustomerFile(vault, row);
}

/** The account for payout and debit. */
export function accountFileOf(vault: Vault, app: Pick<ApplicationRow, 'id' | 'sealedAccount'>): AccountFile {
  const { id, sealedAccount } = app;
  if (!sealedAccount) throw failure('MISSING_ROW', `account of ${id}`);
  return openAccountFile(vault, { id, sealedAccount });
}

/** The borrower as papers name them: the name in full, everything else masked. */
export function borrowerOf(file: CustomerFile): BorrowerParty {
  const maskedPhone = maskPhone(file.phone);
  const maskedAddress = file.address ? maskAddress(file.address) : '—';
  if (file.kind === 'person') {
    return {
      name: file.name,
      idKind: 'resident_id',
      maskedId: maskId(file.idNo),
      maskedPhone,
      maskedAddress,
    };
  }
  const { companyName, uscc, representativeName } = file;
  return {
    name: companyName,
    idKind: 'credit_code',
    maskedId: maskId(uscc),
    maskedPhone,
    maskedAddress,
    legalRepresentative: representativeName,
  };
}
