import { Webhook } from 'standardwebhooks';
import type { Db } from '../../db/client';
import type { Vault } from '../../db/crypto/vault';
import { loadDelivery, recordAttempt, settleDelivery } from '../../db/repositories/webhooks';
import { DISABLE_AFTER_DAYS, nextDelaySeconds } from '../../domain/webhooks/retry-ladder';
import { postTo, type ReceiverAnswer, RefusedAddressError } from './guarded-fetch';
import { switchOff } from './switch-off';

/** What delivering needs; made once by the worker. */
export interface DeliverDeps {
  db: Db;
  vault: Vault;
  /** Development only: receivers on private addresses. */
  privateAllowed: boolean;
  /** Minutes east of UTC of the business day. */
  utcOffsetMinutes: number;
}

/** How a try went: delivered, to be tried again after so many seconds, or not to be tried again. */
export type DeliveryVerdict =
  | { outcome: 'ok'; nextDelaySeconds: null }
  | { outcome: 'retry'; nextDelaySeconds: number }
  | { outcome: 'gone'; nextDelaySeconds: null };

const TIMEOUT_MS = 10_000;
const DAY_MS = 86_400_000;
const OK: DeliveryVerdict = { outcome: 'ok', nextDelaySeconds: null };
const GONE: DeliveryVerdict = { outcome: 'gone', nextDelaySeconds: null };

type Loaded = NonNullable<Awaited<ReturnType<typeof loadDelivery>>>;

/** Tries a delivery once: signs (Standard Webhooks), posts, notes what came back, and says what comes next. */
export async function deliverWebhook(deps: DeliverDeps, deliveryId: string): Promise<DeliveryVerdict> {
  const { db } = deps;
  const loaded = await loadDelivery(db, deliveryId);
  if (loaded === undefined) return GONE;
  if (loaded.delivery.status === 'delivered') return OK;
  if (loaded.delivery.status !== 'pending') return GONE;
  const at = new Date();
  if (!loaded.endpoint.enabled || loaded.endpoint.deletedAt !== null) {
    await settleDelivery(db, deliveryId, 'dropped', at);
    return GONE;
  }
  const tried = await tryOnce(deps, loaded, at);
  const attempts = await recordAttempt(db, deliveryId, { at, ...tried.record });
  if (tried.record.failure === null) return OK;
  const delay = tried.final ? null : nextDelaySeconds(attempts, Math.random(), tried.retryAfterSeconds);
  if (delay !== null) return { outcome: 'retry', nextDelaySeconds: delay };
  await settleDelivery(db, deliveryId, 'failed', at);
  await switchOffIfHopeless(deps, loaded, tried.record.status, at);
  return GONE;
}

async function tryOnce(deps: DeliverDeps, { endpoint, event }: Loaded, at: Date) {
  const body = JSON.stringify({
    type: event.type,
    timestamp: event.occurredAt.toISOString(),
    data: event.data,
  });
  const signatures = secretsOf(deps.vault, endpoint, at).map((secret) =>
    new Webhook(secret).sign(event.id, at, body),
  );
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'loanflow-webhooks/1',
    'webhook-id': event.id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': signatures.join(' '),
  };
  const startedAt = performance.now();
  const latency = () => Math.round(performance.now() - startedAt);
  try {
    const limits = { timeoutMs: TIMEOUT_MS, privateAllowed: deps.privateAllowed };
    const answer = await postTo(endpoint.url, { headers, body }, limits);
    const failure = failureOf(answer);
    return {
      record: { status: answer.status, failure, body: answer.body, latencyMs: latency() },
      retryAfterSeconds: answer.retryAfterSeconds,
      final: answer.status === 410,
    };
  } catch (error) {
    const failure = networkFailure(error);
    return {
      record: { status: null, failure, body: '', latencyMs: latency() },
      retryAfterSeconds: null,
      final: failure === 'ADDRESS_REFUSED',
    };
  }
}

/** The present secret, and the former one while its grace lasts: the receiver may check with either. */
export function secretsOf(vault: Vault, endpoint: Loaded['endpoint'], at: Date): string[] {
  const open = (column: 'sealed_secret' | 'sealed_former_secret', sealed: Buffer) =>
    vault.openText({ table: 'webhook_endpoints', column, rowId: endpoint.id }, sealed);
  const secrets = [open('sealed_secret', endpoint.sealedSecret)];
  const { sealedFormerSecret, formerSecretExpiresAt } = endpoint;
  if (sealedFormerSecret !== null && formerSecretExpiresAt !== null && formerSecretExpiresAt > at)
    secrets.push(open('sealed_former_secret', sealedFormerSecret));
  return secrets;
}

function failureOf({ status }: ReceiverAnswer): string | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return 'REDIRECT_REFUSED';
  return `HTTP_${status}`;
}

function networkFailure(error: unknown): string {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
    if (cause instanceof RefusedAddressError) return 'ADDRESS_REFUSED';
    if (cause.name === 'TimeoutError' || cause.name === 'ConnectTimeoutError') return 'TIMEOUT';
    if ('code' in cause && typeof cause.code === 'string') return cause.code.slice(0, 40);
  }
  return 'NETWORK';
}

/** 410 Gone, or days without one success: nobody listens there, so no more is sent until the owner switches it on again. */
async function switchOffIfHopeless(
  deps: DeliverDeps,
  { endpoint }: Loaded,
  status: number | null,
  at: Date,
): Promise<void> {
  if (status === 410) return switchOff(deps, endpoint.id, 'GONE', at);
  const { failingSince } = endpoint;
  if (failingSince !== null && at.getTime() - failingSince.getTime() > DISABLE_AFTER_DAYS * DAY_MS)
    await switchOff(deps, endpoint.id, 'FAILING', at);
}
