import { join } from 'node:path';
import { Client } from '@temporalio/client';
import {
  DefaultLogger,
  makeTelemetryFilterString,
  NativeConnection,
  Runtime,
  Worker,
} from '@temporalio/worker';
import { type Logger, pino } from 'pino';
import { type ClockDeps, createClockSteps } from './activities/clock/drive-clock';
import { closeDatesUntil } from './activities/close/close-clock';
import { createCloseSteps } from './activities/close/close-steps';
import { scheduleClose } from './activities/close/schedule';
import { createOutsideSteps, createRecordSteps } from './activities/loan-activities';
import type { ActivityDeps } from './activities/support/deps';
import { failingSteps } from './activities/support/failing-steps';
import { startHealthReports } from './activities/support/health-report';
import { startHousekeeping } from './activities/support/housekeeping';
import { errorReducer } from './activities/support/interceptor';
import { withSignsOfLife } from './activities/support/signs-of-life';
import { withKeys } from './activities/support/step-key';
import { deliverWebhook } from './activities/webhooks/deliver';
import { orExit } from './config/problems';
import { type WorkerConfig, workerConfig } from './config/worker';
import { openDatabase } from './db/client';
import { vaultKeysFrom } from './db/crypto/keys';
import { Vault } from './db/crypto/vault';
import { renderContract } from './documents/contract';
import { renderDemandLetter } from './documents/letters/demand-letter';
import { renderSettlementCertificate } from './documents/letters/settlement-certificate';
import { drawSealFace } from './documents/seal-face';
import { sandboxClock } from './providers/clock-control';
import { developmentSeal } from './providers/esign/development-authority';
import { sealer } from './providers/esign/sealer';
import { CallMeter } from './providers/http/call-meter';
import { HttpMessageClient } from './providers/messages/http-message-client';
import { HttpPaymentClient } from './providers/payments/http-payment-client';
import { RuleEngine } from './providers/rules/rule-engine';
import { HttpSourceClient } from './providers/sources/http-source-client';
import { startArchiving } from './relay/archive-continued';
import { archiveDelivery } from './relay/archive-delivery';
import { cardCheck } from './relay/card-check';
import { debitOrder } from './relay/debit-order';
import { documentReading } from './relay/document-reading';
import { eventDelivery } from './relay/event-delivery';
import { messageDelivery } from './relay/message-delivery';
import { Relay } from './relay/relay';
import { startDelivery, wakeDelivery } from './relay/workflow-deliveries';
import { LOAN_QUEUE } from './workflows/names';

/** A stretch of time that a test clock passes. */
type Passed = Parameters<NonNullable<ClockDeps['closeDates']>>;

const MESSAGE_TIMEOUT_MS = 10_000;
/** Signs of life go out no later than this, so that a worker that stands still for a moment is not taken for dead. */
const HEARTBEAT_MS = 4_000;

