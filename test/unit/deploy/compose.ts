import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const Dependency = z.strictObject({
  condition: z.enum(['service_healthy', 'service_completed_successfully']),
});
const Health = z.union([
  z.strictObject({ disable: z.literal(true) }),
  z.strictObject({
    test: z.array(z.string()).min(2),
    interval: z.string(),
    timeout: z.string(),
    start_period: z.string(),
    retries: z.int(),
  }),
]);

const Service = z.strictObject({
  image: z.string(),
  build: z.string().optional(),
  restart: z.string(),
  init: z.boolean().optional(),
  read_only: z.boolean().optional(),
  tmpfs: z.array(z.string()).optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  entrypoint: z.array(z.string()).optional(),
  command: z.array(z.string()).optional(),
  depends_on: z.record(z.string(), Dependency).optional(),
  environment: z.record(z.string(), z.string()).optional(),
  ports: z.array(z.string()).optional(),
  volumes: z.array(z.string()).optional(),
  configs: z.array(z.strictObject({ source: z.string(), target: z.string() })).optional(),
  secrets: z.array(z.string()).optional(),
  healthcheck: Health.optional(),
  stop_grace_period: z.string().optional(),
  deploy: z.strictObject({ replicas: z.string() }).optional(),
});
export type Service = z.infer<typeof Service>;

const Compose = z.looseObject({
  name: z.string(),
  services: z.record(z.string(), Service),
  configs: z.record(z.string(), z.strictObject({ content: z.string() })),
  secrets: z.record(z.string(), z.strictObject({ file: z.string() })),
  volumes: z.record(z.string(), z.null()),
});

/** docker-compose.yml, with merges resolved and nothing in it that this file does not know. */
export function composeFile(): z.infer<typeof Compose> {
  const text = readFileSync(resolve(__dirname, '../../../docker-compose.yml'), 'utf8');
  return Compose.parse(parse(text, { merge: true }));
}

/** Names and messages of the variables that a text asks the environment for. */
export function placeholders(text: string): { name: string; rule: string }[] {
  return [...text.matchAll(/\$\{([A-Z0-9_]+)(?::([-?][^}]*))?\}/g)].map(([, name = '', rule = '']) => ({
    name,
    rule,
  }));
}

/** Puts values in as compose does: a default where nothing is set, an error where something must be. */
export function interpolate(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(
    /\$\{([A-Z0-9_]+)(?::([-?])([^}]*))?\}/g,
    (_, name: string, kind: string, rest: string) => {
      const value = values[name];
      if (value) return value;
      if (kind === '-') return rest;
      throw new Error(`${name}: ${rest || 'is not set'}`);
    },
  );
}
