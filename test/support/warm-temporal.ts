import { existsSync } from 'node:fs';
import { acquireTemporal } from '../../stack/temporal/acquire';
import { ensureTestServer } from '../../stack/temporal/test-server';
import { cachedWorkflowBundle, WORKFLOWS } from '../../stack/workflow-bundle';

/** Fetches both servers and bundles the workflows before any test begins, so that no test's time limit pays for it. */
export default async function warmTemporal(): Promise<void> {
  const progress = (line: string) => process.stderr.write(`temporal: ${line}\n`);
  await acquireTemporal((line) => line.includes('…') && progress(line));
  await ensureTestServer(progress);
  if (existsSync(WORKFLOWS)) await cachedWorkflowBundle();
}
