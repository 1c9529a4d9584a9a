import { asCurrency } from '../../domain/money/as-currency';
import { convertMinor, HOUSE_CURRENCY } from '../../domain/money/convert';
import type { Currency } from '../../domain/money/currency';
import { exchangeRatesOf, HOUSE_RATES } from '../../domain/policy/exchange-rates';
import type { Policy } from '../../domain/policy/policy';
import type { Queryable } from '../client';
import { publishedPolicy } from './policy';

/** The rates that the house converts by on a day; null while none are published. */
export function ratesOn(q: Queryable, on: string): Promise<Policy<'exchange_rates'> | null> {
  return publishedPolicy(q, 'exchange_rates', HOUSE_RATES, on);
}

/**
 * An amount as it is held against limits of people: in the house's currency by the rates of a day, rounded up. Null where
 * its currency has no rate: then it is within no limit. What is of the house's own currency, or nothing at all, needs none.
 */
export async function inHouseCurrency(
  q: Queryable,
  { amountMinor, currency }: { readonly amountMinor: bigint; readonly currency: string },
  on: string,
): Promise<bigint | null> {
  const from: Currency = asCurrency(currency);
  if (from === HOUSE_CURRENCY || amountMinor === 0n) return amountMinor;
  const rates = await ratesOn(q, on);
  return (
    rates && convertMinor(amountMinor, { from, to: HOUSE_CURRENCY }, exchangeRatesOf(rates.body), 'ceil')
  );
}
