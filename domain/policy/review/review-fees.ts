import type { ProductBody } from '../../../contracts/policy/product';
import { feesTakeAll } from '../withheld-fees';
import { blocks, type Finding } from './finding';

/** A fee of its own day says when, and falls within the shortest term. */
export function reviewFees(product: ProductBody): Finding[] {
  const { fees, termsMonths } = product;
  const shortest = Math.min(...termsMonths);
  const days = fees.flatMap(({ when, afterMonths }, at) =>
    when === 'after-months' && (afterMonths === undefined || afterMonths > shortest)
      ? [blocks('FEE_DAY_UNFIT', ['fees', at, 'afterMonths'], { months: String(shortest) })]
      : [],
  );
  return [...days, ...reviewWithheld(product), ...reviewRest(product)];
}

/** Only what falls due with the payout can be kept back from it, and nothing at all in China: what is kept back was never lent (民法典 670). */
function reviewWithheld({ fees, currency }: ProductBody): Finding[] {
  return fees.flatMap(({ taken, when }, at) => {
    if (taken !== 'withheld') return [];
    if (currency === 'CNY') return [blocks('WITHHELD_FORBIDDEN', ['fees', at, 'taken'])];
    return when === 'upfront' ? [] : [blocks('WITHHELD_UNFIT', ['fees', at, 'taken'])];
  });
}

/** A payout of the least amount leaves the borrower something. */
function reviewRest(product: ProductBody): Finding[] {
  const least = BigInt(product.minAmountMinor);
  return least > 0n && feesTakeAll(product, least) ? [blocks('FEES_TAKE_ALL', ['fees'])] : [];
}
