import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ApiUser } from '../../demo/client';
import { freePort } from '../../stack/free-port';
import { deploy, newSecret } from './deploy';
import { type Container, Engine } from './engine';
import { takeLoan } from './loan';
import { type Surroundings, surround } from './surroundings';

const say = (line: string) => console.log(line);

function check(what: string, holds: boolean): void {
  if (!holds) throw new Error(`not so: ${what}`);
  say(`ok     ${what}`);
}

/** The programs of an upgrade, which end by themselves. */
function prepare(engine: Engine, around: Surroundings, password: string): void {
  const migrated = engine.once('migrate', {
    ...{ NODE_ENV: 'production', SEED_POLICIES: 'on' },
    ...{ DATABASE_MIGRATION_URL: around.adminUrl, LOANFLOW_APP_PASSWORD: password },
  });
  check('the image migrates a database', migrated.includes('database is up to date'));
  const registered = engine.once('temporal-setup', around.temporal);
  check('it registers search attributes', registered.includes('all search attributes are registered'));
}

/** What somebody who broke into a container would find there. */
function examine(engine: Engine, name: string): void {
  check('nobody in it is root', engine.inside(name, 'id', '-u') === '1000');
  const capabilities = engine.inside(name, 'grep', 'CapEff', '/proc/1/status');
  check('it has no capabilities', /^CapEff:\s*0+$/.test(capabilities));
  const written = engine.inside(name, 'sh', '-c', 'touch /app/x 2>/dev/null && echo yes || echo no');
  check('its files cannot be changed', written === 'no');
}

/** `npm run try:image`: the built image as it is deployed, and one loan through it from the form to a booked payout. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      engine: { type: 'string', default: 'docker' },
      'run-with': { type: 'string', default: '' },
      image: { type: 'string', default: 'loanflow:latest' },
    },
  });
  const engine = new Engine({ command: values.engine, runWith: values['run-with'], image: values.image });
  const healthCheck = engine.healthCheckOfImage();
  const agreed = {
    ...{ folder: mkdtempSync(join(tmpdir(), 'loanflow-image-')), port: await freePort() },
    ...{ callbackSecret: `whsec_${newSecret()}`, password: randomBytes(16).toString('hex') },
  };
  const around = await surround(agreed.folder, agreed, say);
  let running: Container[] = [];
  try {
    prepare(engine, around, agreed.password);
    running = await deploy(engine, around, agreed);
    await Promise.all(running.map((container) => container.says('"msg":"ready"')));
    check(`${running.length} containers are ready: a server and its workers`, running.length > 1);
    for (const { name } of running) examine(engine, name);
    engine.inside(running[0]?.name ?? '', ...healthCheck);
    check('the health check passes', true);

    const api = `http://127.0.0.1:${agreed.port}`;
    const token = await fetch(`${api}/dev/token`, { method: 'POST' });
    check('there is no development issuer', token.status === 404);
    const applicant = new ApiUser(api, await around.token('applicant-1', ['applicant']));
    const loan = await takeLoan(applicant, around.sandboxUrl);
    check(`a loan of ${loan.disbursedMinor} is paid out and booked`, loan.status === 'active');
    const stopping = running;
    running = [];
    for (const { name } of stopping) engine.stop(name);
    const ends = new Set(await Promise.all(stopping.map(({ ended }) => ended)));
    check('all of it stops in good order', ends.size === 1 && ends.has('exit code 0'));
  } finally {
    for (const { name } of running) engine.stop(name);
    await around.stop();
    rmSync(agreed.folder, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
