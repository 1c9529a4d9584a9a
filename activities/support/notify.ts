import { eq } from 'drizzle-orm';
import { newId } from '../../contracts/ids';
import type { Vault } from '../../db/crypto/vault';
import { channelFor } from '../../db/repositories/notification-choices';
import { customers } from '../../db/schema/customers';
import { messages, outbox } from '../../db/schema/messaging';
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
  { tx, app, now }: Step,
  notice: Notice<C>,
): Promise<void> {
  const id = newId('msg');
  const [customer] = await tx
    .select({ locale: customers.locale, subject: customers.subject })
    .from(customers)
    .where(eq(customers.id, app.customerId));
  const { template, channel: usual } = notice;
  const channel = await channelFor(tx, customer?.subject ?? null, { template, usual });
  const place = { table: 'messages', column: 'sealed_params', rowId: id };
  const inserted = await tx
    .insert(messages)
    .values({
      id,
      key: notice.key,
      customerId: app.customerId,
      applicationId: app.id,
      ...{ template, channel },
      locale: customer?.locale ?? 'zh-CN',
      sealedParams: vault.seal(place, JSON.stringify(notice.params)),
      status: 'queued',
      createdAt: now,
      clockId: app.clockId,
    })
    .onConflictDoNothing({ target: messages.key })
    .returning({ id: messages.id });
  if (inserted.length === 0) return;
  await tx.insert(outbox).values({ topic: 'message.send', ref: id, clockId: app.clockId });
}
