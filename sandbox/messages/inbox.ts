import { z } from 'zod';
import { Refusal } from '../refusal';

/** A message as the gateway received it. */
export const inboxMessage = z.strictObject({
  id: z.string().min(1).max(80),
  channel: z.enum(['sms', 'mail', 'inapp']),
  to: z.string().min(1).max(200),
  templateCode: z.string().min(1).max(80),
  subject: z.string().max(300),
  body: z.string().max(20_000),
  locale: z.enum(['zh-CN', 'en']).default('zh-CN'),
});
export type InboxMessage = z.infer<typeof inboxMessage>;

/** A received message with the instant it arrived in the time of its loan. */
export const receivedMessage = inboxMessage.extend({
  receivedAt: z.iso.datetime(),
  clockId: z.string().nullable(),
});
export type ReceivedMessage = z.infer<typeof receivedMessage>;

/** All messages ever received, once per id. */
export class Inbox {
  private readonly byId = new Map<string, ReceivedMessage>();
  /** The same by receiver, in the order they came: whoever waits for a code asks for one receiver again and again. */
  private readonly byReceiver = new Map<string, ReceivedMessage[]>();

  apply(message: ReceivedMessage): void {
    if (this.byId.has(message.id)) return;
    this.byId.set(message.id, message);
    const own = this.byReceiver.get(message.to);
    if (own) own.push(message);
    else this.byReceiver.set(message.to, [message]);
  }

  /** Whether this message is already here; another text under the same id is refused. */
  has(message: InboxMessage): boolean {
    const known = this.byId.get(message.id);
    if (!known) return false;
    if (known.to !== message.to || known.body !== message.body || known.channel !== message.channel) {
      throw new Refusal(409, 'MESSAGE_CONFLICT', 'this message id was used for another message');
    }
    return true;
  }

  /** The latest messages first, perhaps only those to one receiver, of one template or of one clock. */
  find(wanted: {
    to?: string | undefined;
    templateCode?: string | undefined;
    clock?: string | undefined;
    limit: number;
  }): ReceivedMessage[] {
    const clockId = wanted.clock === 'live' ? null : wanted.clock;
    const all = wanted.to === undefined ? [...this.byId.values()] : (this.byReceiver.get(wanted.to) ?? []);
    return all
      .filter(
        (message) =>
          (wanted.templateCode === undefined || message.templateCode === wanted.templateCode) &&
          (clockId === undefined || message.clockId === clockId),
      )
      .reverse()
      .slice(0, wanted.limit);
  }
}
