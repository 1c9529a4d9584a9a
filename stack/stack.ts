import { join, resolve } from 'node:path';
import {
  bringDatabase,
  bringPrograms,
  bringService,
  bringTemporal,
  type OwnProgram,
  type Site,
} from './bring-up';
import { takeDataFolder } from './data-folder';
import { type DatabaseUrls, externalDatabase, seed } from './database';
import { apiUrl, programEnvironment, sandboxEnvironment, sandboxUrl } from './environment';
import type { PartName } from './part';
import { Parts } from './parts';
import { freePorts, type PortName, portsFrom } from './ports';
import type { Progress } from './progress';
import { stackSecrets } from './secrets';
import { answers } from './service';
import { allSteps } from './settled';
import { externalTemporal, type TemporalPlace } from './temporal/external';
import { cachedWorkflowBundle } from './workflow-bundle';

export interface StackOptions {
  /** Where data, keys and logs are kept. */
  dataDir: string;
  /** `usual` = the documented ports, as the environment moves them; `free` = any, for a stack beside others. */
  ports: 'usual' | 'free';
  progress: Progress;
  /** Variables that worker and API get on top of the stack's own. */
  environment?: Readonly<Record<string, string>>;
  /** Aborted = stop, also while the stack is still starting. */
  abort?: AbortSignal;
  /** Told when a part ends that nobody stopped or killed through this stack. */
  onUnexpectedExit?: (part: PartName, how: string) => void;
}

/** A running stack and the means to disturb it. */
export interface Stack {
  urls: { api: string; reference: string; temporalUi: string; sandbox: string };
  database: DatabaseUrls;
  temporal: TemporalPlace;
  dataDir: string;
  logFile(part: PartName): string;
  /** Processes that this stack started; parts of the user's own (DATABASE_URL, TEMPORAL_ADDRESS) are not among them. */
  pids(): Partial<Record<PartName, number>>;
  /** Ends a part at once (SIGKILL unless said otherwise) and returns when it is gone. */
  kill(part: PartName, signal?: NodeJS.Signals): Promise<void>;
  /** Starts a part that is gone, or stops and starts one that runs; returns when it is ready. */
  restart(part: PartName): Promise<void>;
  /** Stops everything, last started first. */
  stop(): Promise<void>;
}

interface Own {
  database: DatabaseUrls | undefined;
  temporal: TemporalPlace | undefined;
}

function portsFor(choice: StackOptions['ports'], own: Own) {
  if (choice === 'free') return freePorts();
  const needed: PortName[] = ['api', 'sandbox'];
  if (!own.database) needed.push('postgres');
  if (!own.temporal) needed.push('temporal', 'temporalUi');
  return portsFrom(process.env, needed);
}

async function bringUp(site: Site, own: Own, extra: Readonly<Record<string, string>>) {
  const [database, temporal, programs, workflowBundle] = await allSteps([
    bringDatabase(site, own.database),
    bringTemporal(site, own.temporal),
    bringPrograms(),
    cachedWorkflowBundle(),
  ]);
  await seed(database);
  const { ports } = site;
  const environment = { ...programEnvironment({ ...site, database, temporal, workflowBundle }), ...extra };
  const service = (
    part: OwnProgram,
    env: Readonly<Record<string, string>>,
    isReady: (written: string) => boolean | Promise<boolean>,
  ) => bringService(site, part, programs[part], env, isReady);
  await allSteps([
    service('sandbox', sandboxEnvironment(site), () => answers(`${sandboxUrl(ports)}/livez`)),
    service('worker', environment, (written) => written.includes('"msg":"ready"')),
    service('api', environment, () => answers(`${apiUrl(ports)}/readyz`)),
  ]);
  return { database, temporal };
}

/** Brings up Postgres, Temporal with its UI, the sandbox, a worker and the API, and returns when all are ready. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { progress } = options;
  const dataDir = resolve(options.dataDir);
  const logFile = (part: PartName) => join(dataDir, 'logs', `${part}.log`);
  const own = {
    database: await externalDatabase(process.env, progress),
    temporal: await externalTemporal(process.env),
  };
  await takeDataFolder(dataDir, progress);
  const parts = new Parts(dataDir, progress, options.onUnexpectedExit ?? (() => undefined));
  options.abort?.addEventListener('abort', () => void parts.stop());
  try {
    const ports = await portsFor(options.ports, own);
    const site: Site = { dataDir, logFile, ports, secrets: stackSecrets(dataDir), parts, progress };
    const { database, temporal } = await bringUp(site, own, options.environment ?? {});
    const api = apiUrl(ports);
    return {
      urls: { api, reference: `${api}/reference`, temporalUi: temporal.uiUrl, sandbox: sandboxUrl(ports) },
      database,
      temporal,
      dataDir,
      logFile,
      pids: () => parts.pids(),
      kill: (part, signal = 'SIGKILL') => parts.kill(part, signal),
      restart: (part) => parts.restart(part),
      stop: () => parts.stop(),
    };
  } catch (error) {
    await parts.stop();
    throw error;
  }
}
