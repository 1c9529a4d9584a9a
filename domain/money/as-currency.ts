import { invariant } from '../invariant';
import { type Currency, minorDigits } from './currency';

/** Reads a stored currency code; what is stored was checked when it came in. */
export function asCurrency(code: string): Currency {
  invariant(isCurrency(code), 'not a currency of the house');
  return code;
}

const isCurrency = (code: string): code is Currency => Object.hasOwn(minorDigits, code);
