import { join } from 'node:path';
import { type DatabaseUrls, prepareEmbedded, startPostgres } from './database';
import { CACHE } from './folders';
import type { PartName } from './part';
import type { Parts } from './parts';
import type { Ports } from './ports';
import { cachedPrograms } from './programs';
import type { Progress } from './progress';
import type { StackSecrets } from './secrets';
import { startService } from './service';
import { acquireTemporal } from './temporal/acquire';
import type { TemporalPlace } from './temporal/external';
import { startTemporal } from './temporal/server';

/** What the steps of one start share. */
export interface Site {
  dataDir: string;
  logFile(part: PartName): string;
  ports: Ports;
  secrets: StackSecrets;
  parts: Parts;
  progress: Progress;
}

/** A migrated database: the user's own, else the embedded one. */
export async function bringDatabase(site: Site, external: DatabaseUrls | undefined): Promise<DatabaseUrls> {
  if (external) return external;
  const { dataDir, ports, secrets, progress, parts } = site;
  const cluster = await parts.launch('postgres', () => startPostgres(dataDir, ports.postgres, secrets));
  return prepareEmbedded(cluster, secrets, progress);
}

/** Temporal with its UI: the user's own, else the embedded one. */
export async function bringTemporal(site: Site, external: TemporalPlace | undefined): Promise<TemporalPlace> {
  if (external) return external;
  const { dataDir, ports, parts, progress, logFile } = site;
  const program = await acquireTemporal(progress);
  return parts.launch('temporal', () =>
    startTemporal({
      program,
      dbFile: join(dataDir, 'temporal', 'temporal.db'),
      logFile: logFile('temporal'),
      namespace: process.env.TEMPORAL_NAMESPACE || 'default',
      port: ports.temporal,
      uiPort: ports.temporalUi,
    }),
  );
}

const ENTRIES = { sandbox: 'sandbox/main.ts', worker: 'worker.ts', api: 'server.ts' } as const;
export type OwnProgram = keyof typeof ENTRIES;

/** Our own programs, each as one file. */
export const bringPrograms = () => cachedPrograms(ENTRIES, join(CACHE, 'programs'));

/** Starts one of our own programs and waits until it is ready. */
export async function bringService(
  site: Site,
  part: OwnProgram,
  program: string,
  env: Readonly<Record<string, string>>,
  isReady: (written: string) => boolean | Promise<boolean>,
): Promise<void> {
  const limits = { readyLimitMs: 60_000, stopLimitMs: 30_000 };
  await site.parts.launch(part, () =>
    startService({ shown: part, program, env, logFile: site.logFile(part), isReady, ...limits }),
  );
}
