import type { Account } from '../account/account-of';
import { type AccrualSegment, accruedAt } from '../account/accrual-segment';
import { rateUnits } from '../account/rate';
import type { AccountTerms } from '../account/terms';
import { accountCode } from './chart';

/** What the day adds to: interest of the running period, and penalty and compound interest of instalments in arrears. */
export const ACCRUING_KINDS = ['interest', 'penalty', 'compound'] as const;
export type AccruingKind = (typeof ACCRUING_KINDS)[number];

/** One kind of what a loan accrues by itself: its segments, what they come to, and what was charged beside them. */
export interface AccrualState {
  readonly nowMinor: bigint;
  /** Charged in all, apart from the segments; with them it gives the tax, which is rounded on the sum. */
  readonly baseMinor: bigint;
  readonly segments: readonly AccrualSegment[];
}

/** Accounts and tax that a loan accrues with; loans that share them are posted together. */
export interface AccrualAccounts {
  readonly interestCode: string;
  readonly interestIncomeCode: string;
  readonly penaltyCode: string;
  readonly penaltyIncomeCode: string;
  readonly compoundCode: string;
  readonly compoundIncomeCode: string;
  readonly vatCode: string;
  /** In whole 10⁻¹². */
  readonly vatUnits: bigint;
}

export function accrualAccounts({ ledger, vat }: AccountTerms): AccrualAccounts {
  return {
    interestCode: accountCode(ledger, 'interest.accrued'),
    interestIncomeCode: accountCode(ledger, 'income.interest'),
    penaltyCode: accountCode(ledger, 'penalty.due'),
    penaltyIncomeCode: accountCode(ledger, 'income.penalty'),
    compoundCode: accountCode(ledger, 'compound.due'),
    compoundIncomeCode: accountCode(ledger, 'income.compound'),
    vatCode: accountCode(ledger, 'vat'),
    vatUnits: rateUnits(vat.interest),
  };
}

/** Whether a loan accrues evenly for some days, so that it need not be folded on each of them. Off the balance sheet it is folded. */
export function accruesEvenly(terms: AccountTerms, account: Account): boolean {
  if (account.status !== 'active' && account.status !== 'overdue') return false;
  if (account.nonAccrualSince !== null || account.stableUntil <= account.asOf) return false;
  if (terms.schedule.rounding.mode !== 'half-up') return false;
  const accrues = account.balances.principalMinor > 0n && account.nextDue !== null;
  return !accrues || account.accruals.some((segment) => segment.kind === 'interest');
}

/** The accruals of a loan after a booking, in the form that is evaluated for many loans at once; nothing while it must be folded. */
export function accrualStates(terms: AccountTerms, account: Account): Record<AccruingKind, AccrualState> {
  const evenly = accruesEvenly(terms, account);
  const stateOf = (kind: AccruingKind): AccrualState => {
    const segments = evenly ? account.accruals.filter((segment) => segment.kind === kind) : [];
    const { mode } = terms.schedule.rounding;
    const nowMinor = segments.reduce((sum, segment) => sum + accruedAt(segment, account.asOf, mode), 0n);
    return { nowMinor, baseMinor: account.totals.charged[kind] - nowMinor, segments };
  };
  return { interest: stateOf('interest'), penalty: stateOf('penalty'), compound: stateOf('compound') };
}
