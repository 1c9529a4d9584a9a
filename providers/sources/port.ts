import type { SourceResult } from '../../contracts/sources/source-result';
import type { SourceRow } from '../../contracts/sources/source-row';
import type { ClockStamp } from '../clock-stamp';

/** Whom a source is asked about, decrypted for the length of the call and kept nowhere. */
export type SourceSubject = {
  readonly name?: string;
  readonly idNo?: string;
  readonly phone?: string;
  readonly cardNo?: string;
  readonly companyName?: string;
  readonly uscc?: string;
  /** Base64 of the applicant's face, when the product asks for one. */
  readonly faceImage?: string;
  readonly deviceId?: string;
  readonly ip?: string;
  /** A document to be read, in place of a person to be asked about. */
  readonly document?: { readonly kind: string; readonly contentType: string; readonly contentBase64: string };
};

/** Why and for whom the call is made; `requestKey` names the question, so that asking twice is not charged twice. */
export type CallContext = {
  readonly applicationId: string;
  readonly consentId: string | null;
  readonly requestKey: string;
  readonly clock?: ClockStamp;
};

/** Expected ways of getting no result: nothing on file, cannot be checked, quota used up, or to be asked again later. */
export type NoAnswerKind = 'no_record' | 'unsupported' | 'limited' | 'pending';

/** What came back. `raw` quotes the person: the caller seals it at once. A mismatch is a result (`outcome`), not a failure. */
export type SourceAnswer = {
  readonly raw: string;
  readonly latencyMs: number;
  readonly billable: boolean;
} & (
  | { readonly ok: true; readonly result: SourceResult }
  | { readonly ok: false; readonly kind: NoAnswerKind }
);

/** The breaker of one source as operators see it. */
export type BreakerState = {
  readonly source: string;
  readonly state: 'closed' | 'half_open' | 'open';
  readonly openedAt: string | null;
  readonly calls: number;
  readonly failures: number;
  readonly lastFailure: string | null;
  readonly meanLatencyMs: number | null;
};

/** Asks any source described by a row, once. Failures of the call itself are thrown as ProviderError; `retryable` ones may be repeated under the same request key. */
export type SourceClient = {
  query(source: SourceRow, subject: SourceSubject, ctx: CallContext): Promise<SourceAnswer>;
  breakerStates(): readonly BreakerState[];
  close(): Promise<void>;
};
