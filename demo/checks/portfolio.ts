import type { z } from 'zod';
import type { TrialBalance } from '../../contracts/http/ledger';
import { type Lent, portfolioOf } from '../portfolio';
import type { Check } from './check';

/** 贷款本金, in all its standings. */
const PRINCIPAL = /^1303/;

type Books = Pick<z.output<typeof TrialBalance>, 'currency'> & {
  readonly accounts: readonly { readonly code: string; readonly balanceMinor: string }[];
};

/** In each currency everything paid out came back or is still owed, and what is owed is what its books hold as principal. */
export function checkPortfolio(endings: readonly Lent[], books: readonly Books[]): Check {
  const wrong: string[] = [];
  for (const { currency, accounts } of books) {
    const { paidOutMinor, repaidMinor, outstandingMinor } = portfolioOf(endings, currency);
    const booked = accounts
      .filter(({ code }) => PRINCIPAL.test(code))
      .reduce((sum, { balanceMinor }) => sum + BigInt(balanceMinor), 0n);
    if (paidOutMinor - repaidMinor !== outstandingMinor)
      wrong.push(`${currency}: paid out ${paidOutMinor}, repaid ${repaidMinor}, owed ${outstandingMinor}`);
    if (booked !== outstandingMinor)
      wrong.push(`${currency}: owed ${outstandingMinor}, in the books ${booked}`);
  }
  return { what: 'principal paid out is what was repaid and what the books still hold', wrong };
}
