import { z } from 'zod';
import { ratesOn } from '../../db/repositories/exchange-rates';
import { asCurrency } from '../../domain/money/as-currency';
import { convertMinor } from '../../domain/money/convert';
import type { Currency } from '../../domain/money/currency';
import { exchangeRatesOf, HOUSE_RATES } from '../../domain/policy/exchange-rates';
import type { Policy } from '../../domain/policy/policy';
import { failure } from '../support/failures';
import type { Step } from '../support/step';

/** Minor units held for a customer, by currency. */
export const HeldByCurrency = z.record(z.string(), z.string().transform(BigInt));
type HeldByCurrency = z.output<typeof HeldByCurrency>;

/** What a customer's other applications and loans come to, and the rates that took part. */
export interface Exposure {
  readonly minor: bigint;
  readonly rates: Policy<'exchange_rates'> | null;
}

/**
 * The exposure in the application's currency, what is in others by the rates in force today, rounded up. Rates are no
 * terms that were promised: the day of the weighing counts, so that a loan parked for want of one goes on once it is
 * published.
 */
export async function exposureOf({ tx, app, today }: Step, held: HeldByCurrency): Promise<Exposure> {
  const to = asCurrency(app.currency);
  const others = Object.keys(held).filter((currency) => currency !== to);
  if (others.length === 0) return { minor: held[to] ?? 0n, rates: null };
  const rates = await ratesOn(tx, today);
  const table = rates ? exchangeRatesOf(rates.body) : new Map();
  let minor = 0n;
  for (const [currency, amountMinor] of Object.entries(held)) {
    const from = asCurrency(currency);
    const converted = convertMinor(amountMinor, { from, to }, table, 'ceil');
    if (converted === null) throw failure('MISSING_POLICY', missing(from, to));
    minor += converted;
  }
  return { minor, rates };
}

const missing = (from: Currency, to: Currency): string => `exchange_rates ${HOUSE_RATES}: ${from} to ${to}`;
