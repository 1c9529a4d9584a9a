import { and, desc, eq, inArray, lt, notInArray, or, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { BorrowerMessage } from '../../contracts/http/my';
import type { Db } from '../../db/client';
import type { Vault } from '../../db/crypto/vault';
import { messages } from '../../db/schema/messaging';
import { renderStoredMessage } from '../../documents/messages/render-message';
import { topicOf } from '../../domain/messages/topics';
import type { Actor } from '../auth/actor';

export type MessageRow = typeof messages.$inferSelect;

/** Codes are for one moment and one screen; they are never shown again. */
export const NEVER_SHOWN: readonly string[] = ['login-code', 'one-time-code'];

/** One row more than a page of the messages to a borrower, newest first. */
export function messagesOf(
  db: Db,
  { customerIds, accountId }: Pick<Actor, 'customerIds' | 'accountId'>,
  { limit, after }: { limit: number; after: string | undefined },
): Promise<MessageRow[]> {
  const whose: SQL[] = [];
  if (customerIds.length > 0) whose.push(inArray(messages.customerId, [...customerIds]));
  if (accountId !== null) whose.push(eq(messages.accountId, accountId));
  return db
    .select()
    .from(messages)
    .where(
      and(
        or(...whose) ?? sql`false`,
        notInArray(messages.template, [...NEVER_SHOWN]),
        after === undefined ? undefined : lt(messages.id, after),
      ),
    )
    .orderBy(desc(messages.id))
    .limit(limit + 1);
}

/** A message with its whole text, in the language that it was sent in. */
export function presentMessage(
  vault: Vault,
  lender: { name: string; hotline: string },
  row: MessageRow,
): z.input<typeof BorrowerMessage> {
  const place = { table: 'messages', column: 'sealed_params', rowId: row.id };
  const params: unknown = JSON.parse(vault.openText(place, row.sealedParams));
  const given = typeof params === 'object' && params !== null ? params : {};
  const words = { ...given, lender: lender.name, hotline: lender.hotline };
  const locale = row.locale === 'en' ? 'en' : 'zh-CN';
  const { subject, body } = renderStoredMessage(row.template, locale, words);
  const { id, channel, applicationId, template } = row;
  return {
    ...{ id, channel, applicationId, subject, body },
    topic: topicOf(template),
    at: row.createdAt.toISOString(),
  };
}
