import { migrate } from './db/migrate';

const url = process.env.DATABASE_MIGRATION_URL ?? process.env.DATABASE_URL;

async function main(): Promise<void> {
  if (!url) {
    console.error(
      'DATABASE_MIGRATION_URL: expected the address of the database as a login that may change it',
    );
    process.exit(2);
  }
  const passwords = { owner: process.env.LOANFLOW_OWNER_PASSWORD, app: process.env.LOANFLOW_APP_PASSWORD };
  await migrate(url, { passwords, progress: (line) => process.stdout.write(`${line}\n`) });
}

main().catch((error: unknown) => {
  console.error(`migrate: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
