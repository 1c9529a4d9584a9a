import type { ProductBody, RepaymentMethod } from '../../contracts/policy/product';
import { InvariantError } from '../invariant';
import { divRound } from '../money/rounding';
import { downPaymentOf } from '../schedule/build-schedule';
import { periodsOf } from '../schedule/due-dates';
import { quantumOf } from '../schedule/rows';
import { tableRows } from '../schedule/table-rows';
import type { Method, ScheduleTerms } from '../schedule/terms';
import type { OfferedTerms } from '../underwriting/decision';
import { tableShares } from './custom-table';

type Repayment = ProductBody['repayment'];
type ShapedMethod = Exclude<RepaymentMethod, 'custom'>;

/** The field that a product still has to fill in before it can offer a method. */
export function missingFor(
  { balloonPercent, interestOnlyFirst, customTables }: Repayment,
  method: RepaymentMethod,
): 'balloonPercent' | 'interestOnlyFirst' | 'customTables' | null {
  if (method === 'balloon' && balloonPercent === undefined) return 'balloonPercent';
  if (method === 'interest-only-first' && interestOnlyFirst === undefined) return 'interestOnlyFirst';
  if (method === 'custom' && customTables === undefined) return 'customTables';
  return null;
}

/**
 * A method as the product shapes it: a balloon is a share of the lent principal, rounded to the cent. What a product does
 * not offer it need not describe; asked for all the same, it leaves no balloon and puts no principal off.
 */
export function repaymentMethodOf(
  { balloonPercent = 0, interestOnlyFirst }: Repayment,
  kind: ShapedMethod,
  principalMinor: bigint,
): Method {
  switch (kind) {
    case 'balloon':
      return { kind, balloonMinor: divRound(principalMinor * BigInt(balloonPercent), 100n, 'half-up') };
    case 'interest-only-first':
      // biome-ignore lint/suspicious/noThenProperty: the field of the schedule engine; it holds text, nothing awaits it
      return { kind, ...(interestOnlyFirst ?? { periods: 0, then: 'equal-instalment' }) };
    case 'revolving':
      return { kind, repayments: [] };
    default:
      return { kind };
  }
}

/**
 * What the agreed method puts into the plan's terms. What falls due with the payout is no part of a balloon or a table. A
 * table is laid over the product's due dates and bears interest by days.
 */
export function methodOf(
  repayment: Repayment,
  { method, termMonths, amountMinor }: OfferedTerms,
  terms: ScheduleTerms,
): Pick<ScheduleTerms, 'method'> & Partial<Pick<ScheduleTerms, 'interest'>> {
  const lentMinor = amountMinor - downPaymentOf(terms, amountMinor);
  if (method !== 'custom') return { method: repaymentMethodOf(repayment, method, lentMinor) };
  const rows = tableRows(soundTable(repayment, termMonths), periodsOf(terms), {
    lentMinor,
    quantum: quantumOf(terms),
  });
  return { method: { kind: 'custom', rows }, interest: 'by-day' };
}

function soundTable(repayment: Repayment, termMonths: number): readonly number[] {
  const shares = tableShares(repayment, termMonths);
  if (shares === null) throw new InvariantError(`no table for ${termMonths} months`);
  return shares;
}
