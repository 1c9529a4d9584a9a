import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { developmentSeal } from '../../../providers/esign/development-authority';
import { exitOf, stopChild } from '../../../stack/child';
import { freePort } from '../../../stack/free-port';
import { freshDatabase, type TestDatabase } from '../../support/postgres';
import { devServerEnv } from '../../support/temporal';

jest.setTimeout(180_000);

const root = resolve(__dirname, '../../..');
const program = (name: string) => join(root, 'dist', `${name}.js`);
const key = Buffer.alloc(32, 9).toString('base64');

let database: TestDatabase;
let temporal: TestWorkflowEnvironment;
let folder: string;
let environment: Record<string, string>;
const children: ChildProcess[] = [];

function run(name: string, changes: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [program(name)], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', ...environment, ...changes },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let written = '';
  child.stdout.on('data', (chunk) => (written += String(chunk)));
  child.stderr.on('data', (chunk) => (written += String(chunk)));
  const ended = exitOf(child);
  const says = async (text: string) => {
    const deadline = Date.now() + 60_000;
    while (!written.includes(text)) {
      if (child.exitCode !== null || Date.now() > deadline)
        throw new Error(`${name} did not say ${text}: ${written}`);
      await new Promise((wake) => setTimeout(wake, 50));
    }
  };
  return { child, ended, says, written: () => written };
}

beforeAll(async () => {
  execFileSync(process.execPath, ['--import', 'tsx', 'tools/build.ts'], { cwd: root, stdio: 'pipe' });
  folder = mkdtempSync(join(tmpdir(), 'loanflow-production-'));
  [database, temporal] = await Promise.all([freshDatabase(), devServerEnv()]);
  const { p12, passphrase } = await developmentSeal(folder, 'Lender', new Date());
  const seal = join(folder, 'seal.p12');
  writeFileSync(seal, p12);
  environment = {
    NODE_ENV: 'production',
    DATABASE_URL: database.appUrl,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace ?? 'default',
    LOANFLOW_KEKS: `k1=${key}`,
    LOANFLOW_INDEX_KEY: key,
    LOANFLOW_SECRET: key,
    BANK_CALLBACK_SECRET: `whsec_${key}`,
    OIDC_ISSUER: 'https://id.example',
    OIDC_AUDIENCE: 'loans',
    OIDC_JWKS_URL: 'https://id.example/keys',
    PUBLIC_URL: 'https://loans.example',
    PAYMENTS_URL: 'http://127.0.0.1:9',
    MESSAGES_URL: 'http://127.0.0.1:9',
    WORKFLOW_BUNDLE: join(root, 'dist', 'workflow-bundle.js'),
    SEAL_P12_FILE: seal,
    SEAL_P12_PASSPHRASE: passphrase,
    LENDER_NAME: '某某消费金融有限公司',
    LENDER_CREDIT_CODE: '91350100M000100Y43',
    LENDER_ADDRESS: '福州市',
    LENDER_HOTLINE: '400-000-0000',
    LENDER_WEBSITE: 'loans.example',
  };
});
afterAll(async () => {
  for (const child of children) await stopChild(child, [['SIGTERM', 5_000]]);
  await temporal?.teardown();
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

describe('what npm run build made', () => {
  it('needs packages of production only', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    for (const name of ['server', 'worker', 'migrate', 'temporal-setup']) {
      const code = readFileSync(program(name), 'utf8');
      const packages = [...code.matchAll(/\brequire\("([^".][^"]*)"\)/g)]
        .map(([, path = '']) => path)
        .filter((path) => !path.startsWith('node:'))
        .map((path) =>
          path
            .split('/')
            .slice(0, path.startsWith('@') ? 2 : 1)
            .join('/'),
        )
        .filter((path) => !require('node:module').builtinModules.includes(path));
      expect(packages.filter((path) => !(path in dependencies))).toEqual([]);
    }
  });

  it('finds in the image every file that its sources look for', () => {
    const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8');
    const needed: Readonly<Record<string, string>> = {
      'db/migrate.ts': '/app/db/migrations ./db/migrations',
      'server.ts': '/app/web/dist ./web/dist',
      // Looks for workflow sources only where no bundle is given.
      'worker.ts': '/app/dist ./dist',
      'stack/folders.ts': '/app/dist ./dist',
    };
    for (const name of ['server', 'worker', 'migrate', 'temporal-setup']) {
      const code = readFileSync(program(name), 'utf8');
      for (const [, source = ''] of code.matchAll(/resolve\(__bundle_folder, "\.\.", "([^"]+)"\)/g)) {
        expect(Object.keys(needed)).toContain(source);
        expect(dockerfile).toContain(needed[source]);
      }
    }
  });

  it('migrates and registers search attributes', async () => {
    const migrated = run('migrate', { DATABASE_MIGRATION_URL: database.ownerUrl });
    expect(await migrated.ended).toBe('exit code 0');
    expect(migrated.written()).toMatch(/database is up to date/);
    const registered = run('temporal-setup');
    expect(await registered.ended).toBe('exit code 0');
    expect(registered.written()).toMatch(/all search attributes are registered/);
  });

  it('serves, works and stops in good order in production, with the prebuilt bundle', async () => {
    expect(existsSync(environment.WORKFLOW_BUNDLE ?? '')).toBe(true);
    const port = await freePort();
    const server = run('server', { PORT: String(port) });
    const worker = run('worker');
    await Promise.all([server.says('"msg":"ready"'), worker.says('"msg":"ready"')]);
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
    expect((await fetch(`http://127.0.0.1:${port}/dev/token`, { method: 'POST' })).status).toBe(404);
    for (const { child } of [server, worker]) child.kill('SIGTERM');
    expect(await Promise.all([server.ended, worker.ended])).toEqual(['exit code 0', 'exit code 0']);
  });

  it('works as a version of a worker deployment when it is given one', async () => {
    const worker = run('worker', { WORKER_DEPLOYMENT: 'loanflow', WORKER_BUILD_ID: '0.2.0' });
    await worker.says('"msg":"ready"');
    const { workflowService } = temporal.client;
    const version = async () => {
      const { workerDeployments } = await workflowService.listWorkerDeployments({ namespace: 'default' });
      const [known] = (workerDeployments ?? []).filter(({ name }) => name === 'loanflow');
      return known?.latestVersionSummary?.deploymentVersion?.buildId;
    };
    const deadline = Date.now() + 20_000;
    while ((await version()) === undefined && Date.now() < deadline)
      await new Promise((wake) => setTimeout(wake, 100));
    expect(await version()).toBe('0.2.0');
    worker.child.kill('SIGTERM');
    expect(await worker.ended).toBe('exit code 0');
  });

  it.each(['server', 'worker'])('%s says which variable is wrong and ends with code 2', async (name) => {
    const refused = run(name, { DATABASE_URL: 'nowhere', TEST_CLOCKS: 'on' });
    expect(await refused.ended).toBe('exit code 2');
    expect(refused.written()).toMatch(
      /^DATABASE_URL: expected postgres:.*\nTEST_CLOCKS: expected off in production/m,
    );
  });
});
