import { z } from 'zod';
import { fileContent, flag, hostAndPort, key, keyRing, timeZone, whole } from './fields';
import type { Contradiction } from './problems';

const ON_OFF = 'on or off';

/** Variables that server and worker have in common. */
export const sharedFields = {
  NODE_ENV: z
    .enum(['development', 'test', 'production'])
    .default('development')
    .describe('development, test or production'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .default('info')
    .describe('trace, debug, info, warn, error, fatal or silent'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .describe('postgres://login:password@host:port/database'),
  DATABASE_POOL_MAX: whole(1, 500).default(10).describe('a number of connections from 1 to 500'),
  TEMPORAL_ADDRESS: hostAndPort.describe('host:port of a Temporal server'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default').describe('a namespace'),
  TEMPORAL_TASK_QUEUE: z.string().min(1).default('loans').describe('a task queue'),
  TEMPORAL_TLS: flag.optional().describe(ON_OFF),
  TEMPORAL_TLS_CA_FILE: fileContent.optional().describe('a PEM file with the certificate authority'),
  TEMPORAL_TLS_CERT_FILE: fileContent.optional().describe('a PEM file with the client certificate'),
  TEMPORAL_TLS_KEY_FILE: fileContent.optional().describe('a PEM file with the key of the client certificate'),
  TEMPORAL_TLS_SERVER_NAME: z.string().min(1).optional().describe('a host name'),
  TEMPORAL_API_KEY: z.string().min(1).optional().describe('an API key of Temporal'),
  LOANFLOW_KEKS: keyRing.describe(
    'id=key pairs split by commas, each key 32 bytes in base64, the one in use first',
  ),
  LOANFLOW_INDEX_KEY: key.describe('32 bytes in base64'),
  LOANFLOW_SECRET: z.string().min(32).describe('at least 32 characters, the same on every server'),
  BANK_CALLBACK_SECRET: z.string().min(16).describe('at least 16 characters, as agreed with the bank'),
  BUSINESS_TIME_ZONE: timeZone.default('Asia/Shanghai').describe('a time zone such as Asia/Shanghai'),
  TEST_CLOCKS: flag.default(false).describe(ON_OFF),
  SHUTDOWN_LIMIT_MS: whole(1_000, 600_000).default(20_000).describe('milliseconds from 1000 to 600000'),
};

type Shared = z.output<z.ZodObject<typeof sharedFields>>;

const isOn = (value: string | undefined) =>
  value !== undefined && ['on', 'true', '1'].includes(value.toLowerCase());

/** Names each variable that is switched on although production refuses it. */
export function refusedInProduction(env: NodeJS.ProcessEnv, variables: readonly string[]): Contradiction[] {
  if (env.NODE_ENV !== 'production') return [];
  return variables
    .filter((variable) => isOn(env[variable]))
    .map((variable) => ({ variable, expected: 'off in production' }));
}

/** Variables that must be set as soon as one of them is. */
export function together(env: NodeJS.ProcessEnv, variables: readonly string[]): Contradiction[] {
  const present = variables.filter((variable) => env[variable] !== undefined);
  if (present.length === 0) return [];
  const expected = `a value, since ${present.join(' and ')} ${present.length > 1 ? 'are' : 'is'} set`;
  return variables
    .filter((variable) => !present.includes(variable))
    .map((variable) => ({ variable, expected }));
}

export function sharedContradictions(env: NodeJS.ProcessEnv): Contradiction[] {
  const usesTls =
    Object.keys(env).some((name) => name.startsWith('TEMPORAL_TLS_')) || env.TEMPORAL_API_KEY !== undefined;
  const tlsOff = env.TEMPORAL_TLS !== undefined && !isOn(env.TEMPORAL_TLS);
  return [
    ...refusedInProduction(env, ['TEST_CLOCKS']),
    ...together(env, ['TEMPORAL_TLS_CERT_FILE', 'TEMPORAL_TLS_KEY_FILE']),
    ...(usesTls && tlsOff
      ? [{ variable: 'TEMPORAL_TLS', expected: 'on, since certificates or an API key are set' }]
      : []),
  ];
}

function tlsOf(env: Shared) {
  const pair =
    env.TEMPORAL_TLS_CERT_FILE && env.TEMPORAL_TLS_KEY_FILE
      ? { crt: env.TEMPORAL_TLS_CERT_FILE, key: env.TEMPORAL_TLS_KEY_FILE }
      : undefined;
  const details = {
    ...(env.TEMPORAL_TLS_SERVER_NAME && { serverNameOverride: env.TEMPORAL_TLS_SERVER_NAME }),
    ...(env.TEMPORAL_TLS_CA_FILE && { serverRootCACertificate: env.TEMPORAL_TLS_CA_FILE }),
    ...(pair && { clientCertPair: pair }),
  };
  if (Object.keys(details).length > 0) return details;
  return env.TEMPORAL_TLS || env.TEMPORAL_API_KEY ? {} : undefined;
}

/** The part of the configuration that server and worker share. */
export function sharedConfig(env: Shared) {
  const tls = tlsOf(env);
  return {
    production: env.NODE_ENV === 'production',
    logLevel: env.LOG_LEVEL,
    database: { connectionString: env.DATABASE_URL, max: env.DATABASE_POOL_MAX },
    temporal: {
      /** As Connection.connect and NativeConnection.connect take it. */
      connection: {
        address: env.TEMPORAL_ADDRESS,
        ...(tls && { tls }),
        ...(env.TEMPORAL_API_KEY && { apiKey: env.TEMPORAL_API_KEY }),
      },
      namespace: env.TEMPORAL_NAMESPACE,
      taskQueue: env.TEMPORAL_TASK_QUEUE,
    },
    /** As vaultKeysFrom takes them. */
    keys: { keks: env.LOANFLOW_KEKS, indexKey: env.LOANFLOW_INDEX_KEY },
    secret: env.LOANFLOW_SECRET,
    bankCallbackSecret: env.BANK_CALLBACK_SECRET,
    businessTimeZone: env.BUSINESS_TIME_ZONE,
    testClocks: env.TEST_CLOCKS,
    shutdownLimitMs: env.SHUTDOWN_LIMIT_MS,
  };
}
