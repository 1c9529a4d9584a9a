import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { Problem } from '../../contracts/http/problem';
import { startTestApi, type TestApi } from './support/test-api';

let api: TestApi;
let port: number;
beforeAll(async () => {
  api = await startTestApi();
  port = Number(new URL(await api.app.listen({ host: '127.0.0.1', port: 0 })).port);
});
afterAll(() => api.close());

describe('every refusal', () => {
  it('is a problem document with code, trace id and a page', async () => {
    const trace = '0af7651916cd43dd8448eb211c80319c';
    const answer = await api.app.inject({
      url: '/nowhere',
      headers: { traceparent: `00-${trace}-b7ad6b7169203331-01`, 'accept-language': 'zh-CN,en;q=0.5' },
    });
    expect(answer.statusCode).toBe(404);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(answer.json()).toMatchObject({
      code: 'ROUTE_NOT_FOUND',
      title: '路径不存在',
      traceId: trace,
      status: 404,
    });
    expect(answer.headers['content-language']).toBe('zh-CN');
    const page = await api.app.inject({
      url: answer.json().type,
      headers: { accept: 'text/html', 'accept-language': 'zh' },
    });
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('路径不存在');
    const described = await api.app.inject({ url: answer.json().type });
    expect(described.json()).toMatchObject({ code: 'ROUTE_NOT_FOUND', en: { title: 'No such path' } });
  });

  it.each([
    ['malformed JSON', '{"role": ', 'application/json', 400, 'MALFORMED_JSON'],
    ['no JSON at all', '', 'application/json', 400, 'MALFORMED_JSON'],
    ['a prototype attack', '{"__proto__": {"a": 1}}', 'application/json', 400, 'MALFORMED_JSON'],
    [
      'another media type',
      'role=officer',
      'application/x-www-form-urlencoded',
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['a broken media type', '{}', 'nonsense', 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['too much', JSON.stringify({ role: 'x'.repeat(300_000) }), 'application/json', 413, 'BODY_TOO_LARGE'],
  ])('refuses %s', async (_, payload, type, status, code) => {
    const answer = await api.app.inject({
      method: 'POST',
      url: '/dev/token',
      payload,
      headers: { 'content-type': type },
    });
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  });

  it('points to each wrong field and never repeats its value', async () => {
    const answer = await api.app.inject({
      method: 'POST',
      url: '/dev/token',
      payload: { role: '13800001111', user: 5, extra: 1, 'a/b~c': 2 },
    });
    expect(answer.statusCode).toBe(400);
    const { errors } = answer.json();
    expect(errors.map((e: { pointer: string; code: string }) => `${e.pointer} ${e.code}`).sort()).toEqual([
      '#/a~1b~0c unknown_field',
      '#/extra unknown_field',
      '#/role invalid_value',
      '#/user invalid_type',
    ]);
    expect(answer.body).not.toContain('13800001111');
  });

  it('tells fields in Chinese', async () => {
    const answer = await api.app.inject({
      method: 'POST',
      url: '/dev/token',
      payload: { role: 'officer', extra: 1 },
      headers: { 'accept-language': 'zh-CN' },
    });
    expect(answer.json().errors).toEqual([
      { in: 'body', pointer: '#/extra', code: 'unknown_field', detail: '未知字段' },
    ]);
  });

  it.each(['a\u0000b', 'a\u001fb', 'a\ud800b'])(
    'refuses control characters and broken text',
    async (user) => {
      const answer = await api.app.inject({
        method: 'POST',
        url: '/dev/token',
        payload: { role: 'officer', user },
      });
      expect([answer.statusCode, answer.json().errors[0].code]).toEqual([400, 'control_character']);
    },
  );

  it('names the methods of a known path', async () => {
    const wrong = await api.app.inject({ method: 'DELETE', url: '/dev/token' });
    expect([wrong.statusCode, wrong.json().code, wrong.headers.allow]).toEqual([
      405,
      'METHOD_NOT_ALLOWED',
      'POST',
    ]);
    const options = await api.app.inject({ method: 'OPTIONS', url: '/livez' });
    expect([options.statusCode, options.headers.allow]).toEqual([204, 'GET, HEAD']);
  });

  it('refuses an Accept that rules out everything', async () => {
    const answer = await api.app.inject({ url: '/dev/jwks.json', headers: { accept: 'application/xml' } });
    expect([answer.statusCode, answer.json().code]).toEqual([406, 'NOT_ACCEPTABLE']);
    const none = await api.app.inject({
      url: '/dev/jwks.json',
      headers: { accept: 'application/json;q=0, */*' },
    });
    expect(none.statusCode).toBe(406);
    const any = await api.app.inject({ url: '/dev/jwks.json', headers: { accept: 'text/html, */*;q=0.1' } });
    expect(any.statusCode).toBe(200);
  });

  it.each([
    ['/problems/%E0%A4%A', 400],
    [`/problems/${'x'.repeat(300)}`, 414],
  ])('refuses the path %s', async (url, status) => {
    const answer = await api.app.inject({ url });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toBe('application/problem+json');
  });

  it.each([
    ['bytes that are no HTTP', 'NOT HTTP AT ALL', 400, 'MALFORMED_REQUEST'],
    ['headers of 20 KB', `GET / HTTP/1.1\r\nhost: a\r\nx: ${'y'.repeat(20_000)}`, 431, 'HEADERS_TOO_LARGE'],
  ])('answers %s with a problem and stays up', async (_, bytes, status, code) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${bytes}\r\n\r\n`));
    const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(head).toContain('content-type: application/problem+json');
    expect(Problem.parse(JSON.parse(body))).toMatchObject({ status, code });
    expect((await api.app.inject('/livez')).statusCode).toBe(200);
  });
});

describe('operations', () => {
  it('says what is ready and what is not', async () => {
    const ready = await api.app.inject('/readyz');
    expect([ready.statusCode, ready.json()]).toEqual([
      503,
      { status: 'unavailable', database: 'ok', temporal: 'unavailable' },
    ]);
  });

  it('counts requests by route', async () => {
    await api.app.inject('/livez');
    const metrics = await api.app.inject('/metrics');
    expect(metrics.body).toMatch(
      /http_request_duration_seconds_count\{method="GET",route="\/livez",status="200"\} [1-9]/,
    );
  });

  it('logs routes, never queries, bodies or tokens', async () => {
    await api.app.inject({
      method: 'POST',
      url: '/dev/token?phone=13900002222',
      payload: { role: 'officer', user: '13900002222' },
      headers: { authorization: 'Bearer secret-token-value' },
    });
    const log = api.logLines.join('');
    expect(log).toContain('"route":"/dev/token"');
    expect(log).not.toMatch(/13900002222|secret-token-value/);
  });

  it('sends security headers', async () => {
    const { headers } = await api.app.inject('/livez');
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('sends long readings gzipped to who can take that, and to nobody else', async () => {
    const token = await api.token('risk_manager');
    const read = (headers: Record<string, string>) =>
      api.app.inject({ url: '/v1/products', headers: { authorization: `Bearer ${token}`, ...headers } });
    const [plain, small] = await Promise.all([read({}), read({ 'accept-encoding': 'br, gzip' })]);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(small.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
    expect(gunzipSync(small.rawPayload).toString()).toBe(plain.body);
    expect(small.rawPayload.length).toBeLessThan(plain.body.length / 3);
  });

  it('sends files of the console with no more headers than a file needs, and lets what opens papers reach nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'loanflow-test-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'assets/page-0123.js'), 'export {};');
    mkdirSync(join(folder, 'assets/pdfjs-5.6.205'));
    writeFileSync(join(folder, 'assets/pdfjs-5.6.205/worker.mjs'), 'export {};');
    const own = await startTestApi({ settings: { consoleFolder: folder } });
    try {
      const { statusCode, headers } = await own.app.inject('/assets/page-0123.js');
      expect(statusCode).toBe(200);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['cache-control']).toContain('immutable');
      expect(headers['content-security-policy']).toBeUndefined();
      expect(JSON.stringify(headers).length).toBeLessThan(600);
      const worker = await own.app.inject('/assets/pdfjs-5.6.205/worker.mjs');
      expect(worker.headers['content-security-policy']).toBe(
        "default-src 'none'; script-src 'wasm-unsafe-eval'",
      );
    } finally {
      await own.close();
      rmSync(folder, { recursive: true });
    }
  });
});
