import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent, fetch } from 'undici';
import { isPublicAddress } from '../../domain/webhooks/public-address';
import { isReceiverAllowed } from '../../domain/webhooks/receiver-url';

/** What a receiver answered, as much of it as is kept. */
export interface ReceiverAnswer {
  status: number;
  body: string;
  retryAfterSeconds: number | null;
}

/** The address leads to where no webhook may go. */
export class RefusedAddressError extends Error {
  override readonly name = 'RefusedAddressError';
}

const KEPT_BODY_CHARS = 2_000;
const READ_BODY_BYTES = 8_192;

/** Resolves a name for the connection itself, so that a name cannot change its address between check and use. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return callback(error, '', 0);
    const [first] = addresses;
    if (first === undefined || !addresses.every(({ address }) => isPublicAddress(address)))
      return callback(new RefusedAddressError(), '', 0);
    if (options.all === true) return callback(null, addresses);
    return callback(null, first.address, first.family);
  });
};

/** POSTs a message to a receiver: no redirects, a timeout, and public addresses only unless private ones are allowed. */
export async function postTo(
  address: string,
  message: { headers: Record<string, string>; body: string },
  limits: { timeoutMs: number; privateAllowed: boolean },
): Promise<ReceiverAnswer> {
  const url = new URL(address);
  if (!isReceiverAllowed(url, limits.privateAllowed)) throw new RefusedAddressError();
  const dispatcher = new Agent({
    connect: { timeout: limits.timeoutMs, ...(!limits.privateAllowed && { lookup: publicLookup }) },
    maxResponseSize: 1_000_000,
  });
  try {
    const answer = await fetch(url, {
      method: 'POST',
      ...message,
      dispatcher,
      redirect: 'manual',
      signal: AbortSignal.timeout(limits.timeoutMs),
    });
    const wait = Number(answer.headers.get('retry-after') ?? Number.NaN);
    return {
      status: answer.status,
      body: await firstPartOf(answer.body),
      retryAfterSeconds: Number.isFinite(wait) && wait >= 0 ? wait : null,
    };
  } finally {
    await dispatcher.destroy();
  }
}

async function firstPartOf(stream: AsyncIterable<Uint8Array> | null): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream ?? []) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= READ_BODY_BYTES) break;
  }
  return Buffer.concat(chunks).toString('utf8').replaceAll('\0', '').slice(0, KEPT_BODY_CHARS);
}
