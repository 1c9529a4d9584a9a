import { invariant } from '../invariant';

/** An amount as decision tables read it: they count in doubles, which are exact below 2^53. */
export function ruleNumber(amountMinor: bigint): number {
  const number = Number(amountMinor);
  invariant(Number.isSafeInteger(number), 'an amount is too large for a decision table');
  return number;
}
