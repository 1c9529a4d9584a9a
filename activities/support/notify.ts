import type { Vault } from '../../db/crypto/vault';
import { queuedMessage } from '../../db/repositories/messages';
import { channelFor } from '../../db/repositories/notification-choices';
import type { MessageCode, MessageParams } from '../../documents/messages/catalogue';
import type { COMMON_PARAMS } from '../../documents/messages/template';
import type { Step } from './step';

/** A message to an applicant: which template, by which channel, with what; the lender's own data are added on sending. */
export interface Notice<C extends MessageCode> {
  /** Business key; the same key is written once. */
  key: string;
  template: C;
  channel: 'sms' | 'mail' | 'inapp';
  params: Omit<MessageParams<C>, keyof typeof COMMON_PARAMS>;
}

/** Queues a message in this step's transaction; the relay renders and sends it. A repeat of the key does nothing. */
export async function notify<C extends MessageCode>(
  vault: Vault,
  { tx, records, app, customer, now }: Step,
  notice: Notice<C>,
): Promise<void> {
  const { template, channel: usual } = notice;
  const channel = await channelFor(tx, customer.subject, { template, usual });
  const about = { customerId: app.customerId, applicationId: app.id, locale: customer.locale };
  const params = { ...notice.params, ...(app.currency !== 'CNY' && { currency: app.currency }) };
  const message = { ...notice, params, ...about, channel, createdAt: now, clockId: app.clockId };
  records.messages.push(queuedMessage(vault, message));
}
