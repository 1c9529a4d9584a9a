import { AccountFile, CustomerFile } from '../../contracts/loan/customer-file';
import type { Vault } from '../crypto/vault';

/** A customer's sealed file, opened for the length of a step and kept nowhere. */
export function openCustomerFile(vault: Vault, row: { id: string; sealed: Buffer }): CustomerFile {
  const place = { table: 'customers', column: 'sealed', rowId: row.id };
  return CustomerFile.parse(JSON.parse(vault.openText(place, row.sealed)));
}

/** An application's sealed account for payout and debit. */
export function openAccountFile(vault: Vault, row: { id: string; sealedAccount: Buffer }): AccountFile {
  const place = { table: 'applications', column: 'sealed_account', rowId: row.id };
  return AccountFile.parse(JSON.parse(vault.openText(place, row.sealedAccount)));
}
