import { join } from 'node:path';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { ZodError } from 'zod';
import { Bank } from './bank/bank';
import { Books } from './bank/books';
import { type BankRecord, bankRecord } from './bank/records';
import { bankRoutes } from './bank/routes';
import { CallLog } from './call-log';
import { Callbacks } from './callbacks/callbacks';
import { CallbackSender, type CallbackTarget } from './callbacks/sender';
import { peopleRoutes } from './control/people-routes';
import { controlRoutes } from './control/routes';
import { Faults } from './faults';
import { Journal } from './journal';
import { pagePolicy } from './landing/html';
import { landingPage } from './landing/landing-page';
import { Inbox, receivedMessage } from './messages/inbox';
import { messageRoutes } from './messages/routes';
import { Clocks } from './moment';
import { watchCalls } from './party-hooks';
import { Refusal } from './refusal';
import { bureauRoutes } from './sources/bureau';
import { companyRoutes } from './sources/company';
import { documentReaderRoutes } from './sources/document-reader';
import { readyTeller } from './sources/ready-teller';
import { riskRoutes } from './sources/risk';
import { SourceFaults } from './sources/source-faults';
import { verificationRoutes } from './sources/verification';
import { WebhookReceiver } from './webhooks/receiver';
import { webhookRoutes } from './webhooks/routes';

/** Where the sandbox keeps its files and listens, and how long its silences last. */
export type SandboxOptions = {
  readonly dataDir: string;
  readonly port?: number;
  readonly host?: string;
  readonly callback?: CallbackTarget;
  /** How long a party that does not answer keeps the connection open. */
  readonly hangMs?: number;
  /** The longest delay of a callback in real time; virtual time keeps the documented delays. */
  readonly liveDelayCapMs?: number;
  /** How long an advance of a clock tries to hand over callbacks before it fails. */
  readonly advanceLimitMs?: number;
};

/** A running sandbox. */
export type Sandbox = { readonly app: FastifyInstance; readonly url: string; close(): Promise<void> };

/** Brings up every outside party in one HTTP server; port 0 takes a free one. */
export async function buildSandbox(options: SandboxOptions): Promise<Sandbox> {
  const hangMs = options.hangMs ?? 30_000;
  const liveDelayCapMs = options.liveDelayCapMs ?? 2_000;
  let target = options.callback ?? null;
  const clocks = new Clocks();
  const faults = new Faults();
  const log = new CallLog();
  const sender = new CallbackSender();
  const books = new Books();
  const inbox = new Inbox();

  const append = (...records: BankRecord[]): Promise<void> => journal.append(...records);
  const callbacks = new Callbacks(sender, () => target, append, options.advanceLimitMs ?? 60_000);
  const journal = await Journal.open<BankRecord>(
    join(options.dataDir, 'bank.jsonl'),
    (record) => bankRecord.parse(record),
    (record) => {
      books.apply(record);
      callbacks.apply(record);
    },
  );
  const messages = await Journal.open(
    join(options.dataDir, 'messages.jsonl'),
    (record) => receivedMessage.parse(record),
    (message) => inbox.apply(message),
  );
  const bank = new Bank(books, callbacks, append, liveDelayCapMs);

  const app = Fastify({
    logger: false,
    forceCloseConnections: true,
    // A document of the largest size that is taken in, as base64.
    bodyLimit: 16 * 1024 * 1024,
    routerOptions: { maxParamLength: 300 },
  });
  app.setErrorHandler((error, _req, reply) => answerError(error, reply));
  watchCalls(app, { faults, log, hangMs });
  const gateway = { clocks, faults: new SourceFaults(), hangMs };
  verificationRoutes(app, gateway);
  bureauRoutes(app, gateway);
  riskRoutes(app, gateway);
  companyRoutes(app, gateway, readyTeller(callbacks, append, liveDelayCapMs));
  documentReaderRoutes(app, gateway);
  bankRoutes(app, { bank, books, clocks, hangMs });
  peopleRoutes(app);
  messageRoutes(app, { inbox, journal: messages, clocks });
  webhookRoutes(app, new WebhookReceiver());
  controlRoutes(app, {
    clocks,
    faults,
    log,
    callbacks,
    bank,
    append,
    target: () => target,
    setTarget: (wanted) => {
      target = wanted;
    },
  });
  app.get('/livez', async () => ({ status: 'ok' }));
  app.get('/', async (req: FastifyRequest<{ Querystring: { lang?: string } }>, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', pagePolicy)
      .send(landingPage(req.query.lang === 'en' ? 'en' : 'zh')),
  );

  const url = await app.listen({ port: options.port ?? 0, host: options.host ?? '127.0.0.1' });
  callbacks.start();
  return {
    app,
    url,
    close: async () => {
      await app.close();
      await callbacks.stop();
      await sender.close();
      await Promise.all([journal.close(), messages.close()]);
    },
  };
}

function answerError(
  error: unknown,
  reply: { code(status: number): { send(body: unknown): unknown } },
): void {
  if (error instanceof Refusal) {
    reply.code(error.statusCode).send({ code: error.code, message: error.message });
  } else if (error instanceof ZodError) {
    const at = error.issues.map((issue) => `/${issue.path.join('/')}`);
    reply.code(400).send({ code: 'BAD_REQUEST', at });
  } else {
    const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
    reply.code(status).send({ code: status < 500 ? 'BAD_REQUEST' : 'SANDBOX_BUG' });
  }
}
