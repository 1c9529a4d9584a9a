import type { z } from 'zod';
import type { TrialBalance } from '../../contracts/http/ledger';
import type { Db } from '../../db/client';
import { loadAccount } from '../../db/repositories/account';
import { accruedTo } from '../../db/repositories/accruals';
import { ledgerBalances } from '../../db/repositories/ledger';
import { accountCode } from '../../domain/ledger/chart';
import { targetBalances } from '../../domain/ledger/targets';
import type { Ending } from '../ending';
import { type Check, differences } from './check';

/** Debits equal credits, over all and in the balances. */
export function checkTrialBalance(books: z.output<typeof TrialBalance>): Check {
  const sum = books.accounts.reduce((total, { balanceMinor }) => total + BigInt(balanceMinor), 0n);
  const wrong = [];
  if (!books.balanced) wrong.push(`debits ${books.debitMinor}, credits ${books.creditMinor}`);
  if (sum !== 0n) wrong.push(`balances sum to ${sum}`);
  if (books.accounts.length === 0) wrong.push('the books are empty');
  return { what: 'the trial balance is zero', wrong };
}

/** What the ledger holds of each loan is what the fold of its events asks for, account by account. */
export async function checkFold(db: Db, endings: readonly Ending[]): Promise<Check> {
  const wrong: string[] = [];
  for (const { loan } of endings) {
    if (loan !== null) wrong.push(...(await foldDifferences(db, loan.id)));
  }
  return { what: 'ledger and fold of events agree for each loan', wrong };
}

async function foldDifferences(db: Db, loanId: string): Promise<string[]> {
  const asOf = await accruedTo(db, loanId);
  if (asOf === null) return [`${loanId}: never booked`];
  const loaded = await loadAccount(db, loanId, { asOf });
  if (!loaded) return [`${loanId}: gone`];
  const target = new Map<string, bigint>();
  for (const [role, amountMinor] of targetBalances(loaded.terms, loaded.account)) {
    const code = accountCode(loaded.terms.ledger, role);
    target.set(code, (target.get(code) ?? 0n) + amountMinor);
  }
  const settled = (balances: ReadonlyMap<string, bigint>) =>
    new Map([...balances].filter(([, amountMinor]) => amountMinor !== 0n));
  const sides = ['ledger', 'fold'] as const;
  return differences(sides, settled(await ledgerBalances(db, loanId)), settled(target)).map(
    (difference) => `${loanId} ${difference}`,
  );
}
