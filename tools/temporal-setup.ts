import { Connection } from '@temporalio/client';
import { orExit } from '../config/problems';
import { temporalConfig } from '../config/temporal';
import { registerSearchAttributes } from '../stack/temporal/search-attributes';

/** Registers the search attributes of loans in the namespace of the environment; may be repeated. */
async function setUp(): Promise<void> {
  const { connection: options, namespace } = orExit(() => temporalConfig(process.env));
  const connection = await Connection.connect({ ...options, connectTimeout: '10 s' });
  try {
    const added = await registerSearchAttributes(connection, namespace);
    console.log(
      added.length > 0
        ? `${namespace}: registered ${added.join(', ')}`
        : `${namespace}: all search attributes are registered`,
    );
  } finally {
    await connection.close();
  }
}

setUp().catch((error: unknown) => {
  console.error(`temporal:setup: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
