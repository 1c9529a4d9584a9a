import createClient, { type Middleware } from 'openapi-fetch';
import { endLogin, loginNow } from '../auth/login-store';
import { languageNow } from '../i18n/language';
import type { paths } from './generated';

/** Adds who asks, and in which language. */
const credentials: Middleware = {
  onRequest({ request }) {
    const login = loginNow();
    if (login !== null) request.headers.set('authorization', `Bearer ${login.token}`);
    request.headers.set('accept-language', languageNow());
    return request;
  },
  onResponse({ response }) {
    if (response.status === 401 && loginNow() !== null) endLogin('expired');
  },
};

/** The typed client of `/v1`; the only way this console speaks to the server. Answers are typed as JSON; files are asked for as blobs. */
export const api = createClient<paths, 'application/json' | 'application/problem+json'>({
  baseUrl: window.location.origin,
});
api.use(credentials);

/** A key for one intended action: a request repeated under it does nothing twice. */
export const oneKey = (key: string = crypto.randomUUID()) => ({ 'idempotency-key': key });

/** Headers that decide on what was seen, and nothing newer. */
export const ifVersion = (version: number) => ({ 'if-match': `"v${version}"` });
