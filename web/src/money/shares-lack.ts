import { PPM, sharesOf, WHOLE } from '../ui/shares';
import type { OrderKey } from './words.zh';

/** What keeps an operation from being ordered, in words. */
export interface Lack {
  key: OrderKey;
  values?: Readonly<Record<string, string | number>>;
}

/** What is wrong with shares as typed: they are to be one for each row, all of the principal together, and the last above 0. */
export function sharesLack(text: string, periods: number): Lack | null {
  const shares = sharesOf(text);
  if (shares === null) return { key: 'order.sharesUnread' };
  const sum = shares.reduce((before, share) => before + share, 0);
  if (shares.length !== periods || sum !== WHOLE)
    return { key: 'order.sharesOff', values: { rows: shares.length, sum: sum / PPM, periods } };
  return shares.at(-1) === 0 ? { key: 'order.sharesLast' } : null;
}
