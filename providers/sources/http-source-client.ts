import { Agent } from 'undici';
import { resultSchemaOf } from '../../contracts/sources/source-result';
import type { SourceAdapter, SourceRow } from '../../contracts/sources/source-row';
import { clockHeaders } from '../clock-stamp';
import { Breaker, type BreakerOptions, usualBreaker } from '../http/breaker';
import type { CallMeter } from '../http/call-meter';
import { callJson, parseJson, refuseStatus } from '../http/json-call';
import { TokenBucket } from '../http/token-bucket';
import { ProviderError } from '../provider-error';
import { type Dialect, shaped } from './dialect';
import { antiFraudDialect } from './dialects/anti-fraud';
import { bankCardDialect } from './dialects/bank-card';
import { bureauDialect } from './dialects/bureau';
import { courtDialect } from './dialects/court';
import { documentReaderDialect } from './dialects/document-reader';
import { identityDialect } from './dialects/identity';
import { mappedJsonDialect } from './dialects/mapped-json';
import { registryDialect } from './dialects/registry';
import { taxDialect } from './dialects/tax';
import { telecomDialect } from './dialects/telecom';
import type { BreakerState, CallContext, SourceAnswer, SourceClient, SourceSubject } from './port';

const dialects: Record<Exclude<SourceAdapter, 'json'>, Dialect> = {
  identity: identityDialect,
  telecom: telecomDialect,
  bank_card: bankCardDialect,
  bureau: bureauDialect,
  anti_fraud: antiFraudDialect,
  court: courtDialect,
  registry: registryDialect,
  tax: taxDialect,
  document_reader: documentReaderDialect,
};

/** How long a call waits for its turn under the source's rate before it fails as rate limited. */
const LONGEST_TURN_MS = 20_000;

/** What the client needs from outside: secrets by reference, and, in tests, a quicker breaker. */
export type SourceClientOptions = {
  readonly secretOf?: (credentialsRef: string) => string | undefined;
  readonly breaker?: BreakerOptions;
  readonly meter?: CallMeter;
};

type Lane = { readonly breaker: Breaker; readonly bucket: TokenBucket; readonly ratePerSecond: number };

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** The longest that one query of this source can take: the caller's own limit must be above it. */
export function longestQueryMs(source: Pick<SourceRow, 'timeoutMs'>): number {
  return LONGEST_TURN_MS + source.timeoutMs;
}

/**
 * Asks sources over HTTP: one breaker, one rate and kept-alive connections per source. It asks once:
 * repeating, as often as the row says, is the durable caller's part, so that no attempt is hidden from operators.
 */
export class HttpSourceClient implements SourceClient {
  private readonly agent = new Agent({ connections: 64, keepAliveTimeout: 30_000 });
  private readonly lanes = new Map<string, Lane>();

  constructor(private readonly options: SourceClientOptions = {}) {}

  async query(source: SourceRow, subject: SourceSubject, ctx: CallContext): Promise<SourceAnswer> {
    if (source.needsConsent && !ctx.consentId) {
      throw new ProviderError('REFUSED', source.code, { reason: 'no consent' });
    }
    const began = performance.now();
    const lane = this.laneOf(source);
    const turn = lane.bucket.take(LONGEST_TURN_MS);
    if (!turn.ok)
      throw new ProviderError('RATE_LIMITED', source.code, { retryAfterMs: Math.ceil(turn.waitMs) });
    if (turn.waitMs > 0) await pause(turn.waitMs);
    const answer = await lane.breaker.run(() => this.call(source, subject, ctx));
    return { ...answer, latencyMs: Math.round(performance.now() - began) };
  }

  breakerStates(): readonly BreakerState[] {
    return [...this.lanes].map(([source, lane]) => ({ source, ...lane.breaker.state }));
  }

  close(): Promise<void> {
    return this.agent.close();
  }

  private async call(source: SourceRow, subject: SourceSubject, ctx: CallContext) {
    const dialect = dialectOf(source);
    const { method, path, headers, body } = dialect.request(subject, ctx);
    const { status, text } = await callJson({
      party: source.code,
      dispatcher: this.agent,
      method,
      url: `${source.baseUrl.replace(/\/$/, '')}${path}`,
      timeoutMs: source.timeoutMs,
      body,
      headers: {
        ...headers,
        ...this.authorisation(source),
        ...clockHeaders(ctx.clock),
        'idempotency-key': ctx.requestKey,
      },
    });
    refuseStatus(source.code, status);
    const reading = dialect.read(parseJson(source.code, text), source.code, subject);
    if (!reading.ok) return { ...reading, raw: text };
    return {
      ...reading,
      raw: text,
      result: shaped(resultSchemaOf(source.code), reading.result, source.code),
    };
  }

  private authorisation(source: SourceRow): Record<string, string> {
    if (source.credentialsRef === null) return {};
    const secret = this.options.secretOf?.(source.credentialsRef);
    if (!secret)
      throw new ProviderError('REFUSED', source.code, { reason: 'credentials are not configured' });
    return { authorization: `Bearer ${secret}` };
  }

  private laneOf(source: SourceRow): Lane {
    const known = this.lanes.get(source.code);
    if (known?.ratePerSecond === source.ratePerSecond) return known;
    const lane = {
      breaker:
        known?.breaker ?? new Breaker(source.code, this.options.breaker ?? usualBreaker, this.options.meter),
      bucket: new TokenBucket(source.ratePerSecond),
      ratePerSecond: source.ratePerSecond,
    };
    this.lanes.set(source.code, lane);
    return lane;
  }
}

function dialectOf(source: SourceRow): Dialect {
  if (source.adapter !== 'json') return dialects[source.adapter];
  if (!source.mapping) throw new ProviderError('REFUSED', source.code, { reason: 'the row has no mapping' });
  return mappedJsonDialect(source.mapping);
}
