import type { ProductBody, RepaymentMethod } from '../../contracts/policy/product';
import { divRound } from '../money/rounding';
import type { Method } from '../schedule/terms';

type Repayment = ProductBody['repayment'];

/** The field that a product still has to fill in before it can offer a method. */
export function missingFor(
  { balloonPercent, interestOnlyFirst }: Repayment,
  method: RepaymentMethod,
): 'balloonPercent' | 'interestOnlyFirst' | null {
  if (method === 'balloon' && balloonPercent === undefined) return 'balloonPercent';
  if (method === 'interest-only-first' && interestOnlyFirst === undefined) return 'interestOnlyFirst';
  return null;
}

/**
 * A method as the product shapes it: a balloon is a share of the lent principal, rounded to the cent. What a product does
 * not offer it need not describe; asked for all the same, it leaves no balloon and puts no principal off.
 */
export function repaymentMethodOf(
  { balloonPercent = 0, interestOnlyFirst }: Repayment,
  kind: RepaymentMethod,
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
