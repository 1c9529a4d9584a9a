import type { FastifyRequest, preHandlerAsyncHookHandler } from 'fastify';
import fp from 'fastify-plugin';
import type { Action, SubjectName } from '../../contracts/http/roles';
import type { Actor } from '../auth/actor';
import { ProblemError } from '../problem';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; set when a credential was given and is good. */
    actor: Actor | undefined;
    /** Why the given credential was refused. */
    credentialProblem: ProblemError | undefined;
  }
  interface FastifyInstance {
    /** A pre-handler that lets only those pass whose roles permit the action on that kind of thing. */
    can(action: Action, subject: SubjectName): preHandlerAsyncHookHandler;
  }
  interface FastifyContextConfig {
    /** Open to callers without a credential. */
    open?: boolean;
  }
}

const BEARER = /^Bearer ([\x21-\x7e]{1,4096})$/i;

/** Who asks. A refused credential is noted first and told after the rate limit has counted the request. */
export const authentication = fp<{ identify: (credential: string) => Promise<Actor> }>(
  async (app, { identify }) => {
    app.decorateRequest('actor', undefined);
    app.decorateRequest('credentialProblem', undefined);
    app.decorate('can', (action: Action, subject: SubjectName): preHandlerAsyncHookHandler => {
      return async (request) => {
        if (!actorOf(request).ability.can(action, subject)) throw new ProblemError('FORBIDDEN');
      };
    });
    app.addHook('onRequest', async (request) => {
      const header = request.headers.authorization;
      if (header === undefined) return;
      try {
        const credential = BEARER.exec(header)?.[1];
        if (credential === undefined) throw new ProblemError('TOKEN_INVALID');
        request.actor = await identify(credential);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        request.credentialProblem = error;
      }
    });
  },
  { name: 'authentication', dependencies: ['context'] },
);

/** Refuses callers without a good credential on every route of the scope that is not marked open. */
export const requireActor = fp(
  async (app) => {
    app.addHook('onRequest', async (request) => {
      if (request.credentialProblem !== undefined) throw challenged(request.credentialProblem);
      if (request.actor === undefined && request.routeOptions.config.open !== true)
        throw challenged(new ProblemError('UNAUTHENTICATED'));
    });
  },
  { name: 'require-actor', dependencies: ['authentication'] },
);

/** The actor of a request on a route that is not open. */
export function actorOf(request: FastifyRequest): Actor {
  if (request.actor === undefined) throw new ProblemError('UNAUTHENTICATED');
  return request.actor;
}

function challenged({ code, statusCode, cause }: ProblemError): ProblemError {
  const headers: Record<string, string> =
    statusCode === 401 ? { 'www-authenticate': 'Bearer realm="loanflow"' } : {};
  return new ProblemError(code, { headers, cause });
}
