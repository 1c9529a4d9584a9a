import type { z } from 'zod';
import type { TrialBalance } from '../../contracts/http/ledger';
import type { Portfolio } from '../portfolio';
import type { Check } from './check';

/** 贷款本金, in all its standings. */
const PRINCIPAL = /^1303/;

/** Every yuan paid out came back or is still owed, and what is owed is what the books hold as principal. */
export function checkPortfolio(
  { paidOutMinor, repaidMinor, outstandingMinor }: Portfolio,
  books: z.output<typeof TrialBalance>,
): Check {
  const booked = books.accounts
    .filter(({ code }) => PRINCIPAL.test(code))
    .reduce((sum, { balanceMinor }) => sum + BigInt(balanceMinor), 0n);
  const wrong = [];
  if (paidOutMinor - repaidMinor !== outstandingMinor)
    wrong.push(`paid out ${paidOutMinor}, repaid ${repaidMinor}, owed ${outstandingMinor}`);
  if (booked !== outstandingMinor) wrong.push(`owed ${outstandingMinor}, in the books ${booked}`);
  return { what: 'principal paid out is what was repaid and what the books still hold', wrong };
}
