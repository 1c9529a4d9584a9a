import { Webhook } from 'standardwebhooks';
import { Agent, request } from 'undici';
import type { DueCallback } from '../bank/records';

/** Where callbacks go and the secret both sides know (Standard Webhooks form, `whsec_…`). */
export type CallbackTarget = { readonly url: string; readonly secret: string };

/** What became of one delivery: taken, turned down for good, or worth another try. */
export type Delivery = { readonly outcome: 'acknowledged' | 'refused' | 'again'; readonly status: number };

/** A secret that the receiver does not have, for callbacks that must not be believed. */
const foreignSecret = `whsec_${Buffer.from('a secret of somebody else altogether').toString('base64')}`;

/** Posts signed callbacks over kept-alive connections. */
export class CallbackSender {
  private readonly agent = new Agent({ connections: 32, keepAliveTimeout: 10_000 });

  async deliver(callback: DueCallback, target: CallbackTarget): Promise<Delivery> {
    const body = JSON.stringify(callback.event);
    const at = new Date();
    const signer = new Webhook(callback.signature === 'good' ? target.secret : foreignSecret);
    try {
      const answer = await request(target.url, {
        method: 'POST',
        dispatcher: this.agent,
        body,
        signal: AbortSignal.timeout(10_000),
        headers: {
          'content-type': 'application/json',
          'webhook-id': callback.event.id,
          'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
          'webhook-signature': signer.sign(callback.event.id, at, body),
          ...(callback.clockId && {
            'x-test-clock': callback.clockId,
            'x-test-now': new Date(callback.dueMs).toISOString(),
          }),
        },
      });
      await answer.body.dump();
      return { outcome: outcomeOf(callback, answer.statusCode), status: answer.statusCode };
    } catch {
      return { outcome: callback.signature === 'bad' ? 'refused' : 'again', status: 0 };
    }
  }

  close(): Promise<void> {
    return this.agent.destroy();
  }
}

function outcomeOf(callback: DueCallback, status: number): Delivery['outcome'] {
  if (status >= 200 && status < 300) return 'acknowledged';
  return callback.signature === 'bad' ? 'refused' : 'again';
}
