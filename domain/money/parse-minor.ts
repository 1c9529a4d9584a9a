import { invariant } from '../invariant';

const wholeMinor = /^-?(0|[1-9]\d{0,29})$/;

/** Tells whether a border string is an amount in minor units; the contracts use the same pattern. */
export function isMinor(text: string): boolean {
  return wholeMinor.test(text) && text !== '-0';
}

/** Reads an amount in minor units as it crosses a border (`"10500"` is 105.00 CNY); the border has validated it. */
export function parseMinor(text: string): bigint {
  invariant(isMinor(text), 'not an amount in minor units');
  return BigInt(text);
}
