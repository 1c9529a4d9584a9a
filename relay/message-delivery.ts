import type { Vault } from '../db/crypto/vault';
import { openCustomerFile } from '../db/repositories/customer-file';
import { messageAddress, messageParams } from '../db/repositories/messages';
import type { LenderParty } from '../documents/contract-input';
import { renderStoredMessage } from '../documents/messages/render-message';
import type { MessageClient } from '../providers/messages/port';
import type { Delivery } from './relay';
import type { WaitingMessage } from './take';

interface MessageDeps {
  vault: Vault;
  gateway: MessageClient;
  lender: LenderParty;
}

/**
 * Writes a queued message out in the customer's language and hands it to the gateway, under the message's own id. The
 * relay notes it as sent with the row that was delivered.
 */
export function messageDelivery({ vault, gateway, lender }: MessageDeps): Delivery {
  return async ({ message }) => {
    if (message === null || message.status === 'sent') return 'done';
    const { id, channel, template, clockId, clockNow } = message;
    const locale = message.locale === 'en' ? 'en' : 'zh-CN';
    const common = { lender: lender.name, hotline: lender.hotline };
    const params = { ...asRecord(messageParams(vault, message)), ...common };
    const text = renderStoredMessage(template, locale, params);
    const clock = clockId && clockNow ? { id: clockId, now: clockNow.toISOString() } : undefined;
    const to = addressOf(vault, message);
    await gateway.send({ id, channel, to, templateCode: template, ...text, locale }, { clock });
    return 'done';
  };
}

/** Where a message goes: the address that it was written for, else what the customer's file says. */
function addressOf(
  vault: Vault,
  { id, sealedTo, channel, customerId, file: sealed }: WaitingMessage,
): string {
  if (sealedTo !== null) return messageAddress(vault, { id, sealedTo });
  if (customerId === null || sealed === null) throw new Error('a message has neither address nor customer');
  const file = openCustomerFile(vault, { id: customerId, sealed });
  return channel === 'mail' ? (file.mail ?? file.phone) : file.phone;
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
