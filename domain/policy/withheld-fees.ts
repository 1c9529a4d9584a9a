import type { ProductBody } from '../../contracts/policy/product';
import { upfrontFees } from '../schedule/fees';
import { feeTermOf } from './fee-term';

/** What is due for a product's fees with a payout: kept back from it, and paid by the borrower on top. */
function dueWithPayout({ fees, repayment }: ProductBody, payoutMinor: bigint) {
  const upfront = fees.filter(({ when }) => when === 'upfront').map((fee) => feeTermOf(fee, 0));
  return upfrontFees(upfront, payoutMinor, repayment.rounding);
}

/** What a product keeps back of the first payout for its fees; nothing where the borrower pays them on top. */
export function withheldFrom(product: ProductBody, payoutMinor: bigint): bigint {
  return dueWithPayout(product, payoutMinor).withheldMinor;
}

/** Whether the fees that are due with a payout leave the borrower nothing of it. */
export function feesTakeAll(product: ProductBody, payoutMinor: bigint): boolean {
  const { withheldMinor, paidMinor } = dueWithPayout(product, payoutMinor);
  return withheldMinor + paidMinor >= payoutMinor;
}
