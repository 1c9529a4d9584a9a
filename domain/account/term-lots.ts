import { allocate } from '../money/allocate';
import { least } from '../money/least';
import { againstOwnTerms } from '../schedule/full-term';
import { type RebuildInput, rebuildFrom } from '../schedule/rebuild';
import { hasInstalment, type RowPlan } from '../schedule/rows';
import type { ScheduleTerms } from '../schedule/terms';
import type { AccountState, TermLot } from './state';

/** Terms that speak of the rows from a due date on, as many as have passed left out. */
type TermsFrom = (passed: number) => ScheduleTerms;

/** What the lots ask of each row together. */
export interface LotRows {
  readonly count: number;
  readonly fixed: Pick<RowPlan, 'fixedInstalments' | 'agreedPrincipal'>;
}

/** What a lot asks of each row; what it repays in each is noted on it. */
function layLot(
  state: AccountState,
  lot: TermLot,
  base: Pick<RebuildInput, 'fromDay' | 'annualRate'>,
  termsFrom: TermsFrom,
): readonly bigint[] {
  const laid = lot.parts.reduce((sum, part) => sum + part, 0n);
  if (state.keep === 'instalment' && !hasInstalment(state.schedule) && laid === lot.balanceMinor)
    return lot.parts;
  const dues = state.dues.filter(({ no }) => no >= lot.firstNo && no <= lot.lastNo);
  const first = dues[0]?.no ?? lot.firstNo;
  const kept = state.keep === 'instalment' ? lot.instalmentMinor : null;
  const { rows, instalmentMinor } = rebuildFrom({
    ...base,
    terms: { ...termsFrom(first - lot.firstNo), fees: undefined },
    balanceMinor: lot.balanceMinor,
    remaining: dues.map((due) => ({ ...due, no: due.no - first + 1 })),
    keep: kept === null ? { what: 'term' } : { what: 'instalment', instalmentMinor: kept },
  });
  lot.instalmentMinor = instalmentMinor;
  lot.parts = rows.map(({ principalMinor }) => principalMinor);
  return rows.map(({ totalMinor }) => totalMinor);
}

/** Lays each lot by itself; rows of one due date add up. In a broken first period the parts of principal stand, interest goes by days. */
export function layLots(
  state: AccountState,
  base: Pick<RebuildInput, 'fromDay' | 'annualRate'>,
  termsFrom: TermsFrom,
): LotRows {
  const instalments: bigint[] = [];
  const principal: bigint[] = [];
  for (const lot of state.lots) {
    layLot(state, lot, base, termsFrom).forEach((total, index) => {
      instalments[index] = (instalments[index] ?? 0n) + total;
      principal[index] = (principal[index] ?? 0n) + (lot.parts[index] ?? 0n);
    });
  }
  const count = principal.length;
  if (!hasInstalment(state.schedule)) return { count, fixed: { agreedPrincipal: principal } };
  const broken = base.fromDay > (state.dues[0]?.from ?? base.fromDay);
  const agreedPrincipal = principal.map((sum, index) =>
    sum === 0n || (broken && index === 0) ? sum : undefined,
  );
  return { count, fixed: { fixedInstalments: instalments, agreedPrincipal } };
}

/** The account before a later payout: what its rows to come repay, and their instalment. */
export interface Former {
  readonly balanceMinor: bigint;
  readonly instalmentMinor: bigint | null;
  readonly parts: readonly bigint[];
}

/** A later payout begins a term of its own with the next due date; what was lent before becomes a lot beside it and stands as it was. */
export function openLot(state: AccountState, former: Former): void {
  const firstNo = state.dues[0]?.no ?? 1;
  if (state.lots.length === 0 && former.balanceMinor > 0n) {
    const { balanceMinor, instalmentMinor, parts } = former;
    const lastNo = firstNo + parts.length - 1;
    state.lots.push({ balanceMinor, firstNo: 1, lastNo, instalmentMinor, parts: [...parts] });
  }
  const { periods } = state.schedule;
  const balanceMinor = state.balanceMinor - former.balanceMinor;
  state.lots.push({ balanceMinor, firstNo, lastNo: firstNo + periods - 1, instalmentMinor: null, parts: [] });
}

/** How many due dates the lots reach over. */
export function lastLotNo(state: AccountState): number {
  return Math.max(0, ...state.lots.map(({ lastNo }) => lastNo));
}

/** Whether later payouts of the loan are repaid over terms of their own. */
export function paysOutByTerm({ schedule }: AccountState): boolean {
  return schedule.trancheTerm === 'full' && againstOwnTerms(schedule) === null;
}

/** A row fell due: each lot gave its part, and odd cents are the oldest's. */
export function shiftLots(state: AccountState): void {
  if (state.lots.length === 0) return;
  for (const lot of state.lots) lot.balanceMinor -= lot.parts.shift() ?? 0n;
  let over = state.lots.reduce((sum, lot) => sum + lot.balanceMinor, 0n) - state.balanceMinor;
  const last = state.lots[state.lots.length - 1];
  if (over < 0n && last !== undefined) last.balanceMinor -= over;
  for (const lot of state.lots) {
    const part = over > 0n ? least(over, lot.balanceMinor) : 0n;
    lot.balanceMinor -= part;
    over -= part;
  }
  dropEmpty(state);
}

/** An early repayment is shared by the lots in proportion; by equal parts of principal their last rows fall away when the term is to shorten. */
export function repayLots(state: AccountState, way: 'shorter-term' | 'lower-instalment'): void {
  const { lots, dues } = state;
  if (lots.length === 0) return;
  const left = allocate(
    state.balanceMinor,
    lots.map(({ balanceMinor }) => balanceMinor),
  );
  const first = dues[0]?.no ?? 1;
  const byShare = way === 'shorter-term' && state.schedule.method.kind === 'equal-principal';
  lots.forEach((lot, index) => {
    lot.balanceMinor = left[index] ?? 0n;
    const share = byShare ? (lot.parts[0] ?? 0n) : 0n;
    if (share > 0n) lot.lastNo = first - 1 + Number((lot.balanceMinor + share - 1n) / share);
  });
  dropEmpty(state);
}

/** 展期: every lot gets so many rows more. */
export function extendLots(state: AccountState, periods: number): void {
  for (const lot of state.lots) lot.lastNo += periods;
}

function dropEmpty(state: AccountState): void {
  state.lots = state.lots.filter(({ balanceMinor }) => balanceMinor > 0n);
}
