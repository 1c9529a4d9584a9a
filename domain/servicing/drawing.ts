import type { ProductBody, StagedDrawing } from '../../contracts/policy/product';
import type { Account } from '../account/account-of';
import { sumOf } from '../account/item';
import { againstEndingLimit } from '../account/refusal';
import type { AccountTerms } from '../account/terms';
import { addMonths } from '../calendar/add-months';
import type { Day } from '../calendar/civil-day';

/** Payouts of a loan that stand or are on their way. */
export interface DrawsMade {
  /** Paid out or being paid out, the first included. */
  readonly count: number;
  /** Ordered, and not answered by the bank. */
  readonly underWayMinor: bigint;
}

/** How much of the approved amount may still be drawn, and until when. */
export interface DrawStanding {
  readonly limitMinor: bigint;
  /** What counts against the limit: all that was paid out; of a revolving loan only what is owed. */
  readonly drawnMinor: bigint;
  readonly underWayMinor: bigint;
  readonly availableMinor: bigint;
  readonly leastMinor: bigint;
  readonly drawsLeft: number;
  /** Last day on which a draw may be ordered; null before the first payout. */
  readonly lastDay: Day | null;
  /** 随借随还: principal that was repaid may be drawn again. */
  readonly revolving: boolean;
}

export const DRAW_REFUSALS = [
  'DRAWING_NOT_AGREED',
  'LOAN_NOT_PERFORMING',
  'DRAW_ARREARS',
  'DRAW_PERIOD_OVER',
  'DRAW_UNDER_WAY',
  'DRAWS_USED_UP',
  'NOTHING_TO_DRAW',
  'DRAW_ABOVE_AVAILABLE',
  'DRAW_BELOW_LEAST',
] as const;
/** Why a draw is not made. */
export type DrawRefusal = (typeof DRAW_REFUSALS)[number];

export const END_REFUSALS = [
  'LIMIT_NOT_REVOLVING',
  'LOAN_NOT_PERFORMING',
  'DRAW_UNDER_WAY',
  'LIMIT_IN_USE',
] as const;
/** Why a limit is not given up. */
export type EndRefusal = (typeof END_REFUSALS)[number];

/** How a product is drawn in stages; null where all of it is paid out at once. */
export function stagesOf({ drawing }: Pick<ProductBody, 'drawing'>): StagedDrawing | null {
  return drawing?.kind === 'staged' ? drawing : null;
}

/** What is paid out first: what was asked for, never more than was approved. */
export function firstDrawOf(approvedMinor: bigint, firstDrawMinor: bigint | null): bigint {
  return firstDrawMinor === null || firstDrawMinor > approvedMinor ? approvedMinor : firstDrawMinor;
}

/** What counts against the limit of a loan. */
export function drawnOf(terms: AccountTerms, account: Account): bigint {
  const revolving = terms.schedule.method.kind === 'revolving';
  return revolving ? account.balances.principalMinor : account.totals.disbursedMinor;
}

/** Where a loan stands with its draws, by its product's rules and its account. */
export function drawStanding(
  drawing: StagedDrawing,
  terms: AccountTerms,
  account: Account,
  made: DrawsMade,
): DrawStanding {
  const limitMinor = terms.schedule.principalMinor;
  const drawnMinor = drawnOf(terms, account);
  const left = limitMinor - drawnMinor - made.underWayMinor;
  return {
    limitMinor,
    drawnMinor,
    underWayMinor: made.underWayMinor,
    availableMinor: left > 0n ? left : 0n,
    leastMinor: BigInt(drawing.minDrawMinor),
    drawsLeft: Math.max(0, drawing.maxDraws - made.count),
    lastDay: lastDrawDay(drawing, account),
    revolving: terms.schedule.method.kind === 'revolving',
  };
}

/** 提款有效期: the last day to draw, counted from the first payout. What joins the rows that are left needs one after it. */
function lastDrawDay(
  { availableMonths, term }: StagedDrawing,
  { firstDisbursedOn, maturityOn }: Account,
): Day | null {
  if (firstDisbursedOn === null) return null;
  const last = addMonths(firstDisbursedOn, availableMonths);
  return term === 'full' || maturityOn === null ? last : Math.min(last, maturityOn - 1);
}

/** Whether the loan itself may be drawn on: it performs, and nothing that is due is unpaid. */
export function performs(account: Account): 'LOAN_NOT_PERFORMING' | 'DRAW_ARREARS' | null {
  if (account.status !== 'active' && account.status !== 'overdue') return 'LOAN_NOT_PERFORMING';
  return sumOf(account.payoff.arrears) > 0n ? 'DRAW_ARREARS' : null;
}

/** Why nothing at all may be drawn on a day; null where a draw is possible. */
export function againstDrawing(account: Account, standing: DrawStanding): DrawRefusal | null {
  const unfit = performs(account);
  if (unfit !== null) return unfit;
  if (standing.lastDay === null || account.asOf > standing.lastDay) return 'DRAW_PERIOD_OVER';
  if (standing.underWayMinor > 0n) return 'DRAW_UNDER_WAY';
  if (standing.drawsLeft === 0) return 'DRAWS_USED_UP';
  return standing.availableMinor === 0n ? 'NOTHING_TO_DRAW' : null;
}

/** Why the limit may not be given up on a day; null where nothing is owed on it and nothing on its way. */
export function againstEnding(
  terms: AccountTerms,
  account: Account,
  standing: DrawStanding | null,
): EndRefusal | null {
  if (standing === null || !standing.revolving) return 'LIMIT_NOT_REVOLVING';
  if (account.status !== 'active' && account.status !== 'overdue') return 'LOAN_NOT_PERFORMING';
  if (standing.underWayMinor > 0n) return 'DRAW_UNDER_WAY';
  return againstEndingLimit(terms, account)?.code ?? null;
}

/** Until when the whole limit is kept for the customer; null where no more than what was drawn is. */
export function reservedUntil({
  limitMinor,
  drawnMinor,
  drawsLeft,
  lastDay,
  revolving,
}: DrawStanding): Day | null {
  const more = revolving || drawnMinor < limitMinor;
  return more && drawsLeft > 0 ? lastDay : null;
}

/** What of the customer's own limit the loan takes: all of its limit while it may be drawn, later what was drawn. */
export function reservedMinor(standing: DrawStanding, on: Day): bigint {
  const until = reservedUntil(standing);
  if (until !== null && on <= until) return standing.limitMinor;
  return standing.drawnMinor + standing.underWayMinor;
}

/** Why an amount may not be drawn. Less than the least is taken only where it is all that is left. */
export function againstAmount(
  account: Account,
  standing: DrawStanding,
  amountMinor: bigint,
): DrawRefusal | null {
  const refusal = againstDrawing(account, standing);
  if (refusal !== null) return refusal;
  if (amountMinor > standing.availableMinor) return 'DRAW_ABOVE_AVAILABLE';
  const rest = amountMinor === standing.availableMinor;
  return amountMinor < standing.leastMinor && !rest ? 'DRAW_BELOW_LEAST' : null;
}
