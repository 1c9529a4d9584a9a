import { setTimeout as pause } from 'node:timers/promises';

/** A call that the API refused: its code and, in words, what it was. */
export class ApiRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    what: string,
    detail: string,
  ) {
    super(`${what}: ${status} ${code} ${detail}`);
  }
}

type Json = Record<string, unknown>;
type Reader<T> = (answer: unknown) => T;

let calls = 0;

/** One user of the public HTTP API, with the token of a role. */
export class ApiUser {
  constructor(
    private readonly baseUrl: string,
    private readonly token: string,
  ) {}

  get<T>(path: string, read: Reader<T>): Promise<T> {
    return this.call('GET', path, undefined, read);
  }

  /** A POST under a key of its own; a lost answer is asked for again under the same key. */
  post<T>(path: string, body: Json, read: Reader<T>): Promise<T> {
    return this.call('POST', path, body, read);
  }

  /** A POST on an object in the version that was read, so that nobody decides on what has changed meanwhile. */
  postOn<T>(version: number, path: string, body: Json, read: Reader<T>): Promise<T> {
    return this.call('POST', path, body, read, { 'if-match': `"v${version}"` });
  }

  /** A file, as bytes. */
  async file(path: string): Promise<Buffer> {
    const response = await fetch(`${this.baseUrl}${path}`, {
      headers: { authorization: `Bearer ${this.token}` },
    });
    if (!response.ok) throw new ApiRefusal(response.status, '', `GET ${path}`, '');
    return Buffer.from(await response.arrayBuffer());
  }

  private async call<T>(
    method: 'GET' | 'POST',
    path: string,
    body: Json | undefined,
    read: Reader<T>,
    conditions: Record<string, string> = {},
  ): Promise<T> {
    calls += 1;
    const headers: Record<string, string> = { ...conditions, authorization: `Bearer ${this.token}` };
    if (body)
      Object.assign(headers, {
        'content-type': 'application/json',
        'idempotency-key': `demo-${process.pid}-${Date.now()}-${calls}`,
      });
    for (let attempt = 1; ; attempt++) {
      const response = await fetch(`${this.baseUrl}${path}`, {
        method,
        headers,
        body: body && JSON.stringify(body),
      });
      if (response.status === 429 && attempt < 20) {
        await pause(Number(response.headers.get('retry-after') ?? 1) * 1000);
        continue;
      }
      const answer: unknown = await response.json();
      if (response.ok) return read(answer);
      const { code = '', detail = '' } = answer as { code?: string; detail?: string };
      throw new ApiRefusal(response.status, code, `${method} ${path}`, `${detail} ${JSON.stringify(answer)}`);
    }
  }
}