/** Wires the worker from its environment: workflows, activities and relay in one process, any number of them. */
async function main(): Promise<void> {
  const config = orExit(() => workerConfig(process.env));
  const log = pino({ level: config.logLevel, base: { service: 'worker' } });
  installRuntime(config, log);
  const database = openDatabase(config.database);
  const vault = new Vault(vaultKeysFrom(config.keys));
  const connection = await NativeConnection.connect(config.temporal.connection);
  // The relay's calls share the worker's connection: they cost half of what a second client in JavaScript did, and a
  // loan that it starts gets its first workflow task with the answer.
  const client = new Client({ connection, namespace: config.temporal.namespace });
  const meter = new CallMeter();
  const messages = new HttpMessageClient({
    baseUrl: config.providers.messagesUrl,
    timeoutMs: MESSAGE_TIMEOUT_MS,
    meter,
  });
  const payments = new HttpPaymentClient({
    baseUrl: config.providers.paymentsUrl,
    timeoutMs: config.providers.bankTimeoutMs,
    meter,
  });
  const outside = { sources: new HttpSourceClient({ meter }), payments };
  const deps = await activityDeps(config, { db: database.db, vault, log, ...outside });
  const { clockControlUrl } = config.providers;
  const clockDeps = {
    db: database.db,
    temporal: client,
    parties: clockControlUrl ? sandboxClock(clockControlUrl) : null,
    closeDates: config.closeTestClocks
      ? (...passed: Passed) => closeDatesUntil({ db: database.db, payments }, ...passed)
      : null,
  };
  const webhooks = {
    ...{ db: database.db, vault, utcOffsetMinutes: config.utcOffsetMinutes },
    privateAllowed: config.webhooksToPrivateAddresses,
  };
  const worker = await Worker.create({
    connection,
    namespace: config.temporal.namespace,
    taskQueue: LOAN_QUEUE,
    ...(config.workflowBundle
      ? { workflowBundle: { codePath: config.workflowBundle } }
      : { workflowsPath: join(__dirname, 'workflows', 'index.ts') }),
    activities: {
      ...withSignsOfLife(withKeys(createRecordSteps(deps))),
      ...withSignsOfLife(createOutsideSteps(deps)),
      ...createCloseSteps({ ...deps, utcOffsetMinutes: config.utcOffsetMinutes }),
      ...(config.testClocks ? createClockSteps(clockDeps) : {}),
      deliverWebhook: (deliveryId: string) => deliverWebhook(webhooks, deliveryId),
    },
    interceptors: { activity: [failingSteps(database.db, log), errorReducer(log)] },
    maxCachedWorkflows: config.maxCachedWorkflows,
    maxHeartbeatThrottleInterval: HEARTBEAT_MS,
    shutdownGraceTime: config.shutdownLimitMs,
    // Loans live for years: each goes over to the current version at its next task, which patches make safe.
    ...(config.deploymentVersion && {
      workerDeploymentOptions: {
        version: config.deploymentVersion,
        useWorkerVersioning: true,
        defaultVersioningBehavior: 'AUTO_UPGRADE',
      },
    }),
  });
  const { lender } = deps.settings;
  const relay = new Relay(
    database.db,
    database.pool,
    {
      'workflow.start': startDelivery(database.db, client, config.historyLimit),
      'workflow.wake': wakeDelivery(database.db, client, config.historyLimit),
      'message.send': messageDelivery({ vault, gateway: messages, lender }),
      'event.publish': eventDelivery(database.db, client),
      'history.archive': archiveDelivery(database.db, client),
      'card.check': cardCheck({
        ...{ db: database.db, vault, sources: deps.sources, addresses: deps.settings.addresses },
      }),
      'document.read': documentReading({
        ...{ db: database.db, vault, sources: deps.sources, addresses: deps.settings.addresses },
      }),
      'debit.send': debitOrder({ db: database.db, vault, payments: deps.payments }),
    },
    log,
  );
  await scheduleClose(client, LOAN_QUEUE);
  relay.start();
  const stopReports = startHealthReports({
    db: database.db,
    meter,
    breakers: () => [...outside.sources.breakerStates(), payments.breakerState(), messages.breakerState()],
    log,
  });
  const { secret, utcOffsetMinutes } = config;
  const stopHousekeeping = startHousekeeping({ db: database.db, secret, utcOffsetMinutes, log });
  const stopArchiving = startArchiving(database.db, client, log);
  log.info('ready');
  // SIGTERM and SIGINT end run() by the SDK's own handling, after activities under way had their grace.
  await worker.run();
  stopHousekeeping();
  stopArchiving();
  await relay.stop();
  await stopReports();
  await Promise.all([deps.sources.close(), deps.payments.close(), messages.close()]);
  await connection.close();
  await database.close();
  log.info('stopped');
}

async function activityDeps(
  config: WorkerConfig,
  parts: Pick<ActivityDeps, 'db' | 'vault' | 'sources' | 'payments' | 'log'>,
): Promise<ActivityDeps> {
  const { sourcesUrl } = config.providers;
  const seal =
    config.seal ?? (await developmentSeal(config.developmentFolder, config.lender.name, new Date()));
  return {
    ...parts,
    rules: new RuleEngine(),
    papers: {
      contract: renderContract,
      certificate: renderSettlementCertificate,
      demandLetter: renderDemandLetter,
    },
    sealer: sealer({
      p12: seal.p12,
      passphrase: seal.passphrase,
      reason: '贷款合同签署',
      location: '中国',
      face: drawSealFace(config.lender.name),
    }),
    settings: {
      lender: config.lender,
      utcOffsetMinutes: config.utcOffsetMinutes,
      signalDecisions: config.signalDecisions,
      addresses: sourcesUrl ? { SOURCES_URL: sourcesUrl } : {},
    },
  };
}

/** Logs of the SDK go the same way as ours. */
function installRuntime(config: WorkerConfig, log: Logger): void {
  const forward = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;
  const { metricsAddress } = config;
  Runtime.install({
    logger: new DefaultLogger('WARN', ({ level, message, meta }) =>
      log[forward[level]]({ sdk: meta?.sdkComponent }, message),
    ),
    telemetryOptions: {
      logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'WARN' }) },
      ...(metricsAddress && { metrics: { prometheus: { bindAddress: metricsAddress } } }),
    },
  });
}

main().catch((error: unknown) => {
  const name = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown failure';
  console.error(JSON.stringify({ level: 60, service: 'worker', msg: `cannot start: ${name}` }));
  process.exit(1);
});
