import { oneOf } from '../ui/money-text';
import { conditionOf, type Field } from './fields';

type Lent = readonly { currency: string }[];

/** The field of the currency, where the house lends in several or a condition names one. */
export function currencyField(label: string, products: Lent, where: readonly string[]): Field[] {
  const codes = [...new Set(products.map(({ currency }) => currency))].sort();
  const named = where.some((text) => conditionOf(text)?.field === 'currency');
  if (codes.length < 2 && !named) return [];
  return [
    { field: 'currency', label, kind: 'code', options: codes.map((value) => ({ value, label: value })) },
  ];
}

/** The one currency of the rows that conditions leave, which their amounts are then in; none of its own where they differ. */
export function currencyUnder(where: readonly string[], products: Lent): string | undefined {
  const named = where.map(conditionOf).find((one) => one?.field === 'currency' && one.op === 'is');
  return oneOf(named ? named.value.split(',') : products.map(({ currency }) => currency));
}
