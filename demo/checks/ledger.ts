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

/** Debits equal credits in each currency, over all and in the balances. */
export function checkTrialBalance(books: readonly z.output<typeof TrialBalance>[]): Check {
  const wrong = books.flatMap((one) => uneven(one).map((what) => `${one.currency}: ${what}`));
  if (books.every(({ accounts }) => accounts.length === 0)) wrong.push('the books are empty');
  return { what: 'the trial balance of each currency is zero', wrong };
}

function uneven({ accounts, balanced, debitMinor, creditMinor }: z.output<typeof TrialBalance>): string[] {
  const sum = accounts.reduce((total, { balanceMinor }) => total + BigInt(balanceMinor), 0n);
  return [
    ...(balanced ? [] : [`debits ${debitMinor}, credits ${creditMinor}`]),
    ...(sum === 0n ? [] : [`balances sum to ${sum}`]),
  ];
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
