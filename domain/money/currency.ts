/** Currencies that products may use; an account, a schedule and a ledger entry each carry exactly one. */
export type Currency = 'CNY' | 'HKD' | 'USD' | 'EUR' | 'JPY';

/** Digits after the point in the smallest unit that is paid (ISO 4217 exponent). */
export const minorDigits: Readonly<Record<Currency, number>> = { CNY: 2, HKD: 2, USD: 2, EUR: 2, JPY: 0 };
