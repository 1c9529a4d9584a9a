import swagger from '@fastify/swagger';
import type { RouteOptions } from 'fastify';
import fp from 'fastify-plugin';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { CURRENT_VERSION } from '../../contracts/http/version';
import { tidyComponents } from '../openapi-components';

const OnceHeaders = z.looseObject({
  'idempotency-key': z
    .string()
    .min(1)
    .max(255)
    .meta({ description: 'Unique per request; a repeat with the same key and body acts once' }),
});
const SeenHeaders = z.looseObject({
  'if-match': z.string().optional().meta({ description: 'ETag of what you saw', example: '"v3"' }),
});

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route looks at If-Match. */
    versioned?: boolean;
  }
}

type Schema = NonNullable<RouteOptions['schema']>;

/** The answer under each media type that the route gives it in; what is not JSON is text, a file or a stream. */
function inItsMedia(schema: Schema | undefined, produces: readonly string[] | undefined): Schema | undefined {
  const response = z.record(z.string(), z.unknown()).safeParse(schema?.response).data;
  const answer = z.instanceof(z.ZodType).safeParse(response?.['200']).data;
  if (answer === undefined || produces === undefined) return schema;
  const content = produces.map((type) => {
    if (type === 'application/json') return [type, { schema: answer }];
    return [type, { schema: type === 'text/csv' ? z.string() : FILE }];
  });
  const description = answer.meta()?.description ?? 'Default Response';
  return { ...schema, response: { ...response, 200: { description, content: Object.fromEntries(content) } } };
}
const FILE = z.any().meta({ contentEncoding: 'binary' });

/** OpenAPI 3.1 out of the schemas of the routes, at /openapi.json. */
export const openapi = fp<{ publicUrl: string }>(
  async (app, { publicUrl }) => {
    await app.register(swagger, {
      openapi: {
        openapi: '3.1.1',
        info: {
          title: 'Loanflow',
          version: CURRENT_VERSION,
          description:
            'Applications, decisions, contracts, loans and their money. Amounts are decimal integers of minor units as strings; instants are UTC, dates are of the business calendar. Refusals are RFC 9457 problems with a stable `code`. Each answer names the dated version it was given under in `Loanflow-Version`; send the header to pin it.',
          license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
        },
        servers: [{ url: publicUrl === '' ? '/' : publicUrl }],
        security: [{ bearer: [] }],
        components: {
          securitySchemes: {
            bearer: {
              type: 'http',
              scheme: 'bearer',
              description: 'An access token of a trusted OpenID Connect issuer, or an API key of a partner',
            },
          },
        },
      },
      hideUntagged: true,
      transform: (document) => {
        const { config } = document.route;
        const headers = config?.once ? OnceHeaders : config?.versioned ? SeenHeaders : undefined;
        const both = config?.once && config.versioned ? OnceHeaders.extend(SeenHeaders.shape) : headers;
        const security = config?.open ? [] : undefined;
        const schema = {
          ...inItsMedia(document.schema, config?.produces),
          ...(both && { headers: both }),
          ...(security && { security }),
        };
        return jsonSchemaTransform({ ...document, schema });
      },
      transformObject: (document) => tidyComponents(jsonSchemaTransformObject(document)),
    });
    app.get('/openapi.json', { config: { open: true } }, async () => app.swagger());
  },
  { name: 'openapi' },
);
