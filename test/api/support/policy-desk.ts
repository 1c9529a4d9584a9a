import { bearer, type TestApi } from './test-api';

interface Asked {
  token?: string;
  seen?: string;
  body?: object;
}

export const codeOf = ({ status, body }: { status: number; body: { code?: string } | null }) => [
  status,
  body?.code,
];

/** What people do with policies over the API, by the first risk manager unless told otherwise. */
export async function policyDesk(api: TestApi) {
  const [risk1, risk2] = await Promise.all([
    api.token('risk_manager', 'risk1'),
    api.token('risk_manager', 'risk2'),
  ]);
  let keys = 0;
  const call = async (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    { token = risk1, seen, body }: Asked = {},
  ) => {
    const answer = await api.app.inject({
      method,
      url: `/v1${path}`,
      headers: {
        ...bearer(token),
        ...(seen !== undefined && { 'if-match': seen }),
        ...(method === 'POST' && { 'idempotency-key': `p${++keys}` }),
      },
      ...(body && { payload: body }),
    });
    return {
      status: answer.statusCode,
      etag: String(answer.headers.etag ?? ''),
      body: answer.body === '' ? null : answer.json(),
    };
  };
  const draft = async (kind: string, code: string, token = risk1) => {
    const made = await call('POST', '/policies', { token, body: { kind, code } });
    expect(made.status).toBe(201);
    const read = await call('GET', `/policies/${made.body.id}`, { token });
    return { id: made.body.id as string, etag: read.etag, content: read.body.content };
  };
  const save = (id: string, seen: string, content: object, token = risk1) =>
    call('PUT', `/policies/${id}`, { token, seen, body: content });
  const step = async (id: string, what: string, token: string, body?: object) => {
    const { etag } = await call('GET', `/policies/${id}`, { token: risk1 });
    return call('POST', `/policies/${id}/${what}`, { token, seen: etag, ...(body && { body }) });
  };
  async function published(kind: string, code: string, change: (form: never) => void, from = '2026-06-01') {
    const made = await draft(kind, code);
    change(made.content.form as never);
    expect((await save(made.id, made.etag, made.content)).status).toBe(200);
    expect((await step(made.id, 'submit', risk1)).status).toBe(200);
    expect((await step(made.id, 'approve', risk2)).status).toBe(200);
    expect((await step(made.id, 'publish', risk1, { effectiveFrom: from })).status).toBe(200);
    return made.id;
  }

  return { risk1, risk2, call, draft, save, step, published };
}
