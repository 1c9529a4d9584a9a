import startPostgres from './start-postgres';
import warmTemporal from './warm-temporal';

/** Set-up of suites that need both the database and Temporal. */
export default async function startAll(): Promise<void> {
  await Promise.all([startPostgres(), warmTemporal()]);
}
