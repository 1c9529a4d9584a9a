/** How a call to an outside party failed, as opposed to what a party answered. */
export type ProviderErrorCode = 'TIMEOUT' | 'UNAVAILABLE' | 'RATE_LIMITED' | 'BAD_ANSWER' | 'REFUSED';

const retryable: Record<ProviderErrorCode, boolean> = {
  TIMEOUT: true,
  UNAVAILABLE: true,
  RATE_LIMITED: true,
  BAD_ANSWER: false,
  REFUSED: false,
};

/**
 * A failed call. The message is built from our own words only (party, code, HTTP status): what the party sent may quote
 * personal data, so neither body nor cause is kept.
 */
export class ProviderError extends Error {
  override readonly name = 'ProviderError';
  readonly retryable: boolean;

  constructor(
    readonly code: ProviderErrorCode,
    readonly party: string,
    readonly detail: { status?: number; reason?: string; retryAfterMs?: number } = {},
  ) {
    super(
      [`${party}: ${code}`, detail.status && `http ${detail.status}`, detail.reason]
        .filter(Boolean)
        .join(', '),
    );
    this.retryable = retryable[code];
  }
}
