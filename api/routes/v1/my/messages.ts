import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Page } from '../../../../contracts/http/common';
import {
  BorrowerMessage,
  ChangeNotifications,
  ListMessages,
  NotificationSetting,
} from '../../../../contracts/http/my';
import { PROBLEM_RESPONSES } from '../../../../contracts/http/problem';
import { appendAudit } from '../../../../db/repositories/audit';
import { choicesOf, choose } from '../../../../db/repositories/notification-choices';
import { isFixed, TOPICS } from '../../../../domain/messages/topics';
import { pageOf } from '../../../cursor';
import { actorOf } from '../../../plugins/authentication';
import { ProblemError } from '../../../problem';
import { messagesOf, presentMessage } from '../../../reads/my-messages';
import type { RouteDeps } from '../deps';
import { idAfter, listName } from '../page';
import { accountOf } from './account';

const tags = ['My account'];
const Settings = z.object({ data: z.array(NotificationSetting) });

/** What was written to the borrower, and by which channel the next will come. */
export const messages: FastifyPluginAsyncZod<RouteDeps> = async (
  app,
  { db, vault, clock, cursors, settings },
) => {
  app.get(
    '/my/messages',
    {
      schema: {
        operationId: 'listMyMessages',
        summary: 'Read the own messages with their texts, newest first',
        tags,
        querystring: ListMessages,
        response: { 200: Page(BorrowerMessage), ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      if (actor.kind !== 'applicant') throw new ProblemError('FORBIDDEN');
      const { limit, cursor } = request.query;
      const name = listName('my-messages', request.query);
      const rows = await messagesOf(db, actor, { limit, after: idAfter(cursors, name, cursor) });
      reply.header('cache-control', 'no-store');
      return pageOf(
        rows,
        limit,
        (row) => presentMessage(vault, settings.lender, row),
        (row) => cursors.seal(name, [row.id]),
      );
    },
  );

  const settingsOf = async (accountId: string): Promise<z.input<typeof Settings>> => {
    const chosen = await choicesOf(db, accountId);
    return {
      data: TOPICS.map((topic) => {
        const fixed = isFixed(topic);
        return { topic, fixed, channel: !fixed && chosen.get(topic) === 'inapp' ? 'inapp' : 'sms' };
      }),
    };
  };

  app.get(
    '/my/notifications',
    {
      schema: {
        operationId: 'getMyNotifications',
        summary: 'Read how each kind of message comes',
        tags,
        response: { 200: Settings, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => settingsOf(accountOf(actorOf(request))),
  );

  app.put(
    '/my/notifications',
    {
      schema: {
        operationId: 'setMyNotifications',
        summary: 'Choose how kinds of messages come; what the law needs cannot be moved',
        tags,
        body: ChangeNotifications,
        response: { 200: Settings, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => {
      const accountId = accountOf(actorOf(request));
      const { choices } = request.body;
      if (choices.some(({ topic, channel }) => isFixed(topic) && channel !== 'sms'))
        throw new ProblemError('CHOICE_NOT_ALLOWED');
      const now = await clock.now(null);
      await db.transaction(async (tx) => {
        for (const choice of choices) await choose(tx, accountId, choice, now);
        const data = Object.fromEntries(choices.map(({ topic, channel }) => [topic, channel]));
        const event = { subject: accountId, at: now, actorId: accountId, action: 'notifications.changed' };
        await appendAudit(tx, { ...event, data });
      });
      return settingsOf(accountId);
    },
  );
};
