import { and, eq } from 'drizzle-orm';
import { isFixed, type Topic, topicOf } from '../../domain/messages/topics';
import type { Queryable } from '../client';
import { notificationChoices } from '../schema/accounts';
import { accountOfSubject } from './borrower-accounts';

type Channel = 'sms' | 'mail' | 'inapp';

/** The channel that a message goes by: the borrower's choice for its topic, else the usual one; fixed topics never move. */
export async function channelFor(
  db: Queryable,
  subject: string | null,
  message: { template: string; usual: Channel },
): Promise<Channel> {
  const topic = topicOf(message.template);
  const accountId = accountOfSubject(subject);
  if (accountId === null || isFixed(topic)) return message.usual;
  const mine = and(eq(notificationChoices.accountId, accountId), eq(notificationChoices.topic, topic));
  const [choice] = await db
    .select({ channel: notificationChoices.channel })
    .from(notificationChoices)
    .where(mine);
  return choice?.channel ?? message.usual;
}

/** What an account chose, by topic. */
export async function choicesOf(db: Queryable, accountId: string): Promise<Map<string, Channel>> {
  const rows = await db
    .select()
    .from(notificationChoices)
    .where(eq(notificationChoices.accountId, accountId));
  return new Map(rows.map(({ topic, channel }) => [topic, channel]));
}

/** Keeps a choice; the latest counts. */
export async function choose(
  db: Queryable,
  accountId: string,
  { topic, channel }: { topic: Topic; channel: Channel },
  changedAt: Date,
): Promise<void> {
  await db
    .insert(notificationChoices)
    .values({ accountId, topic, channel, changedAt })
    .onConflictDoUpdate({
      target: [notificationChoices.accountId, notificationChoices.topic],
      set: { channel, changedAt },
    });
}
