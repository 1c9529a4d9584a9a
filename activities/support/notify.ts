import { eq } from 'drizzle-orm';
import { newId } from '../../contracts/ids';
import type { Tx } from '../../db/client';
import type { Vault } from '../../db/crypto/vault';
import { customers } from '../../db/schema/customers';
import { messages, outbox } from '../../db/schema/messaging';

/** A message to an applicant: which template, by which channel, with what. */
export interface Notice {
  /** Business key; the same key is written once. */
  key: string;
  template: string;
  channel: 'sms' | 'mail' | 'inapp';
  params: Record<string, string>;
}

/** Whom and for which loan a notice is. */
export interface Addressee {
  customerId: string;
  applicationId: string;
  clockId: string | null;
}

/** Queues a message in the caller's transaction; the relay renders and sends it. A repeat of the key does nothing. */
export async function notify(tx: Tx, vault: Vault, to: Addressee, now: Date, notice: Notice): Promise<void> {
  const id = newId('msg');
  const [customer] = await tx
    .select({ locale: customers.locale })
    .from(customers)
    .where(eq(customers.id, to.customerId));
  const sealedParams = vault.seal(
    { table: 'messages', column: 'sealed_params', rowId: id },
    JSON.stringify(notice.params),
  );
  const inserted = await tx
    .insert(messages)
    .values({
      id,
      key: notice.key,
      customerId: to.customerId,
      applicationId: to.applicationId,
      template: notice.template,
      channel: notice.channel,
      locale: customer?.locale ?? 'zh-CN',
      sealedParams,
      status: 'queued',
      createdAt: now,
      clockId: to.clockId,
    })
    .onConflictDoNothing({ target: messages.key })
    .returning({ id: messages.id });
  if (inserted.length === 0) return;
  await tx.insert(outbox).values({ topic: 'message.send', ref: id, clockId: to.clockId });
}
