import type { Account } from '../account/account-of';
import { type AccrualSegment, accruedAt } from '../account/accrual-segment';
import type { AccountTerms } from '../account/terms';
import { accountCode, type LedgerRole } from './chart';

type AccruingKind = AccrualSegment['kind'];

/** What close of business needs to accrue one kind of interest of one loan by itself: its segments, and what lies outside them. */
export interface AccrualState {
  readonly kind: AccruingKind;
  readonly debitCode: string;
  readonly incomeCode: string;
  readonly vatCode: string;
  /** Charged in all, apart from the segments; with them it gives the tax, which is rounded on the sum. */
  readonly baseMinor: bigint;
  readonly segments: readonly (AccrualSegment & { readonly postedMinor: bigint })[];
}

const roles: Readonly<Record<AccruingKind, { debit: LedgerRole; income: LedgerRole }>> = {
  interest: { debit: 'interest.accrued', income: 'income.interest' },
  penalty: { debit: 'penalty.due', income: 'income.penalty' },
  compound: { debit: 'compound.due', income: 'income.compound' },
};
const kinds: readonly AccruingKind[] = ['interest', 'penalty', 'compound'];

/** Whether a loan accrues evenly for some days, so that it need not be folded on each of them. Off the balance sheet it is folded. */
export function accruesEvenly(terms: AccountTerms, account: Account): boolean {
  if (account.status !== 'active' && account.status !== 'overdue') return false;
  if (account.nonAccrualSince !== null || account.stableUntil <= account.asOf) return false;
  if (terms.schedule.rounding.mode !== 'half-up') return false;
  const accrues = account.balances.principalMinor > 0n && account.nextDue !== null;
  return !accrues || account.accruals.some((segment) => segment.kind === 'interest');
}

/** The accruals of a loan after a booking, in the form that is evaluated for many loans at once. */
export function accrualStates(terms: AccountTerms, account: Account): AccrualState[] {
  if (!accruesEvenly(terms, account)) return [];
  const { mode } = terms.schedule.rounding;
  return kinds.flatMap((kind) => {
    const segments = account.accruals
      .filter((segment) => segment.kind === kind)
      .map((segment) => ({ ...segment, postedMinor: accruedAt(segment, account.asOf, mode) }));
    if (segments.length === 0) return [];
    const postedMinor = segments.reduce((sum, segment) => sum + segment.postedMinor, 0n);
    const charged = account.totals.charged[kind];
    return [
      {
        kind,
        debitCode: accountCode(terms.ledger, roles[kind].debit),
        incomeCode: accountCode(terms.ledger, roles[kind].income),
        vatCode: accountCode(terms.ledger, 'vat'),
        baseMinor: charged - postedMinor,
        segments,
      },
    ];
  });
}
