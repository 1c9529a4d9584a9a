import type { ProductBody } from '../../contracts/policy/product';
import { addMonths } from '../calendar/add-months';
import type { Day } from '../calendar/civil-day';
import { fromPpm } from '../money/decimal';
import type { FeeTerm } from '../schedule/terms';

/** A product's fee as the schedule engine reads it, with its own day counted from the payout. */
export function feeTermOf(
  { code, when, afterMonths = 0, taken = 'paid', amount }: ProductBody['fees'][number],
  disbursedOn: Day,
): FeeTerm {
  return {
    code,
    when: when === 'after-months' ? { kind: 'at', on: addMonths(disbursedOn, afterMonths) } : { kind: when },
    amount:
      amount.kind === 'fixed'
        ? { kind: 'fixed', amountMinor: BigInt(amount.amountMinor) }
        : { kind: 'rate', base: amount.base, rate: fromPpm(amount.ratePpm) },
    taken,
  };
}
