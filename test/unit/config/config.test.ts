import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ConfigError } from '../../../config/problems';
import { serverConfig } from '../../../config/server';
import { workerConfig } from '../../../config/worker';
import { vaultKeysFrom } from '../../../db/crypto/keys';

const base64Key = (fill = 1) => Buffer.alloc(32, fill).toString('base64');
const shared = {
  DATABASE_URL: 'postgres://loanflow_app:pw@127.0.0.1:5432/loanflow',
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
  LOANFLOW_KEKS: `k1=${base64Key()},k0=${base64Key(2)}`,
  LOANFLOW_INDEX_KEY: base64Key(),
  LOANFLOW_SECRET: 'x'.repeat(32),
  BANK_CALLBACK_SECRET: 'whsec_0123456789abcdef',
};
const server = { ...shared };
const lender = {
  LENDER_NAME: '某某消费金融有限公司',
  LENDER_CREDIT_CODE: '91350100M000100Y43',
  LENDER_ADDRESS: '福州市',
  LENDER_HOTLINE: '400-000-0000',
  LENDER_WEBSITE: 'loans.example',
};
const worker = { ...shared, PAYMENTS_URL: 'http://127.0.0.1:7400', MESSAGES_URL: 'http://127.0.0.1:7400/' };

function problemsOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('configuration of the server', () => {
  it('takes defaults where nothing is said', () => {
    const config = serverConfig(server);
    expect(config).toMatchObject({
      production: false,
      host: '127.0.0.1',
      port: 8080,
      logLevel: 'info',
      businessTimeZone: 'Asia/Shanghai',
      devIssuer: false,
      issuers: [],
      temporal: { connection: { address: '127.0.0.1:7233' }, namespace: 'default' },
    });
    expect(config.temporal.connection).not.toHaveProperty('tls');
    expect(vaultKeysFrom(config.keys).keks.map(({ id }) => id)).toEqual(['k1', 'k0']);
  });

  it('counts an empty variable as not set', () => {
    expect(serverConfig({ ...server, PORT: '', TEMPORAL_API_KEY: '' }).port).toBe(8080);
  });

  it('names every wrong variable with what is expected', () => {
    const wrong = {
      ...server,
      PORT: '80a',
      DATABASE_URL: 'mysql://u:hunter2@h/d',
      TEMPORAL_ADDRESS: 'nowhere',
      BUSINESS_TIME_ZONE: 'Mars/North',
    };
    expect(problemsOf(() => serverConfig(wrong))).toEqual([
      'DATABASE_URL: expected postgres://login:password@host:port/database, but it is set to something else',
      'TEMPORAL_ADDRESS: expected host:port of a Temporal server, but it is "nowhere"',
      'BUSINESS_TIME_ZONE: expected a time zone eight hours ahead of UTC all year, such as Asia/Shanghai, but it is "Mars/North"',
      'PORT: expected a port from 0 to 65535, but it is "80a"',
    ]);
  });

  it('takes the zones that keep the time of the books, and no other', () => {
    const problems = (zone: string) =>
      problemsOf(() => serverConfig({ ...server, BUSINESS_TIME_ZONE: zone })).length;
    expect(['Asia/Singapore', 'Asia/Hong_Kong', 'Asia/Taipei', 'Etc/GMT-8'].map(problems)).toEqual([
      0, 0, 0, 0,
    ]);
    expect(['Asia/Tokyo', 'Europe/Berlin', 'UTC', 'America/Bogota'].map(problems)).toEqual([1, 1, 1, 1]);
  });

  it('names a variable that is missing', () => {
    const { LOANFLOW_SECRET: _left, ...rest } = server;
    expect(problemsOf(() => serverConfig(rest))).toEqual([
      'LOANFLOW_SECRET: expected at least 32 characters, the same on every server, but it is not set',
    ]);
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['LOG_LEVEL', 'loud'],
    ['NODE_ENV', 'prod'],
    ['DEV_ISSUER', 'maybe'],
    ['PUBLIC_URL', 'ftp://loans.example'],
    ['LOANFLOW_KEKS', `k1=${Buffer.alloc(16).toString('base64')}`],
    ['LOANFLOW_KEKS', `k1=${base64Key()},k1=${base64Key()}`],
    ['LOANFLOW_INDEX_KEY', 'short'],
    ['TEMPORAL_TLS_CA_FILE', '/nowhere/ca.pem'],
    ['OIDC_JWKS_URL', 'not an address'],
    ['TEMPORAL_ADDRESS', 'host:0'],
  ])('refuses %s=%s', (variable, value) => {
    const problems = problemsOf(() => serverConfig({ ...server, [variable]: value }));
    expect(problems).toContainEqual(expect.stringMatching(new RegExp(`^${variable}: expected `)));
  });

  it('never repeats the value of a secret', () => {
    const wrong = {
      ...server,
      LOANFLOW_SECRET: 'tiny',
      LOANFLOW_KEKS: 'leak',
      TEMPORAL_API_KEY: 'leak',
      TEMPORAL_TLS: 'off',
    };
    expect(problemsOf(() => serverConfig(wrong)).join('\n')).not.toMatch(/tiny|leak/);
  });

  it('refuses development means in production', () => {
    const env = {
      ...server,
      NODE_ENV: 'production',
      DEV_ISSUER: 'on',
      TEST_CLOCKS: 'on',
      WEBHOOKS_TO_PRIVATE_ADDRESSES: 'on',
    };
    const named = problemsOf(() => serverConfig(env)).map((problem) => problem.split(':')[0]);
    expect(named.sort()).toEqual([
      'DEV_ISSUER',
      'OIDC_ISSUER',
      'TEST_CLOCKS',
      'WEBHOOKS_TO_PRIVATE_ADDRESSES',
    ]);
  });

  it('wants an issuer whole or not at all', () => {
    const problems = problemsOf(() =>
      serverConfig({ ...server, OIDC_ISSUER: 'https://id.example', OIDC_AUDIENCE: 'loans' }),
    );
    expect(problems).toEqual([
      'OIDC_JWKS_URL: expected a value, since OIDC_ISSUER and OIDC_AUDIENCE are set, but it is not set',
    ]);
  });

  it('reads issuers of staff and of applicants', () => {
    const { issuers } = serverConfig({
      ...server,
      OIDC_ISSUER: 'https://id.example',
      OIDC_AUDIENCE: 'loans',
      OIDC_JWKS_URL: 'https://id.example/keys',
      OIDC_APPLICANTS_ISSUER: 'https://app.example',
      OIDC_APPLICANTS_AUDIENCE: 'loans',
      OIDC_APPLICANTS_JWKS_URL: 'https://app.example/keys',
    });
    expect(issuers.map(({ issuer, admits }) => [issuer, admits])).toEqual([
      ['https://id.example', 'all'],
      ['https://app.example', 'applicants'],
    ]);
  });
});

