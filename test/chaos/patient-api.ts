import { setTimeout as pause } from 'node:timers/promises';

/** An answer that asking again will not change. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    what: string,
  ) {
    super(`${what}: ${status} ${code}`);
  }
}

type Read<T> = { parse(answer: unknown): T };
const PATIENCE_MS = 180_000;
const ASK_AGAIN = new Set([409, 429]);

/**
 * A client as the API wants them: what was not answered is asked again, under the same Idempotency-Key, until there
 * is an answer. Counts how often that was needed.
 */
export class PatientApi {
  static again = 0;
  private static keys = 0;

  constructor(
    private readonly baseUrl: string,
    private readonly token: string,
  ) {}

  get<T>(path: string, read: Read<T>): Promise<T> {
    return this.call('GET', path, read, {});
  }

  post<T>(path: string, body: unknown, read: Read<T>): Promise<T> {
    PatientApi.keys += 1;
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': `chaos-${process.pid}-${PatientApi.keys}`,
    };
    return this.call('POST', path, read, { headers, body: JSON.stringify(body) });
  }

  private async call<T>(
    method: string,
    path: string,
    read: Read<T>,
    { headers, body }: { headers?: Record<string, string>; body?: string },
  ): Promise<T> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const answer = await this.once(path, {
        method,
        headers: { authorization: `Bearer ${this.token}`, ...headers },
        ...(body !== undefined && { body }),
        signal: AbortSignal.timeout(20_000),
      });
      if (answer?.ok) return read.parse(answer.json);
      if (answer && !mayChange(answer)) throw new Refused(answer.status, answer.code, `${method} ${path}`);
      if (Date.now() > deadline)
        throw new Error(`${method} ${path}: no answer within ${PATIENCE_MS / 1000} s`);
      PatientApi.again += 1;
      await pause(150);
    }
  }

  private async once(path: string, init: RequestInit) {
    try {
      const response = await fetch(`${this.baseUrl}${path}`, init);
      const json: unknown = await response.json();
      const { code = '' } = json as { code?: string };
      return { ok: response.ok, status: response.status, code, json };
    } catch {
      return undefined;
    }
  }
}

/** Overload, outage and a first request still at work pass; other refusals are final. */
function mayChange({ status, code }: { status: number; code: string }): boolean {
  return status >= 500 || (ASK_AGAIN.has(status) && code !== 'CODE_TOO_SOON' && isPassing(code));
}

const isPassing = (code: string): boolean =>
  ['IDEMPOTENCY_IN_PROGRESS', 'RATE_LIMITED', 'TOO_MANY_REQUESTS', 'CLOCK_BUSY'].includes(code);
