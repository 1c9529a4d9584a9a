import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { escapeHtml, type Lang, page, pagePolicy } from '../landing/html';
import { BadRequest } from '../refusal';
import type { ReceivedWebhook, WebhookReceiver } from './receiver';

const nameParams = z.object({
  name: z
    .string()
    .regex(/^[\w-]{1,40}$/)
    .default('default'),
});
const lang = z.enum(['zh', 'en']).catch('zh').default('zh');

function webhooksPage(deliveries: readonly ReceivedWebhook[], language: Lang): string {
  const t = (zh: string, en: string) => (language === 'zh' ? zh : en);
  const rows = deliveries.map(
    (item) =>
      `<article><header><strong>${escapeHtml(item.type || '?')}</strong><span>${item.verified ? t('签名有效', 'signature valid') : t('签名无效', 'signature INVALID')}</span>
${item.repeated ? `<span>${t('重复投递', 'repeated')}</span>` : ''}<time>${escapeHtml(item.at)}</time><code>${escapeHtml(item.webhookId)}</code><span>${escapeHtml(item.name)}</span></header><p><code>${escapeHtml(item.body)}</code></p></article>`,
  );
  const hint = t(
    '向 POST /webhooks/receive 投递;先用 PUT /webhooks/secrets/default 告知密钥。',
    'Deliver to POST /webhooks/receive; first tell the secret by PUT /webhooks/secrets/default.',
  );
  return page(language, t('回调接收', 'Webhook receiver'), `<p>${hint}</p>${rows.join('')}`);
}

/** A partner's webhook receiver, for demos: verify, show, answer. */
export function webhookRoutes(app: FastifyInstance, receiver: WebhookReceiver): void {
  app.put('/webhooks/secrets/:name', async (req, reply) => {
    const { name } = nameParams.parse(req.params);
    const { secret } = z.object({ secret: z.string().startsWith('whsec_') }).parse(req.body);
    try {
      receiver.setSecret(name, secret);
    } catch {
      throw new BadRequest('BAD_SECRET', 'the secret is not base64 after whsec_');
    }
    return reply.code(204).send();
  });
  app.get('/webhooks/deliveries', async (req) => {
    const { name } = z.object({ name: z.string().optional() }).parse(req.query);
    return { data: receiver.list(name) };
  });
  app.get('/webhooks', async (req, reply) => {
    const query = z.object({ lang }).parse(req.query);
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', pagePolicy)
      .send(webhooksPage(receiver.list().slice(0, 200), query.lang));
  });
  app.register(async (raw) => {
    raw.removeAllContentTypeParsers();
    raw.addContentTypeParser('*', { parseAs: 'string' }, (_req, body, done) => done(null, body));
    for (const path of ['/webhooks/receive', '/webhooks/receive/:name']) {
      raw.post(path, async (req, reply) => {
        const { name } = nameParams.parse(req.params ?? {});
        const headers = Object.fromEntries(
          Object.entries(req.headers).map(([key, value]) => [key, String(value ?? '')]),
        );
        const delivery = receiver.receive(name, String(req.body ?? ''), headers);
        return reply.code(delivery.verified ? 204 : 401).send();
      });
    }
  });
}
