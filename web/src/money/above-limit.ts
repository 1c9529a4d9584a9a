import type { components } from '../api/generated';

/**
 * Whether an order is known to be above what a person may decide. Limits are in minor units of CNY; what another currency
 * comes to, the server says by its exchange rates.
 */
export function isAboveLimit(
  limitMinor: string | null,
  { stakeMinor, currency }: Pick<components['schemas']['Operation'], 'stakeMinor' | 'currency'>,
): boolean {
  return limitMinor !== null && currency === 'CNY' && BigInt(stakeMinor) > BigInt(limitMinor);
}
