import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { APP_ROLE, OWNER_ROLE } from '../../db/roles';

/** Handed from the run's global set-up to its test files: who to ask for databases and how roles log in. */
export const TEST_POSTGRES = 'LOANFLOW_TEST_POSTGRES';
export const TEMPLATE_DATABASE = 'loanflow_template';
export const TEST_PASSWORDS = { owner: 'owner-of-a-test', app: 'app-of-a-test' };

export interface TestDatabase {
  /** As the owner of the tables: for looking behind the application's back. */
  ownerUrl: string;
  /** As the application itself, with its narrower rights. */
  appUrl: string;
  drop(): Promise<void>;
}

/** Runs one statement as the superuser of the run's server. */
export async function asAdmin(adminUrl: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function loginUrl(adminUrl: string, role: string, password: string, database: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = password;
  url.pathname = `/${database}`;
  return url.href;
}

export function ownerUrlOf(adminUrl: string, database: string): string {
  return loginUrl(adminUrl, OWNER_ROLE, TEST_PASSWORDS.owner, database);
}

/** A migrated, empty database of its own for one test file, copied from the template in a few dozen milliseconds. */
export async function freshDatabase(): Promise<TestDatabase> {
  const adminUrl = process.env[TEST_POSTGRES];
  if (!adminUrl) {
    throw new Error(
      'no test Postgres is running: this suite needs globalSetup test/support/start-postgres.ts',
    );
  }
  const name = `t_${randomBytes(8).toString('hex')}`;
  await asAdmin(adminUrl, `create database ${name} template ${TEMPLATE_DATABASE} owner ${OWNER_ROLE}`);
  return {
    ownerUrl: ownerUrlOf(adminUrl, name),
    appUrl: loginUrl(adminUrl, APP_ROLE, TEST_PASSWORDS.app, name),
    drop: () => asAdmin(adminUrl, `drop database if exists ${name} with (force)`),
  };
}
