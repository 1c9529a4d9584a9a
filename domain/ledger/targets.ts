import type { Account } from '../account/account-of';
import type { Amounts, Item } from '../account/item';
import type { AccountTerms } from '../account/terms';
import type { Decimal } from '../money/decimal';
import { least } from '../money/least';
import { divRound } from '../money/rounding';
import type { LedgerRole } from './chart';

/** Why an amount stands where it stands, in the order in which a reader expects entries; passing time makes one entry per cause. */
export const entryKinds = [
  'disbursement',
  'accrual',
  'due',
  'penalty',
  'compound',
  'fee',
  'standing',
  'non_accrual',
  'payment',
  'refund',
  'waiver',
  'capitalisation',
  'write_off',
  'recovery',
  'transfer',
  'memo',
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** One line of the balances that the account asks for: debit positive, credit negative. */
export interface TargetLine {
  readonly kind: EntryKind;
  readonly role: LedgerRole;
  readonly amountMinor: bigint;
}

type Earning = Exclude<Item, 'principal'>;

const dueRole: Readonly<Record<Earning, LedgerRole>> = {
  fee: 'fee.due',
  penalty: 'penalty.due',
  compound: 'compound.due',
  interest: 'interest.due',
};
const incomeRole: Readonly<Record<Earning, LedgerRole>> = {
  fee: 'income.fee',
  penalty: 'income.penalty',
  compound: 'income.compound',
  interest: 'income.interest',
};
const late = ['penalty', 'compound', 'interest'] as const;
const earnings = ['fee', 'penalty', 'compound', 'interest'] as const;

/** Tax contained in an amount that includes it: amount × rate ÷ (1 + rate). */
export function vatWithin(amountMinor: bigint, rate: Decimal): bigint {
  if (rate.units === 0n) return 0n;
  return divRound(amountMinor * rate.units, 10n ** BigInt(rate.scale) + rate.units, 'half-up');
}

class Lines {
  readonly all: TargetLine[] = [];

  /** Moves an amount from the credited role to the debited one. */
  move(kind: EntryKind, debit: LedgerRole, credit: LedgerRole, amountMinor: bigint): void {
    if (amountMinor === 0n) return;
    this.all.push({ kind, role: debit, amountMinor }, { kind, role: credit, amountMinor: -amountMinor });
  }

  /** Earns an amount that contains tax; a negative one takes the earning back. */
  earn(kind: EntryKind, debit: LedgerRole, income: LedgerRole, amountMinor: bigint, vat: bigint): void {
    this.move(kind, debit, income, amountMinor - vat);
    this.move(kind, debit, 'vat', vat);
  }
}

function earned(terms: AccountTerms, account: Account, lines: Lines): void {
  const { charged } = account.totals;
  const accruedOn: Record<(typeof late)[number], { kind: EntryKind; role: LedgerRole }> = {
    interest: { kind: 'accrual', role: 'interest.accrued' },
    penalty: { kind: 'penalty', role: 'penalty.due' },
    compound: { kind: 'compound', role: 'compound.due' },
  };
  for (const item of late) {
    const { kind, role } = accruedOn[item];
    lines.earn(kind, role, incomeRole[item], charged[item], vatWithin(charged[item], terms.vat.interest));
  }
  const fees = charged.fee - account.totals.refundShortMinor;
  lines.earn('fee', 'fee.due', 'income.fee', fees, vatWithin(fees, terms.vat.fee));
  lines.move(
    'due',
    'interest.due',
    'interest.accrued',
    charged.interest - account.balances.interestAccruedMinor,
  );
}

/** What stands off the balance sheet: owed while 非应计, and what was given up or lost in that state. */
export function offBalance(account: Account): Amounts {
  const { relief } = account.totals;
  const owed = owedEarnings(account);
  const off = { fee: 0n, principal: 0n, penalty: 0n, compound: 0n, interest: 0n };
  for (const item of late) {
    const lost = relief.waived.off[item] + relief.writtenOff.off[item] + relief.transferred.off[item];
    off[item] = lost + (account.nonAccrualSince === null ? 0n : owed[item]);
  }
  return off;
}

function owedEarnings(account: Account): Record<Earning, bigint> {
  const { balances } = account;
  return {
    fee: balances.feeMinor,
    penalty: balances.penaltyMinor,
    compound: balances.compoundMinor,
    interest: balances.interestDueMinor + balances.interestAccruedMinor,
  };
}

/** 非应计: what is off the balance sheet is taken back from income and receivables; what is still owed of it stands in memo. */
function nonAccrual(terms: AccountTerms, account: Account, lines: Lines): void {
  const off = offBalance(account);
  const owed = owedEarnings(account);
  const rate = terms.vat.interest;
  let memo = 0n;
  for (const item of late) {
    if (off[item] === 0n) continue;
    const accrued =
      item === 'interest' && account.nonAccrualSince !== null ? account.balances.interestAccruedMinor : 0n;
    const vat = vatWithin(off[item], rate);
    lines.earn('non_accrual', dueRole[item], incomeRole[item], -off[item], -vat);
    lines.move('non_accrual', dueRole[item], 'interest.accrued', item === 'interest' ? accrued : 0n);
    if (account.nonAccrualSince !== null) memo += owed[item];
  }
  lines.move('memo', 'memo.interest', 'memo.contra', memo);
}

function standing(account: Account, lines: Lines): void {
  const { principalMinor, principalOverdueMinor } = account.balances;
  if (account.nonAccrualSince !== null)
    lines.move('standing', 'principal.non_accrual', 'principal.normal', principalMinor);
  else lines.move('standing', 'principal.overdue', 'principal.normal', principalOverdueMinor);
}

function payments(account: Account, lines: Lines): void {
  const { totals, balances } = account;
  lines.move('payment', 'clearing', 'principal.normal', totals.paid.principal);
  for (const item of earnings) lines.move('payment', 'clearing', dueRole[item], totals.paid[item]);
  const waiting = balances.suspenseMinor + totals.refundedMinor - totals.refundShortMinor;
  lines.move('payment', 'clearing', 'suspense', waiting);
  lines.move('refund', 'suspense', 'clearing', totals.refundedMinor - totals.refundShortMinor);
  lines.move('refund', 'fee.due', 'clearing', totals.refundShortMinor);
}

/** What ended without money, as far as it was on the balance sheet. */
function reliefs(terms: AccountTerms, account: Account, lines: Lines): void {
  const { relief, claims, recovered } = account.totals;
  const on = (of: keyof typeof relief, item: Item) => relief[of].all[item] - relief[of].off[item];
  for (const item of earnings) {
    lines.move('waiver', 'income.waived', dueRole[item], on('waived', item));
    lines.move('capitalisation', 'principal.normal', dueRole[item], relief.capitalised.all[item]);
    lines.move('write_off', 'allowance', dueRole[item], on('writtenOff', item));
    lines.move('transfer', 'income.transfer', dueRole[item], on('transferred', item));
  }
  lines.move('waiver', 'allowance', 'principal.normal', relief.waived.all.principal);
  lines.move('write_off', 'allowance', 'principal.normal', relief.writtenOff.all.principal);
  lines.move('transfer', 'income.transfer', 'principal.normal', relief.transferred.all.principal);
  lines.move('transfer', 'clearing', 'income.transfer', account.totals.transferPriceMinor);
  lines.move('recovery', 'clearing', 'allowance', recovered.principal);
  for (const item of earnings) {
    const wasOff = relief.writtenOff.off[item];
    const toIncome = least(recovered[item], wasOff);
    const rate = item === 'fee' ? terms.vat.fee : terms.vat.interest;
    lines.earn('recovery', 'clearing', incomeRole[item], toIncome, vatWithin(toIncome, rate));
    lines.move('recovery', 'clearing', 'allowance', recovered[item] - toIncome);
  }
  lines.move('memo', 'memo.written_off_principal', 'memo.contra', claims.principal);
  const interest = claims.interest + claims.penalty + claims.compound + claims.fee;
  lines.move('memo', 'memo.written_off_interest', 'memo.contra', interest);
}

/** Where every amount of an account must stand in the ledger, cause by cause; the lines of each cause sum to zero. */
export function targetLines(terms: AccountTerms, account: Account): TargetLine[] {
  const lines = new Lines();
  lines.move('disbursement', 'principal.normal', 'clearing', account.totals.disbursedMinor);
  earned(terms, account, lines);
  payments(account, lines);
  reliefs(terms, account, lines);
  nonAccrual(terms, account, lines);
  standing(account, lines);
  return lines.all;
}

/** The ledger balance of each role that the account asks for; all of them sum to zero. */
export function targetBalances(terms: AccountTerms, account: Account): Map<LedgerRole, bigint> {
  const balances = new Map<LedgerRole, bigint>();
  for (const { role, amountMinor } of targetLines(terms, account))
    balances.set(role, (balances.get(role) ?? 0n) + amountMinor);
  return balances;
}
