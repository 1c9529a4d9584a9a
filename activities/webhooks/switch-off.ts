import { queuedMessage } from '../../db/repositories/messages';
import { newEvent } from '../../db/repositories/new-event';
import { writeRecords } from '../../db/repositories/records';
import { contactOf } from '../../db/repositories/webhook-contact';
import { disableEndpoint, LENDER } from '../../db/repositories/webhooks';
import { businessDate } from '../../domain/calendar/business-date';
import type { DeliverDeps } from './deliver';

/** Why an endpoint was switched off by itself. */
export type OffReason = 'GONE' | 'FAILING';

const WORDS: Readonly<Record<OffReason, { zh: string; en: string }>> = {
  GONE: { zh: '接收方答复 410(地址已失效)', en: 'the receiver answered 410 (gone)' },
  FAILING: { zh: '连续多日未能送达', en: 'nothing could be delivered for days' },
};

/**
 * Switches an endpoint off and tells its owner, once: an event for `/v1/events` and the owner's other endpoints, and a
 * mail where a contact is named. The console shows it to whoever manages the endpoint.
 */
export async function switchOff(
  { db, vault, utcOffsetMinutes }: DeliverDeps,
  endpointId: string,
  reason: OffReason,
  at: Date,
): Promise<void> {
  await db.transaction(async (tx) => {
    const row = await disableEndpoint(tx, endpointId, { reason, at });
    if (row === undefined) return;
    const event = newEvent({
      ...{ type: 'webhook.disabled', subjectId: row.id, occurredAt: at, clockId: null },
      partnerId: row.ownerId === LENDER ? null : row.ownerId,
      data: { endpointId: row.id, reason },
    });
    const contact = contactOf(vault, row);
    const params = {
      url: row.url,
      reason: [WORDS[reason]],
      on: businessDate(at.getTime(), utcOffsetMinutes),
    };
    const messages =
      contact === null
        ? []
        : [
            queuedMessage(vault, {
              ...{ key: `webhook-disabled/${row.id}/${row.version}`, template: 'webhook-disabled' },
              ...{ channel: 'mail', locale: contact.language, to: contact.mail, params },
              ...{ createdAt: at, clockId: null },
            }),
          ];
    await writeRecords(tx, { events: [event], messages });
  });
}
