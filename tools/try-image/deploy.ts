import { randomBytes } from 'node:crypto';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { developmentSeal } from '../../providers/esign/development-authority';
import type { Container, Engine } from './engine';
import type { Surroundings } from './surroundings';

const SEAL = '/run/secrets/seal';
/** For others too: the process in the container is not the account that runs this. */
const READABLE = 0o644;
const WORKERS = ['1', '2'];

/** What is agreed with the surroundings before anything of the image runs. */
export interface Agreed {
  folder: string;
  port: number;
  callbackSecret: string;
  password: string;
}

/** A secret of 32 bytes, as the configuration takes it. */
export const newSecret = (): string => randomBytes(32).toString('base64');

/** A server and two workers in production, configured as docker-compose.yml does. */
export async function deploy(engine: Engine, around: Surroundings, agreed: Agreed): Promise<Container[]> {
  const { folder, port, callbackSecret, password } = agreed;
  const { p12, passphrase } = await developmentSeal(folder, 'Lender', new Date());
  const seal = join(folder, 'seal.p12');
  writeFileSync(seal, p12);
  chmodSync(seal, READABLE);
  const shared = {
    ...around.temporal,
    ...{ NODE_ENV: 'production', DATABASE_URL: around.appUrl(password) },
    ...{ LOANFLOW_KEKS: `k1=${newSecret()}`, LOANFLOW_INDEX_KEY: newSecret(), LOANFLOW_SECRET: newSecret() },
    ...{ BANK_CALLBACK_SECRET: callbackSecret, LENDER_NAME: '某某消费金融有限公司' },
    LENDER_HOTLINE: '400-000-0000',
  };
  const ofServer = {
    ...{ ...shared, ...around.issuer, PUBLIC_URL: 'https://loans.example' },
    ...{ HOST: '127.0.0.1', PORT: String(port) },
  };
  const ofWorker = {
    ...{ ...shared, SOURCES_URL: around.sandboxUrl, PAYMENTS_URL: `${around.sandboxUrl}/bank` },
    ...{ MESSAGES_URL: `${around.sandboxUrl}/messages`, LENDER_WEBSITE: 'loans.example' },
    ...{ LENDER_CREDIT_CODE: '91350100M000100Y43', LENDER_ADDRESS: '福州市' },
    ...{ SEAL_P12_FILE: SEAL, SEAL_P12_PASSPHRASE: passphrase },
  };
  const name = (part: string) => `loanflow-${part}-${process.pid}`;
  return [
    engine.up(name('server'), 'server', ofServer),
    ...WORKERS.map((no) => engine.up(name(`worker-${no}`), 'worker', ofWorker, [`${seal}:${SEAL}:ro`])),
  ];
}
