import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { exitOf, hasEnded, stopChild } from '../child';
import { freePort } from '../free-port';
import { registerSearchAttributes } from './search-attributes';

const START_LIMIT_MS = 30_000;
/** Closed loans stay readable in the UI for as long as their contracts may be asked about. */
const RETENTION = '3650 days';
/** With a write-ahead log the file store is as quick as memory and keeps through SIGKILL what it acknowledged. */
const PRAGMAS = ['journal_mode=wal', 'synchronous=normal'];

export interface TemporalOptions {
  program: string;
  dbFile: string;
  logFile: string;
  namespace: string;
  port?: number;
  uiPort?: number;
}

/** A Temporal server with its UI as a child process on 127.0.0.1, outside our process group. */
export interface TemporalServer {
  address: string;
  namespace: string;
  uiUrl: string;
  port: number;
  uiPort: number;
  pid: number;
  exited: Promise<string>;
  kill(signal: NodeJS.Signals): void;
  stop(): Promise<void>;
}

function argumentsOf(options: TemporalOptions, port: number, uiPort: number): string[] {
  const flags: Record<string, string> = {
    '--ip': '127.0.0.1',
    '--port': String(port),
    '--ui-port': String(uiPort),
    '--db-filename': options.dbFile,
    '--namespace': options.namespace,
    '--log-level': 'warn',
    '--log-format': 'json',
  };
  return [
    'server',
    'start-dev',
    '--ui-disable-news-fetch',
    ...(process.env.TMETRICS ? ['--metrics-port', process.env.TMETRICS] : []),
    ...Object.entries(flags).flat(),
    ...PRAGMAS.flatMap((pragma) => ['--sqlite-pragma', pragma]),
  ];
}

/** Gives a namespace the retention and search attributes that loans need; may be repeated. */
export async function prepareNamespace(address: string, namespace: string): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: '2 s' });
  try {
    await connection.workflowService.updateNamespace({
      namespace,
      config: { workflowExecutionRetentionTtl: msToTs(RETENTION) },
    });
    await registerSearchAttributes(connection, namespace);
  } finally {
    await connection.close();
  }
}

/** Starts the server on its file store, with retention and search attributes in place when this returns. */
export async function startTemporal(options: TemporalOptions): Promise<TemporalServer> {
  const port = options.port ?? (await freePort());
  const uiPort = options.uiPort ?? (await freePort());
  for (const file of [options.dbFile, options.logFile]) mkdirSync(dirname(file), { recursive: true });
  const log = openSync(options.logFile, 'a');
  const child = spawn(options.program, argumentsOf(options, port, uiPort), {
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const exited = exitOf(child);
  const address = `127.0.0.1:${port}`;
  const deadline = Date.now() + START_LIMIT_MS;
  for (;;) {
    try {
      await prepareNamespace(address, options.namespace);
      break;
    } catch (cause) {
      if (hasEnded(child)) {
        throw new Error(
          `Temporal stopped while starting (exit code ${child.exitCode}): its log is ${options.logFile}`,
        );
      }
      if (Date.now() > deadline) {
        child.kill('SIGKILL');
        throw new Error(
          `Temporal was not ready within ${START_LIMIT_MS / 1000} s: its log is ${options.logFile}`,
          {
            cause,
          },
        );
      }
      await new Promise((wake) => setTimeout(wake, 100));
    }
  }
  if (child.pid === undefined) throw new Error('Temporal has no process id');
  return {
    address,
    namespace: options.namespace,
    uiUrl: `http://127.0.0.1:${uiPort}`,
    port,
    uiPort,
    pid: child.pid,
    exited,
    kill: (signal) => void child.kill(signal),
    stop: () => stopChild(child, [['SIGTERM', 15_000]]),
  };
}
