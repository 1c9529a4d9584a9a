import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const StackSecrets = z.strictObject({
  postgresAdmin: z.string(),
  postgresOwner: z.string(),
  postgresApp: z.string(),
  keks: z.string(),
  indexKey: z.string(),
  secret: z.string(),
  bankCallbackSecret: z.string(),
});

/** Passwords and keys of one embedded stack, made at its first start: data sealed with them needs them again. */
export type StackSecrets = z.infer<typeof StackSecrets>;

const word = () => randomBytes(18).toString('base64url');
const key = () => randomBytes(32).toString('base64');

/** The secrets kept in a data folder, readable by its owner only. */
export function stackSecrets(dataDir: string): StackSecrets {
  const file = join(dataDir, 'secrets.json');
  if (existsSync(file)) return StackSecrets.parse(JSON.parse(readFileSync(file, 'utf8')));
  const secrets: StackSecrets = {
    postgresAdmin: word(),
    postgresOwner: word(),
    postgresApp: word(),
    keks: `dev-1=${key()}`,
    indexKey: key(),
    secret: key(),
    bankCallbackSecret: `whsec_${key()}`,
  };
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
}