describe('connection to Temporal', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'loanflow-config-'));
    for (const name of ['ca', 'cert', 'key']) writeFileSync(join(folder, name), `pem of ${name}`);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('uses TLS with an API key', () => {
    const { connection } = serverConfig({ ...server, TEMPORAL_API_KEY: 'key' }).temporal;
    expect(connection).toEqual({ address: '127.0.0.1:7233', tls: {}, apiKey: 'key' });
  });

  it('reads certificates from files', () => {
    const env = {
      ...server,
      TEMPORAL_TLS_CA_FILE: join(folder, 'ca'),
      TEMPORAL_TLS_CERT_FILE: join(folder, 'cert'),
      TEMPORAL_TLS_KEY_FILE: join(folder, 'key'),
    };
    const { tls } = serverConfig(env).temporal.connection;
    expect(tls).toEqual({
      serverRootCACertificate: Buffer.from('pem of ca'),
      clientCertPair: { crt: Buffer.from('pem of cert'), key: Buffer.from('pem of key') },
    });
  });

  it('refuses a certificate without its key, and TLS switched off beside certificates', () => {
    const env = { ...server, TEMPORAL_TLS: 'off', TEMPORAL_TLS_CERT_FILE: join(folder, 'cert') };
    const named = problemsOf(() => serverConfig(env)).map((problem) => problem.split(':')[0]);
    expect(named.sort()).toEqual(['TEMPORAL_TLS', 'TEMPORAL_TLS_KEY_FILE']);
  });
});

