import type { FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Role } from '../../contracts/http/roles';
import type { Db } from '../../db/client';
import { staffBySubject, staffOf, staffWithRole } from '../../db/repositories/access';
import { DEV_ISSUER, type DevIssuer } from '../auth/dev-issuer';
import { ProblemError } from '../problem';
import { validatorCompiler } from '../validation';

const TokenRequest = z.strictObject({
  role: Role,
  /** Subject of an applicant, user name of staff, or code of a partner; the first seeded one of the role if left out. */
  user: z
    .string()
    .regex(/^[A-Za-z0-9._@-]{1,64}$/)
    .optional(),
});

/** The development issuer over HTTP: its keys, who there is, and tokens for the asking. Registered only where settings allow it. */
export const devRoutes: FastifyPluginAsync<{ db: Db; issuer: DevIssuer }> = async (app, { db, issuer }) => {
  app.setValidatorCompiler(validatorCompiler);
  const config = { open: true };

  app.get('/dev/jwks.json', { config }, async () => issuer.jwks);

  app.get('/dev/staff', { config }, async () => ({
    data: (await staffOf(db, DEV_ISSUER)).map(({ subject, displayName, roles }) => ({
      ...{ subject, displayName, roles },
    })),
  }));

  app
    .withTypeProvider<ZodTypeProvider>()
    .post('/dev/token', { config, schema: { body: TokenRequest } }, async ({ body: { role, user } }) => {
      const claims = await claimsOf(db, role, user);
      return { access_token: await issuer.issue(claims), token_type: 'Bearer', expires_in: 12 * 3600 };
    });
};

async function claimsOf(db: Db, role: z.infer<typeof Role>, user: string | undefined) {
  if (role === 'applicant') return { subject: user ?? 'applicant', roles: [role] };
  if (role === 'partner') return { subject: user ?? 'partner', roles: [role], partner: user ?? 'dealer' };
  const staff =
    user === undefined
      ? (await staffWithRole(db, DEV_ISSUER, role))[0]
      : await staffBySubject(db, DEV_ISSUER, user);
  if (staff === undefined || !staff.roles.includes(role)) throw new ProblemError('NOT_FOUND');
  return { subject: staff.subject, roles: [] };
}
