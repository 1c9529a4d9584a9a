import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { bearer, startTestApi } from '../test/api/support/test-api';
import startPostgres from '../test/support/start-postgres';
import teardown from '../test/support/teardown';

const VERSION = '4.32.5';
const HOME = join(
  process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'),
  'loanflow',
  `schemathesis-${VERSION}`,
);
const ROLES = ['applicant', 'partner', 'officer', 'operator', 'auditor', 'administrator', 'risk_manager'];

/** The fuzzer in a virtual environment of its own; installed once. */
function fuzzer(): string {
  const program = join(HOME, 'bin', 'schemathesis');
  if (existsSync(program)) return program;
  console.error('installing schemathesis (once, about a minute)');
  const steps: [string, string[]][] = [
    ['python3', ['-m', 'venv', HOME]],
    [join(HOME, 'bin', 'pip'), ['install', '--quiet', `schemathesis==${VERSION}`]],
  ];
  for (const [command, args] of steps) {
    const { status } = spawnSync(command, args, { stdio: 'inherit' });
    if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed; Python 3.10 or newer is needed`);
  }
  return program;
}

/** Runs the fuzzer over every operation as one role; whether it found nothing. */
function fuzz(program: string, url: string, token: string, examples: string): Promise<boolean> {
  const checks =
    'not_a_server_error,content_type_conformance,response_schema_conformance,status_code_conformance';
  const args = [
    'run',
    `${url}/openapi.json`,
    '--url',
    url,
    ...['--checks', checks],
    ...['--phases', 'examples,coverage,fuzzing'],
    ...['--max-examples', examples],
    // Waits for loans to come to rest, and no workflow service runs here: its 503 is the right answer.
    ...['--exclude-operation-id', 'advanceTestClock'],
    ...['--header', `authorization: ${bearer(token).authorization}`],
    ...['--request-timeout', '20'],
    ...['--seed', '1'],
    '--no-color',
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit' });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code === 0));
  });
}

/** `npm run fuzz:api [-- examples [role …]]`: every operation gets generated input; a 5xx or an undocumented answer fails. */
async function main(): Promise<void> {
  const [examples = '20', ...roles] = process.argv.slice(2);
  const program = fuzzer();
  await startPostgres();
  const api = await startTestApi();
  const failed: string[] = [];
  try {
    const url = await api.app.listen({ host: '127.0.0.1', port: 0 });
    for (const role of roles.length > 0 ? roles : ROLES) {
      console.log(`\n=== as ${role}`);
      if (!(await fuzz(program, url, await api.token(role), examples))) failed.push(role);
    }
  } finally {
    await api.close();
    await teardown();
  }
  if (failed.length > 0) throw new Error(`failures as ${failed.join(', ')}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
