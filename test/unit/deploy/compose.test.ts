import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { SERVER_VARIABLES, serverConfig } from '../../../config/server';
import { WORKER_VARIABLES, workerConfig } from '../../../config/worker';
import { composeFile, interpolate, placeholders, type Service } from './compose';

const compose = composeFile();
const services = Object.entries(compose.services);
const service = (name: string): Service => {
  const found = compose.services[name];
  if (!found) throw new Error(`no service ${name}`);
  return found;
};
const key = Buffer.alloc(32, 7).toString('base64');
const values = {
  LOANFLOW_APP_PASSWORD: 'app',
  LOANFLOW_KEKS: `k1=${key}`,
  LOANFLOW_INDEX_KEY: key,
  LOANFLOW_SECRET: 'x'.repeat(40),
  BANK_CALLBACK_SECRET: 'whsec_0123456789abcdef',
  PUBLIC_URL: 'https://loans.example',
  OIDC_ISSUER: 'https://id.example',
  OIDC_AUDIENCE: 'loans',
  OIDC_JWKS_URL: 'https://id.example/keys',
  PAYMENTS_URL: 'https://bank.example',
  MESSAGES_URL: 'https://sms.example',
  SEAL_P12_PASSPHRASE: 'passphrase',
  LENDER_NAME: '某某消费金融有限公司',
  LENDER_CREDIT_CODE: '91350100M000100Y43',
  LENDER_ADDRESS: '福州市',
  LENDER_HOTLINE: '400-000-0000',
  LENDER_WEBSITE: 'loans.example',
};

function environmentOf(name: string, changes: Readonly<Record<string, string>> = {}): Record<string, string> {
  const given = Object.entries(service(name).environment ?? {});
  return {
    ...Object.fromEntries(given.map(([variable, text]) => [variable, interpolate(text, values)])),
    ...changes,
  };
}

describe('docker-compose.yml', () => {
  it('has Postgres, Temporal with its UI, the migration, the server and workers', () => {
    expect(Object.keys(compose.services)).toEqual(
      expect.arrayContaining([
        'postgres',
        'temporal',
        'temporal-ui',
        'migrate',
        'temporal-setup',
        'server',
        'worker',
      ]),
    );
    expect(placeholders(service('worker').deploy?.replicas ?? '')).toEqual([{ name: 'WORKERS', rule: '-2' }]);
  });

  it('gives the server an environment that its configuration accepts in production', () => {
    const config = serverConfig(environmentOf('server'));
    expect(config).toMatchObject({ production: true, host: '0.0.0.0', port: 8080, devIssuer: false });
    expect(service('server').ports).toEqual([expect.stringMatching(/:8080$/)]);
  });

  it('gives workers an environment that their configuration accepts in production', () => {
    const file = resolve(__dirname, 'compose.ts');
    const config = workerConfig(environmentOf('worker', { WORKFLOW_BUNDLE: file, SEAL_P12_FILE: file }));
    expect(config).toMatchObject({
      production: true,
      signalDecisions: false,
      metricsAddress: '0.0.0.0:9464',
    });
  });

  it('sets no variable that the programs do not read', () => {
    const unknown = (name: string, known: readonly string[]) =>
      Object.keys(service(name).environment ?? {}).filter((variable) => !known.includes(variable));
    expect(unknown('server', SERVER_VARIABLES)).toEqual([]);
    expect(unknown('worker', WORKER_VARIABLES)).toEqual([]);
    expect(unknown('temporal-setup', WORKER_VARIABLES)).toEqual([]);
    const migration = readFileSync(resolve(__dirname, '../../../migrate.ts'), 'utf8');
    const read = [...migration.matchAll(/process\.env\.([A-Z_]+)/g)].map(([, name]) => name ?? '');
    expect(unknown('migrate', [...read, 'NODE_ENV'])).toEqual([]);
  });

  it('holds no secret: whatever is one must be set from outside', () => {
    for (const [, { environment = {} }] of services) {
      for (const [variable, text] of Object.entries(environment)) {
        if (!/PASSWORD|PASSPHRASE|SECRET|KEK|_KEY|PWD/.test(variable) || variable.endsWith('_FILE')) continue;
        expect(placeholders(text).map(({ rule }) => rule[0])).toEqual(['?']);
      }
    }
    expect(() => interpolate(service('server').environment?.LOANFLOW_KEKS ?? '', {})).toThrow(
      /LOANFLOW_KEKS: key-encryption/,
    );
  });

  it.each(services)(
    '%s waits only for services that exist and can be waited for',
    (_, { depends_on = {} }) => {
      for (const [name, { condition }] of Object.entries(depends_on)) {
        const other = service(name);
        if (condition === 'service_healthy') expect(other.healthcheck).toHaveProperty('test');
        else expect(other.restart).toMatch(/^on-failure/);
      }
    },
  );

  it.each(services)(
    '%s is restarted, and is reached from this machine only',
    (_, { restart, ports = [] }) => {
      expect(restart).toMatch(/^(unless-stopped|on-failure:\d+)$/);
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
    },
  );

  it('runs our image without rights it does not need', () => {
    for (const name of ['migrate', 'temporal-setup', 'server', 'worker']) {
      expect(service(name)).toMatchObject({ read_only: true, cap_drop: ['ALL'], init: true });
    }
  });

  it('gives a worker more time to end than its own limit', () => {
    const grace = Number.parseInt(service('worker').stop_grace_period ?? '0', 10) * 1_000;
    expect(grace).toBeGreaterThan(serverConfig(environmentOf('server')).shutdownLimitMs);
  });

  it('declares every volume, file and secret that services name', () => {
    for (const [, { volumes = [], configs = [], secrets = [] }] of services) {
      for (const volume of volumes) expect(compose.volumes).toHaveProperty(volume.split(':')[0] ?? '');
      for (const { source } of configs) expect(compose.configs).toHaveProperty([source]);
      for (const secret of secrets) expect(compose.secrets).toHaveProperty([secret]);
    }
  });
});
