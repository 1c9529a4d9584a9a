/** Currencies without a smaller unit (ISO 4217); all others of the house have cents. */
const WHOLE: ReadonlySet<string> = new Set(['JPY']);

/** Decimals of a currency's smallest unit. */
export const digitsOf = (currency: string): number => (WHOLE.has(currency) ? 0 : 2);

/** Amounts that count in the currency of whatever they are applied to, and have none of their own. */
export const NO_CURRENCY = '';

/** What stands before an amount: the sign of the house's own currency, the code of any other. */
export const signOf = (currency: string): string =>
  currency === 'CNY' ? '¥' : currency === NO_CURRENCY ? '' : `${currency} `;

/** The one currency of several things; none of its own where they differ, unknown where there are none. */
export function oneOf(currencies: readonly string[]): string | undefined {
  const [first, ...others] = new Set(currencies);
  return others.length > 0 ? NO_CURRENCY : first;
}

/** Minor units as text a person reads: grouped, with the currency's decimals. Exact, since it never becomes a float. */
export function moneyText(minor: string, currency = 'CNY'): string {
  const digits = digitsOf(currency);
  const negative = minor.startsWith('-');
  const units = minor.replace('-', '').padStart(digits + 1, '0');
  const whole = (digits === 0 ? units : units.slice(0, -digits)).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return `${negative ? '−' : ''}${whole}${digits === 0 ? '' : `.${units.slice(-digits)}`}`;
}

/** An amount as typed into minor units; null where it is no amount. */
export function minorOf(typed: number | null, currency = 'CNY'): string | null {
  if (typed === null || !Number.isFinite(typed) || typed <= 0) return null;
  return String(Math.round(typed * 10 ** digitsOf(currency)));
}
