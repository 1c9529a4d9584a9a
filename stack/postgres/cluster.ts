import { type ChildProcess, execFile, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { exitOf, stopChild } from '../child';
import { freePort } from '../free-port';
import { postgresBinaries } from './binaries';
import { postgresAccount } from './os-account';

const run = promisify(execFile);
const START_LIMIT_MS = 30_000;
/** SIGINT is Postgres' fast shutdown, SIGQUIT leaves recovery to the next start. */
const STOP_LADDER = [
  ['SIGINT', 20_000],
  ['SIGQUIT', 5_000],
] as const;

/** How much an unclean stop may cost: `durable` survives a power cut, `scratch` is for test runs thrown away afterwards. */
export type Durability = 'durable' | 'scratch';

export interface ClusterOptions {
  dataDir: string;
  logFile: string;
  adminPassword: string;
  durability: Durability;
  port?: number;
  /** Further settings as `name=value`, over those of the durability. */
  settings?: readonly string[];
}

/** A Postgres server of our own, as a child process on 127.0.0.1, outside our process group so that Ctrl-C leaves its end to us. */
export interface PostgresCluster {
  port: number;
  pid: number;
  /** Superuser `postgres`: for making databases and roles only, never for the application. */
  adminUrl(database?: string): string;
  /** Resolves when the process is gone, with how it ended. */
  exited: Promise<string>;
  kill(signal: NodeJS.Signals): void;
  /** Fast shutdown: open transactions are rolled back, then a clean checkpoint. */
  stop(): Promise<void>;
}

/** Errors of statements are told to the client alone: in the server's log they would quote values of customers. */
const QUIET_LOG = 'log_min_messages=log';

const SETTINGS: Record<Durability, readonly string[]> = {
  durable: ['max_connections=200', QUIET_LOG],
  scratch: [
    'max_connections=200',
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'autovacuum=off',
  ],
};

async function initialise(options: ClusterOptions, bin: string): Promise<void> {
  const account = postgresAccount();
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  const passwordFile = join(tmpdir(), `loanflow-initdb-${process.pid}-${Date.now()}`);
  writeFileSync(passwordFile, `${options.adminPassword}\n`, { mode: 0o600 });
  if (account.uid !== undefined) {
    chownSync(options.dataDir, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  const flags = [
    '--auth=scram-sha-256',
    '--username=postgres',
    '--encoding=UTF8',
    '--locale=C',
    '--no-instructions',
  ];
  if (options.durability === 'scratch') flags.push('--no-sync');
  try {
    await run(join(bin, 'initdb'), [`--pgdata=${options.dataDir}`, `--pwfile=${passwordFile}`, ...flags], {
      ...account,
      cwd: '/',
    });
  } catch (cause) {
    rmSync(options.dataDir, { recursive: true, force: true });
    throw new Error(`Postgres could not make its data folder ${options.dataDir}`, { cause });
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

async function untilReady(url: string, child: ChildProcess, logFile: string): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`Postgres stopped while starting (exit code ${child.exitCode}): its log is ${logFile}`);
    }
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return;
    } catch {
      await new Promise((wake) => setTimeout(wake, 50));
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  throw new Error(`Postgres was not ready within ${START_LIMIT_MS / 1000} s: its log is ${logFile}`);
}

/** Starts the server on `dataDir`, making the data folder first when it is new. */
export async function startCluster(options: ClusterOptions): Promise<PostgresCluster> {
  const account = postgresAccount();
  const bin = join(postgresBinaries(account), 'bin');
  for (const program of ['postgres', 'initdb']) {
    try {
      chmodSync(join(bin, program), 0o755);
    } catch {
      // Installed by somebody else; their permissions stand, and the start below tells if they do not allow it.
    }
  }
  if (!existsSync(join(options.dataDir, 'PG_VERSION'))) await initialise(options, bin);
  const port = options.port ?? (await freePort());
  mkdirSync(dirname(options.logFile), { recursive: true });
  const log = openSync(options.logFile, 'a');
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    ...SETTINGS[options.durability],
    ...(options.settings ?? []),
  ];
  const child = spawn(
    join(bin, 'postgres'),
    ['-D', options.dataDir, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...account, cwd: '/', detached: true, stdio: ['ignore', log, log] },
  );
  closeSync(log);
  const exited = exitOf(child);
  const adminUrl = (database = 'postgres') =>
    `postgres://postgres:${encodeURIComponent(options.adminPassword)}@127.0.0.1:${port}/${database}`;
  try {
    await untilReady(adminUrl(), child, options.logFile);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  if (child.pid === undefined) throw new Error('Postgres has no process id');
  return {
    port,
    pid: child.pid,
    adminUrl,
    exited,
    kill: (signal) => void child.kill(signal),
    stop: () => stopChild(child, STOP_LADDER),
  };
}
