import { resolve } from 'node:path';
import { z } from 'zod';

const Issuer = z.strictObject({
  issuer: z.string().min(1),
  audience: z.string().min(1),
  jwksUrl: z.url(),
  /** Claim with role names; a token with the role `applicant` or `partner` is that, every other one a member of staff. */
  rolesClaim: z.string().default('roles'),
  /** Claim with the partner's code, for tokens of partners. */
  partnerClaim: z.string().default('partner'),
  /** `applicants`: every token of this issuer is an applicant's, whatever it claims. */
  admits: z.enum(['all', 'applicants']).default('all'),
});
export type IssuerSettings = z.infer<typeof Issuer>;

/** What the API can be told; `server.ts` reads it from the environment. */
export const ApiSettings = z.strictObject({
  production: z.boolean().default(false),
  /** Address that callers reach this API at, without a final slash; empty makes addresses relative. */
  publicUrl: z.string().default(''),
  /** Root of derived keys (cursors, development tokens, audit signature); the same on every server. */
  secret: z.string().min(32),
  trustProxy: z.boolean().default(false),
  bodyLimitBytes: z
    .int()
    .positive()
    .default(256 * 1024),
  documentLimitBytes: z
    .int()
    .positive()
    .default(10 * 1024 * 1024),
  rateLimit: z
    .strictObject({ max: z.int().positive(), windowMs: z.int().positive() })
    .default({ max: 600, windowMs: 60_000 }),
  /** Event-loop delay above which requests are turned away; 0 turns the guard off. */
  maxEventLoopDelayMs: z.int().min(0).default(1_000),
  /** How long a command waits for its result before it is answered with 202. */
  commandWaitMs: z.int().positive().default(5_000),
  issuers: z.array(Issuer).default([]),
  /** How the console signs staff in by redirect (OpenID Connect, code flow with PKCE); null = not offered. */
  consoleLogin: z
    .strictObject({ authority: z.url(), clientId: z.string().min(1), scope: z.string().min(1) })
    .nullable()
    .default(null),
  /** The built-in issuer of development tokens; refused in production. */
  devIssuer: z.boolean().default(false),
  /** Test clocks and other means of tests; refused in production. */
  testMode: z.boolean().default(false),
  /** Where the sandbox is that plays the outside parties, for magic values in test mode; empty = there is none. */
  sandboxUrl: z.string().default(''),
  /** Lets webhooks go to private addresses, for development. */
  webhooksToPrivateAddresses: z.boolean().default(false),
  /** Secret that the bank signs its callbacks with, in the form of Standard Webhooks. */
  bankCallbackSecret: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/]{22,}={0,2}$/, 'whsec_ and at least 16 bytes in base64'),
  /** Serve the reference page; costs some memory. */
  reference: z.boolean().default(true),
  /** Where the Temporal UI is, for links from loans; empty = nowhere. */
  temporalUiUrl: z.string().default(''),
  /** Folder of the built console. */
  consoleFolder: z.string().default(resolve('web/dist')),
  /** As messages name the lender. */
  lender: z
    .strictObject({ name: z.string().min(1), hotline: z.string().min(1) })
    .default({ name: '示例消费金融有限公司', hotline: '400-000-0000' }),
  /** Bearer token that /metrics asks for; empty leaves it open to the internal network. */
  metricsToken: z.string().default(''),
});
export type ApiSettings = z.infer<typeof ApiSettings>;

/** Settings that are safe together, or an error that names what contradicts production. */
export function apiSettings(input: z.input<typeof ApiSettings>): ApiSettings {
  const settings = ApiSettings.parse(input);
  if (!settings.production) return settings;
  if (settings.devIssuer) throw new Error('devIssuer: development tokens are refused in production');
  if (settings.testMode) throw new Error('testMode: test clocks are refused in production');
  if (settings.webhooksToPrivateAddresses)
    throw new Error('webhooksToPrivateAddresses: refused in production');
  if (settings.issuers.length === 0)
    throw new Error('issuers: production needs at least one OpenID Connect issuer');
  return settings;
}
