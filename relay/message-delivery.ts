import { eq } from 'drizzle-orm';
import type { Db } from '../db/client';
import type { Vault } from '../db/crypto/vault';
import { openCustomerFile } from '../db/repositories/customer-file';
import { messageAddress, messageParams } from '../db/repositories/messages';
import { testClocks } from '../db/schema/clocks';
import { customers } from '../db/schema/customers';
import { messages } from '../db/schema/messaging';
import type { LenderParty } from '../documents/contract-input';
import { renderStoredMessage } from '../documents/messages/render-message';
import type { MessageClient } from '../providers/messages/port';
import type { Delivery } from './relay';

interface MessageDeps {
  db: Db;
  vault: Vault;
  gateway: MessageClient;
  lender: LenderParty;
}

/** Writes a queued message out in the customer's language and hands it to the gateway, under the message's own id. */
export function messageDelivery({ db, vault, gateway, lender }: MessageDeps): Delivery {
  return async ({ ref: id }) => {
    const [found] = await db
      .select({ message: messages, customer: customers, clockNow: testClocks.now })
      .from(messages)
      .leftJoin(customers, eq(customers.id, messages.customerId))
      .leftJoin(testClocks, eq(testClocks.id, messages.clockId))
      .where(eq(messages.id, id));
    if (!found || found.message.status === 'sent') return 'done';
    const { message, customer, clockNow } = found;
    const params = messageParams(vault, message);
    const locale = message.locale === 'en' ? 'en' : 'zh-CN';
    const common = { lender: lender.name, hotline: lender.hotline };
    const text = renderStoredMessage(message.template, locale, { ...asRecord(params), ...common });
    const clock =
      message.clockId && clockNow ? { id: message.clockId, now: clockNow.toISOString() } : undefined;
    const to = addressOf(vault, message, customer);
    await gateway.send(
      { id, channel: message.channel, to, templateCode: message.template, ...text, locale },
      { clock },
    );
    await db
      .update(messages)
      .set({ status: 'sent', sentAt: clockNow ?? new Date() })
      .where(eq(messages.id, id));
    return 'done';
  };
}

/** Where a message goes: the address that it was written for, else what the customer's file says. */
function addressOf(
  vault: Vault,
  { id, sealedTo, channel }: typeof messages.$inferSelect,
  customer: typeof customers.$inferSelect | null,
): string {
  if (sealedTo !== null) return messageAddress(vault, { id, sealedTo });
  if (customer === null) throw new Error('a message has neither address nor customer');
  const file = openCustomerFile(vault, customer);
  return channel === 'mail' ? (file.mail ?? file.phone) : file.phone;
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
