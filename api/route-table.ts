import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';

declare module 'fastify' {
  interface FastifyInstance {
    /** Paths as registered, each with its methods. */
    routeTable: Map<string, Set<string>>;
  }
}

/** Remembers every route, so that a known path with a wrong method is told apart from an unknown path. */
export const routeTable = fp(
  async (app) => {
    const table = new Map<string, Set<string>>();
    app.decorate('routeTable', table);
    app.addHook('onRoute', ({ url, method }) => {
      const methods = table.get(url) ?? new Set<string>();
      for (const one of [method].flat()) methods.add(one);
      table.set(url, methods);
    });
  },
  { name: 'route-table' },
);

/** Methods that some route offers at this path, in alphabetical order. */
export function allowedMethods(app: FastifyInstance, path: string): string[] {
  const methods = new Set<string>();
  for (const [pattern, offered] of app.routeTable) {
    if (fits(pattern, path)) for (const method of offered) methods.add(method);
  }
  return [...methods].sort();
}

function fits(pattern: string, path: string): boolean {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return false;
  return wanted.every((step, i) => (step.startsWith(':') ? given[i] !== '' : step === given[i]));
}
