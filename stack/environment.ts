import { join } from 'node:path';
import type { DatabaseUrls } from './database';
import type { Ports } from './ports';
import type { StackSecrets } from './secrets';

export interface Surroundings {
  dataDir: string;
  ports: Ports;
  secrets: StackSecrets;
  database: DatabaseUrls;
  temporal: { address: string; namespace: string; uiUrl: string };
  workflowBundle: string;
}

export const apiUrl = (ports: Ports) => `http://127.0.0.1:${ports.api}`;
export const sandboxUrl = (ports: Ports) => `http://127.0.0.1:${ports.sandbox}`;

/** What the sandbox is told; it calls back at the API like the parties that it plays. */
export function sandboxEnvironment({
  dataDir,
  ports,
  secrets,
}: Omit<Surroundings, 'database' | 'temporal' | 'workflowBundle'>) {
  return {
    SANDBOX_PORT: String(ports.sandbox),
    SANDBOX_HOST: '127.0.0.1',
    SANDBOX_DATA: join(dataDir, 'sandbox'),
    SANDBOX_CALLBACK_URL: `${apiUrl(ports)}/v1/callbacks/bank`,
    SANDBOX_CALLBACK_SECRET: secrets.bankCallbackSecret,
  };
}

/** A clock under way is given up when somebody ends the stack, and taken up at the next start. */
const PATIENCE_MS = '3000';

/** What worker and API are told; the variables are those of config/. */
export function programEnvironment({
  dataDir,
  ports,
  secrets,
  database,
  temporal,
  workflowBundle,
}: Surroundings) {
  const sandbox = sandboxUrl(ports);
  return {
    DATABASE_URL: database.appUrl,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
    LOANFLOW_KEKS: secrets.keks,
    LOANFLOW_INDEX_KEY: secrets.indexKey,
    LOANFLOW_SECRET: secrets.secret,
    BANK_CALLBACK_SECRET: secrets.bankCallbackSecret,
    TEST_CLOCKS: 'on',
    DEV_ISSUER: 'on',
    WEBHOOKS_TO_PRIVATE_ADDRESSES: 'on',
    SIGNAL_DECISIONS: 'on',
    SHUTDOWN_LIMIT_MS: PATIENCE_MS,
    HOST: '127.0.0.1',
    PORT: String(ports.api),
    PUBLIC_URL: apiUrl(ports),
    TEMPORAL_UI_URL: temporal.uiUrl.startsWith('http') ? temporal.uiUrl : '',
    SOURCES_URL: sandbox,
    PAYMENTS_URL: `${sandbox}/bank`,
    MESSAGES_URL: `${sandbox}/messages`,
    CLOCK_CONTROL_URL: sandbox,
    SANDBOX_URL: sandbox,
    DEVELOPMENT_FOLDER: join(dataDir, 'development'),
    WORKFLOW_BUNDLE: workflowBundle,
  };
}
