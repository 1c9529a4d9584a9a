import type { CreateApplication } from '../../contracts/http/applications';
import type { ProductBody } from '../../contracts/policy/product';
import { stagesOf } from '../../domain/servicing/drawing';
import { fieldProblem } from '../problem';

/** What is to be paid out first of a loan that is drawn in stages; null where all of it is. */
export function firstDrawFor(
  product: ProductBody,
  { firstDrawMinor, amountMinor }: Pick<CreateApplication, 'firstDrawMinor' | 'amountMinor'>,
): bigint | null {
  if (firstDrawMinor === undefined) return null;
  const first = BigInt(firstDrawMinor);
  const refuse = (words: { en: string; zh: string }) =>
    fieldProblem('VALIDATION_FAILED', ['firstDrawMinor'], words);
  if (stagesOf(product) === null) throw refuse(AT_ONCE);
  if (first > BigInt(amountMinor)) throw refuse(TOO_MUCH);
  return first;
}

const AT_ONCE = { en: 'The product is paid out all at once', zh: '该产品一次性放款,不支持分次提款' };
const TOO_MUCH = { en: 'More than is applied for', zh: '首次提款超过申请金额' };
