import type { Duplex } from 'node:stream';
import type { PoolClient } from 'pg';

/** Begins a statement whose answer says nothing that its transaction needs; a failure shows at the next one, at the latest at commit. */
export const UNAWAITED = '/* unawaited */ ';

/** What stands in for an answer that nobody waits for. */
const NOTHING = { command: '', rowCount: null, oid: 0, rows: [], fields: [] };
/** Postgres refuses all statements of a transaction after the first that failed. */
const ABORTED = '25P02';

/**
 * Lets the statements of a transaction travel together, on a connection in pipeline mode: `begin` waits for the first
 * statement, unawaited ones for the next, and what is sent within one turn goes out in one write. Half of what a short
 * statement costs is the way to Postgres and back. A transaction whose unawaited statement failed never commits: Postgres
 * undoes it, and the commit fails here with that statement's error.
 */
export function sendTogether(client: PoolClient): void {
  const send = client.query;
  const stream = streamOf(client);
  let failed: { cause: unknown } | undefined;
  const unawaited = (answer: Promise<unknown>) => {
    answer.catch((cause: unknown) => {
      failed ??= { cause };
    });
    return Promise.resolve(NOTHING);
  };
  const query = (...args: unknown[]): unknown => {
    const text = textOf(args[0]);
    if (stream) holdForThisTurn(stream);
    const answer = Reflect.apply<PoolClient, unknown[], unknown>(send, client, args);
    if (text === undefined || !(answer instanceof Promise)) return answer;
    if (text === 'begin') {
      failed = undefined;
      return unawaited(answer);
    }
    if (text.startsWith(UNAWAITED)) return unawaited(answer);
    // Only a lost connection keeps a transaction from being undone, and that undoes it too; what went wrong first is told.
    if (text === 'rollback') return answer.catch(() => NOTHING);
    return answer.then(
      (result: { command?: string }) => {
        if (text === 'commit' && result.command === 'ROLLBACK') throw failed?.cause ?? new UndoneError();
        return result;
      },
      (error: unknown) => {
        throw failed && codeOf(error) === ABORTED ? failed.cause : error;
      },
    );
  };
  Object.assign(client, { query });
}

/** A commit that Postgres answered by undoing the transaction, because a statement of it had failed. */
class UndoneError extends Error {
  override readonly name = 'UndoneError';
  constructor() {
    super('the transaction was undone');
  }
}

/** What is written until the end of this turn leaves in one piece. */
function holdForThisTurn(stream: Duplex): void {
  stream.cork();
  process.nextTick(() => stream.uncork());
}

function streamOf(client: object): Duplex | undefined {
  if (!('connection' in client)) return undefined;
  const { connection } = client;
  if (typeof connection !== 'object' || connection === null || !('stream' in connection)) return undefined;
  const { stream } = connection;
  return isDuplex(stream) ? stream : undefined;
}

const isDuplex = (value: unknown): value is Duplex =>
  typeof value === 'object' && value !== null && 'cork' in value && 'uncork' in value;

function textOf(statement: unknown): string | undefined {
  if (typeof statement === 'string') return statement;
  if (typeof statement !== 'object' || statement === null || !('text' in statement)) return undefined;
  return typeof statement.text === 'string' ? statement.text : undefined;
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
