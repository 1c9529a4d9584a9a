import { z } from 'zod';
import type { Stack } from '../../../stack/stack';
import { codeOnPhone } from './stage';

const Texts = z.object({
  data: z.array(z.object({ code: z.string(), version: z.int(), hashes: z.object({ zh: z.string() }) })),
});
const Session = z.object({ accessToken: z.string() });

/** Registers a borrower's account by phone, as the page does; gives its token. */
export async function registered(stack: Stack, phone: string): Promise<string> {
  const call = async (path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`${stack.urls.api}/v1/my${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': `account-${phone}-${path}` },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return answer.json();
  };
  const terms = Texts.parse(await call('/texts')).data.find(({ code }) => code === 'account_terms');
  if (terms === undefined) throw new Error('there are no terms of use');
  await call('/login-codes', { phone, locale: 'zh-CN' });
  const code = await codeOnPhone(stack, phone, 'login-code');
  const { hashes, ...version } = terms;
  const agreed = { code: version.code, version: version.version, textHash: hashes.zh };
  return Session.parse(await call('/registrations', { phone, code, locale: 'zh-CN', terms: agreed }))
    .accessToken;
}
