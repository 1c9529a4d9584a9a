import type { Account } from '../../domain/account/account-of';
import { type AccountSummary, summaryOf } from '../../domain/account/summary';
import type { AccountTerms } from '../../domain/account/terms';
import { InvariantError } from '../../domain/invariant';
import { accountCode } from '../../domain/ledger/chart';
import type { DraftEntry } from '../../domain/ledger/entries';
import { targetBalances } from '../../domain/ledger/targets';
import type { Tx } from '../client';
import { storeAccruals } from './accruals';
import { ledgersOf, postEntries } from './ledger';
import { type LoanRow, updateReadModels } from './loans';

/** What booking a loan came to, ready to be written: its account on the date, and the entries that lead there. */
export interface FoldedBooking {
  readonly loan: LoanRow;
  readonly terms: AccountTerms;
  readonly account: Account;
  readonly worstDaysOverdue: number;
  /** Time that belongs to earlier dates, which close of business has not closed yet. */
  readonly earlier: readonly { readonly on: string; readonly entries: readonly DraftEntry[] }[];
  readonly entries: readonly DraftEntry[];
}

/** The ledger must hold exactly what the account asks for; anything else is a bug that must not commit. */
function mustAgree({ loan, terms, account }: FoldedBooking, ledger: ReadonlyMap<string, bigint>): void {
  const held = new Map(ledger);
  for (const [role, amountMinor] of targetBalances(terms, account)) {
    const code = accountCode(terms.ledger, role);
    held.set(code, (held.get(code) ?? 0n) - amountMinor);
  }
  for (const [code, difference] of held) {
    if (difference !== 0n)
      throw new InvariantError(`ledger of ${loan.id} differs from its account by ${difference} in ${code}`);
  }
}

/**
 * Writes bookings of one date, of one loan or of many that the transaction holds: entries, what accrues from now on, read
 * models; then proves each ledger equal to its account. Answers the loans' summaries.
 */
export async function writeBookings(
  tx: Tx,
  booked: readonly FoldedBooking[],
  { on, clockId }: { readonly on: string; readonly clockId: string | null },
): Promise<AccountSummary[]> {
  const withSummary = booked.map((each) => ({
    ...each,
    loanId: each.loan.id,
    summary: summaryOf(each.account),
  }));
  const dated = booked.flatMap((each) => {
    const { id: loanId, productCode, branch, currency, version } = each.loan;
    const common = { loanId, productCode, branch, currency, clockId };
    const keyPrefix = `${loanId}/${version + 1}`;
    return [
      ...each.earlier.map(({ on: bookedOn, entries }) => ({
        entries,
        context: { ...common, bookedOn, keyPrefix: `${keyPrefix}/${bookedOn}` },
      })),
      { entries: each.entries, context: { ...common, bookedOn: on, keyPrefix } },
    ];
  });
  await postEntries(tx, dated);
  await storeAccruals(tx, withSummary);
  await updateReadModels(tx, withSummary);
  const ledgers = await ledgersOf(
    tx,
    withSummary.map(({ loanId }) => loanId),
  );
  for (const each of withSummary) mustAgree(each, ledgers.get(each.loanId) ?? new Map());
  return withSummary.map(({ summary }) => summary);
}
