import { type DestinationStream, type Logger, pino } from 'pino';

/** Keys that never reach a log line, wherever they stand. */
const HIDDEN = [
  'authorization',
  'cookie',
  'password',
  'secret',
  'token',
  'apiKey',
  'name',
  'idNumber',
  'phone',
  'card',
  'address',
  'comment',
  'body',
];

/** The server's log: JSON lines with redaction, errors without messages that could quote a value. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { service: 'api' },
    redact: { paths: HIDDEN.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[hidden]' },
    serializers: { err: describeError },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** An error for the log: kind, code and frames of it and its causes. Messages of databases and HTTP bodies quote values. */
export function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    kind: error.name,
    code,
    frames: frames.slice(0, 12).map((line) => line.trim()),
    cause: error.cause === undefined ? undefined : describeError(error.cause),
  };
}
