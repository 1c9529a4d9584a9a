import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HttpSourceClient } from '../../../providers/sources/http-source-client';
import { cardCheck } from '../../../relay/card-check';
import type { OutboxRow } from '../../../relay/take';
import { buildSandbox } from '../../../sandbox/build';
import type { TestApi } from './test-api';

/** A text of the account, as someone who read it would send its agreement. */
export async function agreementTo(api: TestApi, code: string) {
  const texts = (await api.app.inject('/v1/my/texts')).json().data;
  const text = texts.find((one: { code: string }) => one.code === code);
  return { code, version: text.version, textHash: text.hashes.zh };
}

/** The code that the latest message to a phone holds, read behind the application's back. */
export async function codeSentTo(api: TestApi, phone: string): Promise<string> {
  const { rows } = await api.pool.query(
    `select id, sealed_to, sealed_params from messages where template = 'login-code' order by created_at desc, id desc`,
  );
  const open = (column: string, row: { id: string; [name: string]: unknown }) =>
    api.vault.openText({ table: 'messages', column, rowId: row.id }, row[column] as Buffer);
  const row = rows.find((one) => open('sealed_to', one) === phone);
  return JSON.parse(open('sealed_params', row)).code;
}

/** Sends a request with a fresh key, as somebody or as nobody. */
export function post(api: TestApi, url: string, payload: object, token?: string, key: string = randomUUID()) {
  const headers = { 'idempotency-key': key, ...(token && { authorization: `Bearer ${token}` }) };
  return api.app.inject({ method: 'POST', url, payload, headers });
}

/** Registers a phone as a browser does, and gives the access token. */
export async function registered(api: TestApi, phone: string): Promise<string> {
  await post(api, '/v1/my/login-codes', { phone });
  const code = await codeSentTo(api, phone);
  const terms = await agreementTo(api, 'account_terms');
  const made = await post(api, '/v1/my/registrations', { phone, code, terms });
  return made.json().accessToken;
}

/** The card network of the sandbox, and the relay's hand that asks it about a card. */
export async function cardNetwork(api: TestApi) {
  const dataDir = mkdtempSync(join(tmpdir(), 'loanflow-cards-'));
  const sandbox = await buildSandbox({ dataDir });
  const sources = new HttpSourceClient();
  const deliver = cardCheck({
    db: api.db,
    vault: api.vault,
    sources,
    addresses: { SOURCES_URL: sandbox.url },
  });
  return {
    check: (cardId: string) => deliver({ ref: cardId, attempts: 1 } as OutboxRow),
    close: async () => {
      await sources.close();
      await sandbox.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
