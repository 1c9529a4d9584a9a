import type { ProductBody } from '../../contracts/policy/product';
import { upfrontFees } from '../schedule/fees';
import { feeTermOf } from './fee-term';

/** What a product keeps back of the first payout for its fees; nothing where the borrower pays them on top. */
export function withheldFrom({ fees, repayment }: ProductBody, payoutMinor: bigint): bigint {
  const upfront = fees.filter(({ when }) => when === 'upfront').map((fee) => feeTermOf(fee, 0));
  return upfrontFees(upfront, payoutMinor, repayment.rounding).withheldMinor;
}
