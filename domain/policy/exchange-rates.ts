import type { ExchangeRatesBody } from '../../contracts/policy/servicing';
import { type ExchangeRates, HOUSE_CURRENCY } from '../money/convert';
import { parseDecimal } from '../money/decimal';

/** Code of the policy that lists the rates by which the house converts. */
export const HOUSE_RATES = 'house';

/** The rates of a version as conversions read them. */
export function exchangeRatesOf({ rates }: ExchangeRatesBody): ExchangeRates {
  return new Map(rates.map(({ currency, cnyPerUnit }) => [currency, parseDecimal(cnyPerUnit)]));
}

/** Whether amounts in a currency can be held against the limits of the house. */
export function isConvertible(currency: string, rates: ExchangeRatesBody | undefined): boolean {
  return currency === HOUSE_CURRENCY || rates?.rates.some((row) => row.currency === currency) === true;
}
