import { Webhook } from 'standardwebhooks';

/** A delivery as the receiver saw it. */
export type ReceivedWebhook = {
  readonly at: string;
  readonly name: string;
  readonly webhookId: string;
  readonly type: string;
  readonly verified: boolean;
  readonly repeated: boolean;
  readonly body: string;
};

const KEPT = 2_000;

/** Receives Standard Webhooks for demos: verifies them with the secret set for a name and keeps the latest. */
export class WebhookReceiver {
  private readonly secrets = new Map<string, string>();
  private readonly received: ReceivedWebhook[] = [];

  setSecret(name: string, secret: string): void {
    new Webhook(secret);
    this.secrets.set(name, secret);
  }

  /** Notes a delivery and says whether its signature holds. */
  receive(name: string, body: string, headers: Record<string, string>): ReceivedWebhook {
    const webhookId = headers['webhook-id'] ?? '';
    const delivery = {
      at: new Date().toISOString(),
      name,
      webhookId,
      type: typeOf(body),
      verified: this.verifies(name, body, headers),
      repeated: this.received.some(
        (item) => item.webhookId === webhookId && item.name === name && item.verified,
      ),
      body: body.slice(0, 20_000),
    };
    this.received.unshift(delivery);
    this.received.length = Math.min(this.received.length, KEPT);
    return delivery;
  }

  list(name?: string): ReceivedWebhook[] {
    return this.received.filter((item) => name === undefined || item.name === name);
  }

  private verifies(name: string, body: string, headers: Record<string, string>): boolean {
    const secret = this.secrets.get(name);
    if (!secret) return false;
    try {
      new Webhook(secret).verify(body, headers, { jsonParse: false });
      return true;
    } catch {
      return false;
    }
  }
}

function typeOf(body: string): string {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed !== null && 'type' in parsed)
      return String(parsed.type).slice(0, 80);
  } catch {
    return '';
  }
  return '';
}
