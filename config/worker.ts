import { z } from 'zod';
import { fileContent, filePath, flag, hostAndPort, httpUrl, whole } from './fields';
import { type Contradiction, readVariables } from './problems';
import { sharedConfig, sharedContradictions, sharedFields } from './shared';
import { isOn, together } from './together';

const ADDRESS = 'an http or https address';

const WorkerVariables = z.object({
  ...sharedFields,
  WORKFLOW_BUNDLE: filePath
    .optional()
    .describe('the file that `npm run build` makes, dist/workflow-bundle.js'),
  LENDER_NAME: z.string().min(2).max(60).default('示例消费金融有限公司').describe('the name on contracts'),
  LENDER_CREDIT_CODE: z.string().length(18).default('91350100M000100Y43').describe('18 characters'),
  LENDER_ADDRESS: z.string().min(2).max(120).default('福建省福州市示例路1号').describe('an address'),
  LENDER_HOTLINE: z.string().min(3).max(30).default('400-000-0000').describe('a telephone number'),
  LENDER_WEBSITE: z.string().min(3).max(120).default('loanflow.example').describe('a web address'),
  DEVELOPMENT_FOLDER: z.string().min(1).default('.data/development').describe('a folder'),
  SIGNAL_DECISIONS: flag.optional().describe('on or off'),
  SOURCES_URL: httpUrl.optional().describe(`${ADDRESS} that sources without one of their own are reached at`),
  PAYMENTS_URL: httpUrl.describe(`${ADDRESS} of the bank`),
  BANK_TIMEOUT_MS: whole(500, 60_000).default(10_000).describe('milliseconds from 500 to 60000'),
  MESSAGES_URL: httpUrl.describe(`${ADDRESS} of the provider of text messages and mail`),
  CLOCK_CONTROL_URL: httpUrl.optional().describe(`${ADDRESS} of the sandbox, told when a test clock moves`),
  SEAL_P12_FILE: fileContent.optional().describe('a PKCS #12 file with the certificate that seals contracts'),
  SEAL_P12_PASSPHRASE: z.string().optional().describe('the passphrase of that file'),
  WEBHOOKS_TO_PRIVATE_ADDRESSES: flag.default(false).describe('on or off'),
  CLOSE_TEST_CLOCKS: flag
    .default(false)
    .describe('on or off: whether each business date that a test clock passes is closed'),
  WORKER_METRICS_ADDRESS: hostAndPort.optional().describe('host:port to serve metrics on'),
  WORKER_DEPLOYMENT: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/)
    .optional()
    .describe('a name of letters, digits, - and _'),
  WORKER_BUILD_ID: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,64}$/)
    .optional()
    .describe('a version of letters, digits, dots, - and _'),
  MAX_CACHED_WORKFLOWS: whole(10, 1_000_000).optional().describe('a number of workflows from 10 to 1000000'),
});

/** What development makes up and production must be told. */
const IN_PRODUCTION = [
  { variable: 'WORKFLOW_BUNDLE', what: 'the file that `npm run build` makes, dist/workflow-bundle.js,' },
  { variable: 'SEAL_P12_FILE', what: 'a PKCS #12 file with the certificate that seals contracts' },
  { variable: 'LENDER_NAME', what: 'the name on contracts' },
  { variable: 'LENDER_CREDIT_CODE', what: 'the unified social credit code of the lender' },
  { variable: 'LENDER_ADDRESS', what: 'the address on contracts' },
  { variable: 'LENDER_HOTLINE', what: 'the telephone number on contracts and messages' },
  { variable: 'LENDER_WEBSITE', what: 'the web address in messages' },
];

function contradictions(env: NodeJS.ProcessEnv): Contradiction[] {
  const needed = env.NODE_ENV === 'production' ? IN_PRODUCTION : [];
  const clocksOn = isOn(env.TEST_CLOCKS);
  return [
    ...sharedContradictions(env),
    ...together(env, ['SEAL_P12_FILE', 'SEAL_P12_PASSPHRASE']),
    ...together(env, ['WORKER_DEPLOYMENT', 'WORKER_BUILD_ID']),
    ...needed
      .filter(({ variable }) => env[variable] === undefined)
      .map(({ variable, what }) => ({ variable, expected: `${what} in production` })),
    ...(clocksOn && env.CLOCK_CONTROL_URL === undefined
      ? [{ variable: 'CLOCK_CONTROL_URL', expected: `${ADDRESS} of the sandbox, since TEST_CLOCKS is on` }]
      : []),
  ];
}

/** Minutes east of UTC of a zone without daylight saving, as Chinese business days need it. */
function utcOffsetOf(timeZone: string): number {
  const now = new Date();
  const parts = (zone: string) =>
    Date.parse(`${now.toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T')}Z`);
  return Math.round((parts(timeZone) - parts('UTC')) / 60_000);
}

/** Configuration of a worker from its environment; throws ConfigError with every problem at once. */
export function workerConfig(env: NodeJS.ProcessEnv) {
  const read = readVariables(WorkerVariables, env, contradictions);
  const shared = sharedConfig(read);
  return {
    ...shared,
    /** Undefined = bundle the sources at start, as development does. */
    workflowBundle: read.WORKFLOW_BUNDLE,
    /** A signal proves no identity, so decisions by signal are off in production unless asked for. */
    signalDecisions: read.SIGNAL_DECISIONS ?? !shared.production,
    providers: {
      sourcesUrl: read.SOURCES_URL,
      paymentsUrl: read.PAYMENTS_URL,
      /** How long a call to the bank may take; what came of one that took longer is asked for. */
      bankTimeoutMs: read.BANK_TIMEOUT_MS,
      messagesUrl: read.MESSAGES_URL,
      clockControlUrl: read.CLOCK_CONTROL_URL,
    },
    /** Undefined = a development certificate made on the spot. */
    seal:
      read.SEAL_P12_FILE && read.SEAL_P12_PASSPHRASE
        ? { p12: read.SEAL_P12_FILE, passphrase: read.SEAL_P12_PASSPHRASE }
        : undefined,
    /** As papers and messages name the lender. */
    lender: {
      name: read.LENDER_NAME,
      creditCode: read.LENDER_CREDIT_CODE,
      address: read.LENDER_ADDRESS,
      hotline: read.LENDER_HOTLINE,
      website: read.LENDER_WEBSITE,
    },
    /** Where development certificates are kept. */
    developmentFolder: read.DEVELOPMENT_FOLDER,
    utcOffsetMinutes: utcOffsetOf(shared.businessTimeZone),
    webhooksToPrivateAddresses: read.WEBHOOKS_TO_PRIVATE_ADDRESSES,
    closeTestClocks: read.CLOSE_TEST_CLOCKS,
    metricsAddress: read.WORKER_METRICS_ADDRESS,
    maxCachedWorkflows: read.MAX_CACHED_WORKFLOWS,
    /** The version of a Temporal worker deployment that this worker is; undefined = it takes any work, as every other. */
    deploymentVersion:
      read.WORKER_DEPLOYMENT && read.WORKER_BUILD_ID
        ? { deploymentName: read.WORKER_DEPLOYMENT, buildId: read.WORKER_BUILD_ID }
        : undefined,
  };
}
/** Names of the variables that a worker reads. */
export const WORKER_VARIABLES: readonly string[] = Object.keys(WorkerVariables.shape);
export type WorkerConfig = ReturnType<typeof workerConfig>;
