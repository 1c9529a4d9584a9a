import { type Currency, minorDigits } from './currency';
import { type Decimal, parseDecimal } from './decimal';
import { divRound, type RoundingMode } from './rounding';

/** The currency of the house: its limits are said in it, and rates give the value of others in it. */
export const HOUSE_CURRENCY = 'CNY' satisfies Currency;

/** Value of one whole unit of a currency in whole units of the house's own, which needs no entry. */
export type ExchangeRates = ReadonlyMap<string, Decimal>;

const ONE = parseDecimal('1');

const rateOf = (currency: Currency, rates: ExchangeRates): Decimal | undefined =>
  currency === HOUSE_CURRENCY ? ONE : rates.get(currency);

/**
 * Minor units of one currency as minor units of another, exact up to the one rounding at the end; null where a rate is
 * missing. An amount that is held against a limit is rounded up, so that it is never understated.
 */
export function convertMinor(
  amountMinor: bigint,
  { from, to }: { readonly from: Currency; readonly to: Currency },
  rates: ExchangeRates,
  mode: RoundingMode,
): bigint | null {
  if (from === to) return amountMinor;
  const [given, asked] = [rateOf(from, rates), rateOf(to, rates)];
  if (given === undefined || asked === undefined) return null;
  const numerator = amountMinor * given.units * tenTo(asked.scale + minorDigits[to]);
  const denominator = asked.units * tenTo(given.scale + minorDigits[from]);
  return divRound(numerator, denominator, mode);
}

const tenTo = (digits: number): bigint => 10n ** BigInt(digits);
