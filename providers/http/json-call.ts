import { type Dispatcher, request } from 'undici';
import { ProviderError } from '../provider-error';

/** One HTTP call to a party. */
export type JsonCall = {
  readonly party: string;
  readonly dispatcher: Dispatcher;
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly timeoutMs: number;
};

/** What a party sent: its status and its text as received. */
export type JsonAnswer = { readonly status: number; readonly text: string };

/** The largest answer that is read; a longer one is a broken party. */
const LARGEST_ANSWER = 4 * 1024 * 1024;

const neverConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Whether a failed call surely never reached the party. */
export const wasNeverSent = (error: ProviderError): boolean => error.detail.reason === 'not connected';

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'cause' in error ? codeOf(error.cause) : undefined;
}

async function readLimited(
  { headers, body }: Pick<Dispatcher.ResponseData, 'headers' | 'body'>,
  party: string,
): Promise<string> {
  // Whoever states a length is held to it by the connection; reading piece by piece costs several times as much.
  if (Number(headers['content-length'] ?? Number.NaN) <= LARGEST_ANSWER) return body.text();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > LARGEST_ANSWER) throw new ProviderError('BAD_ANSWER', party, { reason: 'answer too long' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Makes the call; whatever goes wrong on the way becomes a ProviderError without a word of the body. */
export async function callJson(call: JsonCall): Promise<JsonAnswer> {
  const signal = AbortSignal.timeout(call.timeoutMs);
  try {
    const answer = await request(call.url, {
      method: call.method,
      dispatcher: call.dispatcher,
      signal,
      headers: {
        accept: 'application/json',
        ...(call.body !== undefined && { 'content-type': 'application/json' }),
        ...call.headers,
      },
      ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
    });
    return { status: answer.statusCode, text: await readLimited(answer, call.party) };
  } catch (error) {
    if (error instanceof ProviderError) throw error;
    if (signal.aborted) throw new ProviderError('TIMEOUT', call.party);
    const reason = neverConnected.has(codeOf(error) ?? '') ? 'not connected' : 'connection broken';
    throw new ProviderError('UNAVAILABLE', call.party, { reason });
  }
}

/** Turns an HTTP status that is no answer into the failure it means. */
export function refuseStatus(party: string, status: number): void {
  if (status >= 200 && status < 300) return;
  if (status === 429) throw new ProviderError('RATE_LIMITED', party, { status });
  if (status >= 500 || status === 408) throw new ProviderError('UNAVAILABLE', party, { status });
  throw new ProviderError('REFUSED', party, { status });
}

/** The answer as JSON; anything else, such as an error page with status 200, is a bad answer. */
export function parseJson(party: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ProviderError('BAD_ANSWER', party, { reason: 'not JSON' });
  }
}
