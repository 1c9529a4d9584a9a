import { eq, getTableColumns, sql } from 'drizzle-orm';
import type { Db } from '../db/client';
import { compiledRead } from '../db/compiled';
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

/** A message with what is known of whom it is for. */
const queued = compiledRead((from) =>
  from
    .select({
      message: getTableColumns(messages),
      customerId: customers.id,
      file: customers.sealed,
      clockNow: testClocks.now,
    })
    .from(messages)
    .leftJoin(customers, eq(customers.id, messages.customerId))
    .leftJoin(testClocks, eq(testClocks.id, messages.clockId))
    .where(eq(messages.id, sql.placeholder('id'))),
);

/**
 * Writes a queued message out in the customer's language and hands it to the gateway, under the message's own id. The
 * relay notes it as sent with the row that was delivered.
 */
export function messageDelivery({ db, vault, gateway, lender }: MessageDeps): Delivery {
  return async ({ ref: id }) => {
    const [found] = await queued(db, { id });
    if (!found || found.message.status === 'sent') return 'done';
    const { message, customerId, file, clockNow } = found;
    const customer = customerId !== null && file !== null ? { id: customerId, sealed: file } : null;
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
    return 'done';
  };
}

/** Where a message goes: the address that it was written for, else what the customer's file says. */
function addressOf(
  vault: Vault,
  { id, sealedTo, channel }: typeof messages.$inferSelect,
  customer: { id: string; sealed: Buffer } | null,
): string {
  if (sealedTo !== null) return messageAddress(vault, { id, sealedTo });
  if (customer === null) throw new Error('a message has neither address nor customer');
  const file = openCustomerFile(vault, customer);
  return channel === 'mail' ? (file.mail ?? file.phone) : file.phone;
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
