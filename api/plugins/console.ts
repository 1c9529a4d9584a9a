import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';

const NOT_BUILT = 'The console is not built: run `npm run build:web`, then load this page again.\n';
/** Paths of the API and its tools; an unknown one of these stays a 404 with a problem document. */
const NOT_A_PAGE = /^\/(v1|dev|problems|reference|openapi|metrics|livez|readyz|assets)(\/|\.|$)/;
/** A first visit fetches some fifty files: those headers that say something about documents only would weigh a fifth of it. */
const FILE_HEADERS = {
  contentSecurityPolicy: false,
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  referrerPolicy: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xFrameOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
};
/** What takes papers apart runs beside the page, on files that strangers sent: it may compute, and reach nothing. */
const PAPER_WORKER = /^assets\/pdfjs-[\d.]+\/worker\.mjs$/;
const MAY_COMPUTE = "default-src 'none'; script-src 'wasm-unsafe-eval'";
const HEADERS = { 'cache-control': 'no-cache', vary: 'accept' };

/** Serves the built console under `/`. Addresses of pages, which only the browser knows, get its one HTML file. */
export const consolePages = fp<{ folder: string }>(
  async (app, { folder }) => {
    const page = join(folder, 'index.html');
    const config = { open: true, produces: ['text/html', 'text/plain'] };
    await app.register(fastifyStatic, {
      root: folder,
      serve: false,
      cacheControl: false,
      preCompressed: true,
    });

    const sendPage = (reply: FastifyReply) =>
      existsSync(page)
        ? reply.headers(HEADERS).type('text/html; charset=utf-8').sendFile('index.html', folder)
        : reply.headers(HEADERS).type('text/plain; charset=utf-8').send(NOT_BUILT);

    app.get('/', { config }, (_request, reply) => sendPage(reply));
    app.get<{ Params: { '*': string } }>(
      '/assets/*',
      {
        helmet: FILE_HEADERS,
        config: {
          open: true,
          produces: ['text/javascript', 'text/css', 'font/woff2', 'image/svg+xml', '*/*'],
        },
      },
      (request, reply) => {
        const file = `assets/${request.params['*']}`;
        if (!existsSync(join(folder, file))) return reply.callNotFound();
        if (PAPER_WORKER.test(file)) reply.header('content-security-policy', MAY_COMPUTE);
        // Names carry a hash of their content, so a browser may keep them for good.
        return reply.header('cache-control', 'public, max-age=31536000, immutable').sendFile(file, folder);
      },
    );
    app.decorate('consolePage', (request: FastifyRequest, reply: FastifyReply) =>
      isPage(request) ? sendPage(reply) : undefined,
    );
  },
  { name: 'console' },
);

declare module 'fastify' {
  interface FastifyInstance {
    /** The console's page for a request that asks for one by an address that no route has; undefined for all others. */
    consolePage(request: FastifyRequest, reply: FastifyReply): FastifyReply | undefined;
  }
}

function isPage({ method, url, headers }: FastifyRequest): boolean {
  const path = url.split('?')[0] ?? '';
  return method === 'GET' && !NOT_A_PAGE.test(path) && (headers.accept ?? '').includes('text/html');
}
