import cookie from '@fastify/cookie';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { createDevIssuer } from './auth/dev-issuer';
import { createIdentifier } from './auth/identify';
import { remoteIssuer } from './auth/tokens';
import type { ApiDeps } from './deps';
import { accessLog } from './plugins/access-log';
import { authentication } from './plugins/authentication';
import { compression } from './plugins/compression';
import { consolePages } from './plugins/console';
import { context, requestIdOf } from './plugins/context';
import { limits } from './plugins/limits';
import { media } from './plugins/media';
import { metrics } from './plugins/metrics';
import { openapi } from './plugins/openapi';
import { asProblem, problems } from './plugins/problems';
import { security } from './plugins/security';
import { version } from './plugins/version';
import { refuseUnread, refuseUnrouted } from './refuse-raw';
import { routeTable } from './route-table';
import { devRoutes } from './routes/dev';
import { devLogin } from './routes/dev-login';
import { health } from './routes/health';
import { problemPages } from './routes/problems';
import { reference } from './routes/reference';
import { v1 } from './routes/v1';

/** The whole API on one Fastify instance, ready to listen or to be injected into. Plugins stand in the order they act. */
export async function buildApp(deps: ApiDeps): Promise<FastifyInstance> {
  const { settings, db, log } = deps;
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: settings.trustProxy,
    bodyLimit: settings.bodyLimitBytes,
    routerOptions: { maxParamLength: 200 },
    genReqId: (request) => requestIdOf(request.headers),
    requestIdHeader: false,
    return503OnClosing: true,
    frameworkErrors: (error, request, reply) =>
      refuseUnrouted(asProblem(error), request.id, reply.raw, settings.publicUrl),
    clientErrorHandler: (error, socket) => refuseUnread(error, socket, settings.publicUrl),
  });
  const devIssuer = settings.devIssuer ? await createDevIssuer(settings.secret) : undefined;
  const issuers = [
    ...settings.issuers.map(remoteIssuer),
    ...(devIssuer === undefined ? [] : [devIssuer.trusted]),
  ];

  await app.register(context);
  await app.register(routeTable);
  await app.register(accessLog);
  await app.register(security, { loginAt: settings.consoleLogin?.authority });
  await app.register(cookie);
  await app.register(authentication, { identify: createIdentifier(db, issuers) });
  await app.register(limits, { ...settings.rateLimit, maxEventLoopDelayMs: settings.maxEventLoopDelayMs });
  await app.register(consolePages, { folder: settings.consoleFolder });
  await app.register(problems, { baseUrl: settings.publicUrl });
  await app.register(version);
  await app.register(media);
  await app.register(compression);
  await app.register(metrics, { token: settings.metricsToken });
  await app.register(openapi, { publicUrl: settings.publicUrl });
  await app.register(health, deps);
  await app.register(problemPages);
  if (settings.reference) await app.register(reference);
  if (devIssuer !== undefined) {
    await app.register(devRoutes, { db, issuer: devIssuer });
    await app.register(devLogin, { db, issuer: devIssuer, publicUrl: settings.publicUrl });
  }
  await app.register(v1, { prefix: '/v1', deps });
  return app;
}
