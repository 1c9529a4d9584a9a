import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Journal } from '../journal';
import { pagePolicy } from '../landing/html';
import { phoneScenario } from '../magic';
import type { Clocks } from '../moment';
import { Refusal } from '../refusal';
import { type Inbox, inboxMessage, type ReceivedMessage } from './inbox';
import { inboxPage } from './inbox-page';

const lang = z.enum(['zh', 'en']).catch('zh').default('zh');
const search = z.object({
  to: z
    .string()
    .transform((text) => (text === '' ? undefined : text))
    .optional(),
  templateCode: z.string().optional(),
  clock: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(5000).default(200),
});

/** The message gateway and the inbox where its messages can be read. */
export function messageRoutes(
  app: FastifyInstance,
  deps: { inbox: Inbox; journal: Journal<ReceivedMessage>; clocks: Clocks },
): void {
  const { inbox, journal, clocks } = deps;
  app.post('/messages', async (req, reply) => {
    const message = inboxMessage.parse(req.body);
    if (phoneScenario(message.to) === 'phone_unreachable') {
      throw new Refusal(422, 'UNREACHABLE', 'the gateway does not reach this receiver');
    }
    const { clockId, nowMs } = clocks.momentOf(req.headers);
    const repeated = inbox.has(message);
    if (!repeated) await journal.append({ ...message, clockId, receivedAt: new Date(nowMs).toISOString() });
    return reply.code(repeated ? 200 : 201).send({ id: message.id, gatewayRef: `G-${message.id}`, repeated });
  });
  app.get('/inbox/messages', async (req) => ({ data: inbox.find(search.parse(req.query)) }));
  app.get('/inbox', async (req, reply) => {
    const query = search.extend({ lang }).parse(req.query);
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', pagePolicy)
      .send(inboxPage(inbox.find(query), query.to, query.lang));
  });
}
