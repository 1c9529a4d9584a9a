import { ProviderError } from '../provider-error';

/** Exact minor units of an amount that a source writes in yuan, as text or number with at most two decimals. */
export function yuanToMinor(party: string, amount: unknown): string {
  const text = typeof amount === 'number' ? String(amount) : amount;
  const parts = typeof text === 'string' ? /^(\d{1,15})(?:\.(\d{1,2})0*)?$/.exec(text.trim()) : null;
  if (!parts) throw new ProviderError('BAD_ANSWER', party, { reason: 'unreadable amount' });
  return (BigInt(parts[1] ?? '0') * 100n + BigInt((parts[2] ?? '').padEnd(2, '0'))).toString();
}

/** The sum of minor-unit amounts. */
export const sumMinor = (amounts: readonly string[]): string =>
  amounts.reduce((sum, amount) => sum + BigInt(amount), 0n).toString();
