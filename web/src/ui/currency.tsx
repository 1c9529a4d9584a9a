import { createContext, type ReactNode, useContext } from 'react';
import { digitsOf, minorOf, moneyText, signOf } from './money-text';

const Currency = createContext('CNY');

/** Amounts within are of this currency where they do not name their own; unknown while its owner is being read. */
export function InCurrency({ code, children }: { code: string | undefined; children: ReactNode }) {
  const around = useContext(Currency);
  return <Currency value={code ?? around}>{children}</Currency>;
}

/** The currency of the place, and amounts in it as people read and type them. */
export function useCurrency() {
  const code = useContext(Currency);
  const digits = digitsOf(code);
  return {
    code,
    digits,
    /** Set before an amount that is typed in. */
    sign: signOf(code).trim(),
    /** The least amount that can be typed in. */
    least: 10 ** -digits,
    amount: (minor: string) => `${signOf(code)}${moneyText(minor, code)}`,
    /** The same without the decimals of a whole amount, as rules are written. */
    brief: (minor: string) => `${signOf(code)}${moneyText(minor, code).replace(/\.00$/, '')}`,
    minorOf: (typed: number | null) => minorOf(typed, code),
    typedOf: (minor: string) => Number(minor) / 10 ** digits,
  };
}