describe('configuration of a worker', () => {
  it('lets signals decide in development only', () => {
    expect(workerConfig(worker).signalDecisions).toBe(true);
    const bundle = resolve(__dirname, 'config.test.ts');
    const production = {
      ...worker,
      NODE_ENV: 'production',
      WORKFLOW_BUNDLE: bundle,
      SEAL_P12_FILE: bundle,
      SEAL_P12_PASSPHRASE: 'p',
      ...lender,
    };
    expect(workerConfig(production).signalDecisions).toBe(false);
    expect(workerConfig({ ...production, SIGNAL_DECISIONS: 'on' }).signalDecisions).toBe(true);
  });

  it('is not made up in production', () => {
    expect(problemsOf(() => workerConfig({ ...worker, NODE_ENV: 'production' }))).toEqual([
      'WORKFLOW_BUNDLE: expected the file that `npm run build` makes, dist/workflow-bundle.js, in production, but it is not set',
      'SEAL_P12_FILE: expected a PKCS #12 file with the certificate that seals contracts in production, but it is not set',
      'LENDER_NAME: expected the name on contracts in production, but it is not set',
      'LENDER_CREDIT_CODE: expected the unified social credit code of the lender in production, but it is not set',
      'LENDER_ADDRESS: expected the address on contracts in production, but it is not set',
      'LENDER_HOTLINE: expected the telephone number on contracts and messages in production, but it is not set',
      'LENDER_WEBSITE: expected the web address in messages in production, but it is not set',
    ]);
  });

  it('is a version of a deployment only when name and version are given', () => {
    expect(workerConfig(worker).deploymentVersion).toBeUndefined();
    const named = { ...worker, WORKER_DEPLOYMENT: 'loanflow' };
    expect(problemsOf(() => workerConfig(named))).toEqual([
      'WORKER_BUILD_ID: expected a value, since WORKER_DEPLOYMENT is set, but it is not set',
    ]);
    expect(workerConfig({ ...named, WORKER_BUILD_ID: '0.2.0' }).deploymentVersion).toEqual({
      deploymentName: 'loanflow',
      buildId: '0.2.0',
    });
  });

  it('keeps addresses without a final slash', () => {
    expect(workerConfig(worker).providers.messagesUrl).toBe('http://127.0.0.1:7400');
  });

  it('needs the sandbox when test clocks are on', () => {
    expect(problemsOf(() => workerConfig({ ...worker, TEST_CLOCKS: 'on' }))).toEqual([
      'CLOCK_CONTROL_URL: expected an http or https address of the sandbox, since TEST_CLOCKS is on, but it is not set',
    ]);
  });
});

describe('an entry point with a wrong environment', () => {
  it('says one line per problem and ends with code 2', () => {
    const folder = mkdtempSync(join(tmpdir(), 'loanflow-entry-'));
    const entry = join(folder, 'entry.ts');
    const config = resolve(__dirname, '../../../config');
    writeFileSync(
      entry,
      `import { orExit } from '${config}/problems'; import { serverConfig } from '${config}/server'; orExit(() => serverConfig(process.env)); console.log('started');`,
    );
    try {
      const bundled = join(folder, 'entry.js');
      execFileSync(
        resolve('node_modules/.bin/esbuild'),
        [entry, '--bundle', '--platform=node', `--outfile=${bundled}`],
        {
          stdio: 'pipe',
        },
      );
      const { DATABASE_URL: _url, ...rest } = server;
      const run = spawnSync(process.execPath, [bundled], { env: { ...rest, PORT: 'x' }, encoding: 'utf8' });
      expect(run.status).toBe(2);
      expect(run.stdout).toBe('');
      expect(
        run.stderr
          .trimEnd()
          .split('\n')
          .map((text) => text.split(':')[0]),
      ).toEqual(['DATABASE_URL', 'PORT']);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
