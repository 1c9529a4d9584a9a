import { z } from 'zod';
import { flag, httpUrl, whole } from './fields';
import { type Contradiction, readVariables } from './problems';
import { sharedConfig, sharedContradictions, sharedFields } from './shared';
import { refusedInProduction, together } from './together';

const ON_OFF = 'on or off';
const ADDRESS = 'an http or https address';

const ServerVariables = z.object({
  ...sharedFields,
  HOST: z.string().min(1).default('127.0.0.1').describe('an address to listen on'),
  PORT: whole(0, 65_535).default(8080).describe('a port from 0 to 65535'),
  PUBLIC_URL: httpUrl.default('').describe(ADDRESS),
  TRUST_PROXY: flag.default(false).describe(ON_OFF),
  OIDC_ISSUER: z.string().min(1).optional().describe('the issuer of tokens for staff and partners'),
  OIDC_AUDIENCE: z.string().min(1).optional().describe('the audience of those tokens'),
  OIDC_JWKS_URL: httpUrl.optional().describe(ADDRESS),
  OIDC_ROLES_CLAIM: z.string().min(1).default('roles').describe('the name of a claim'),
  OIDC_PARTNER_CLAIM: z.string().min(1).default('partner').describe('the name of a claim'),
  OIDC_APPLICANTS_ISSUER: z.string().min(1).optional().describe('the issuer of tokens for applicants'),
  OIDC_APPLICANTS_AUDIENCE: z.string().min(1).optional().describe('the audience of those tokens'),
  OIDC_APPLICANTS_JWKS_URL: httpUrl.optional().describe(ADDRESS),
  OIDC_AUTHORITY: httpUrl.optional().describe('the address whose /.well-known/openid-configuration is read'),
  OIDC_CLIENT_ID: z
    .string()
    .min(1)
    .optional()
    .describe("the console's public client at the identity provider"),
  OIDC_SCOPE: z.string().min(1).default('openid').describe('scopes split by spaces'),
  LENDER_NAME: z.string().min(2).max(60).default('示例消费金融有限公司').describe('the name on messages'),
  LENDER_HOTLINE: z.string().min(3).max(30).default('400-000-0000').describe('a telephone number'),
  DEV_ISSUER: flag.default(false).describe(ON_OFF),
  WEBHOOKS_TO_PRIVATE_ADDRESSES: flag.default(false).describe(ON_OFF),
  REFERENCE_PAGE: flag.default(true).describe(ON_OFF),
  TEMPORAL_UI_URL: httpUrl.default('').describe(ADDRESS),
  SANDBOX_URL: httpUrl
    .default('')
    .describe(`${ADDRESS} of the sandbox, whose magic values the console offers`),
  CONSOLE_FOLDER: z.string().default('').describe('the folder of the built console'),
  METRICS_TOKEN: z.string().default('').describe('a bearer token'),
  RATE_LIMIT_PER_MINUTE: whole(1, 1_000_000).default(600).describe('a number of requests from 1 to 1000000'),
});
type ServerVariables = z.output<typeof ServerVariables>;

function contradictions(env: NodeJS.ProcessEnv): Contradiction[] {
  const noIssuer = env.NODE_ENV === 'production' && env.OIDC_ISSUER === undefined;
  return [
    ...sharedContradictions(env),
    ...refusedInProduction(env, ['DEV_ISSUER', 'WEBHOOKS_TO_PRIVATE_ADDRESSES']),
    ...together(env, ['OIDC_ISSUER', 'OIDC_AUDIENCE', 'OIDC_JWKS_URL']),
    ...together(env, ['OIDC_APPLICANTS_ISSUER', 'OIDC_APPLICANTS_AUDIENCE', 'OIDC_APPLICANTS_JWKS_URL']),
    ...together(env, ['OIDC_CLIENT_ID', 'OIDC_AUTHORITY']),
    ...(noIssuer ? [{ variable: 'OIDC_ISSUER', expected: 'an OpenID Connect issuer in production' }] : []),
  ];
}

function issuersOf(env: ServerVariables) {
  const claims = { rolesClaim: env.OIDC_ROLES_CLAIM, partnerClaim: env.OIDC_PARTNER_CLAIM };
  const candidates = [
    {
      issuer: env.OIDC_ISSUER,
      audience: env.OIDC_AUDIENCE,
      jwksUrl: env.OIDC_JWKS_URL,
      admits: 'all' as const,
    },
    {
      issuer: env.OIDC_APPLICANTS_ISSUER,
      audience: env.OIDC_APPLICANTS_AUDIENCE,
      jwksUrl: env.OIDC_APPLICANTS_JWKS_URL,
      admits: 'applicants' as const,
    },
  ];
  return candidates.flatMap(({ issuer, audience, jwksUrl, admits }) =>
    issuer && audience && jwksUrl ? [{ issuer, audience, jwksUrl, admits, ...claims }] : [],
  );
}

/** Configuration of the API server from its environment; throws ConfigError with every problem at once. */
export function serverConfig(env: NodeJS.ProcessEnv) {
  const read = readVariables(ServerVariables, env, contradictions);
  return {
    ...sharedConfig(read),
    host: read.HOST,
    port: read.PORT,
    publicUrl: read.PUBLIC_URL,
    trustProxy: read.TRUST_PROXY,
    issuers: issuersOf(read),
    /** How the console signs staff in by redirect. */
    consoleLogin:
      read.OIDC_AUTHORITY && read.OIDC_CLIENT_ID
        ? { authority: read.OIDC_AUTHORITY, clientId: read.OIDC_CLIENT_ID, scope: read.OIDC_SCOPE }
        : null,
    lender: { name: read.LENDER_NAME, hotline: read.LENDER_HOTLINE },
    devIssuer: read.DEV_ISSUER,
    webhooksToPrivateAddresses: read.WEBHOOKS_TO_PRIVATE_ADDRESSES,
    reference: read.REFERENCE_PAGE,
    temporalUiUrl: read.TEMPORAL_UI_URL,
    sandboxUrl: read.SANDBOX_URL,
    consoleFolder: read.CONSOLE_FOLDER,
    metricsToken: read.METRICS_TOKEN,
    rateLimit: { max: read.RATE_LIMIT_PER_MINUTE, windowMs: 60_000 },
  };
}
/** Names of the variables that the server reads. */
export const SERVER_VARIABLES: readonly string[] = Object.keys(ServerVariables.shape);
