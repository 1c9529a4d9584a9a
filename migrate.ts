import { openDatabase } from './db/client';
import { migrate } from './db/migrate';
import { seedPermissions } from './db/seed/access';
import { seedPolicies } from './db/seed/policies';

const progress = (line: string) => process.stdout.write(`${line}\n`);

/** What an installation needs from the first day; what a lender changed since then stays. */
async function seed(connectionString: string): Promise<void> {
  const { db, close } = openDatabase({ connectionString, max: 1 });
  try {
    await seedPermissions(db);
    if (process.env.SEED_POLICIES !== 'on') return;
    progress(`published ${await seedPolicies(db)} policies that come with the software`);
  } finally {
    await close();
  }
}

/** `npm run db:migrate`: the schema of this release and the permissions of roles; SEED_POLICIES=on adds products to start from. */
async function main(): Promise<void> {
  const url = process.env.DATABASE_MIGRATION_URL || process.env.DATABASE_URL;
  if (!url || !URL.canParse(url)) {
    console.error(
      'DATABASE_MIGRATION_URL: expected postgres://login:password@host:port/database of a login that may change it',
    );
    process.exit(2);
  }
  const passwords = { owner: process.env.LOANFLOW_OWNER_PASSWORD, app: process.env.LOANFLOW_APP_PASSWORD };
  await migrate(url, { passwords, progress });
  await seed(url);
}

main().catch((error: unknown) => {
  console.error(`migrate: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
