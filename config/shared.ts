import { z } from 'zod';
import { businessTimeZone, flag, key, keyRing, whole } from './fields';
import type { Contradiction } from './problems';
import { temporalContradictions, temporalFields, temporalOf } from './temporal';
import { refusedInProduction } from './together';

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** Variables that server and worker have in common. */
export const sharedFields = {
  NODE_ENV: z
    .enum(['development', 'test', 'production'])
    .default('development')
    .describe('development, test or production'),
  LOG_LEVEL: z.enum(LEVELS).default('info').describe(LEVELS.join(', ')),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .describe('postgres://login:password@host:port/database'),
  DATABASE_POOL_MAX: whole(1, 500).default(10).describe('a number of connections from 1 to 500'),
  ...temporalFields,
  LOAN_HISTORY_LIMIT: whole(50, 40_000).default(1_000).describe('a number of events from 50 to 40000'),
  LOANFLOW_KEKS: keyRing.describe(
    'id=key pairs split by commas, each key 32 bytes in base64, the one in use first',
  ),
  LOANFLOW_INDEX_KEY: key.describe('32 bytes in base64'),
  LOANFLOW_SECRET: z.string().min(32).describe('at least 32 characters, the same on every server'),
  BANK_CALLBACK_SECRET: z.string().min(16).describe('at least 16 characters, as agreed with the bank'),
  BUSINESS_TIME_ZONE: businessTimeZone
    .default('Asia/Shanghai')
    .describe('a time zone eight hours ahead of UTC all year, such as Asia/Shanghai'),
  TEST_CLOCKS: flag.default(false).describe('on or off'),
  SHUTDOWN_LIMIT_MS: whole(1_000, 600_000).default(20_000).describe('milliseconds from 1000 to 600000'),
};

type Shared = z.output<z.ZodObject<typeof sharedFields>>;

export const sharedContradictions = (env: NodeJS.ProcessEnv): Contradiction[] => [
  ...refusedInProduction(env, ['TEST_CLOCKS']),
  ...temporalContradictions(env),
];

/** The part of the configuration that server and worker share. */
export function sharedConfig(env: Shared) {
  return {
    production: env.NODE_ENV === 'production',
    logLevel: env.LOG_LEVEL,
    /** As a connection pool takes it. */
    database: { connectionString: env.DATABASE_URL, max: env.DATABASE_POOL_MAX },
    temporal: temporalOf(env),
    /** Events after which a loan's run continues as new. */
    historyLimit: env.LOAN_HISTORY_LIMIT,
    /** As vaultKeysFrom takes them. */
    keys: { keks: env.LOANFLOW_KEKS, indexKey: env.LOANFLOW_INDEX_KEY },
    secret: env.LOANFLOW_SECRET,
    bankCallbackSecret: env.BANK_CALLBACK_SECRET,
    businessTimeZone: env.BUSINESS_TIME_ZONE,
    testClocks: env.TEST_CLOCKS,
    shutdownLimitMs: env.SHUTDOWN_LIMIT_MS,
  };
}
