import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { ROOT } from '../stack/folders';
import { bundlePrograms } from '../stack/programs';
import { WORKFLOWS } from '../stack/workflow-bundle';

const OUT = join(ROOT, 'dist');
const ENTRIES = {
  server: 'server.ts',
  worker: 'worker.ts',
  migrate: 'migrate.ts',
  'temporal-setup': 'tools/temporal-setup.ts',
};

function tell(file: string): void {
  console.log(`${file}  ${(statSync(file).size / 1024).toFixed(0)} kB`);
}

/** Makes dist/: one file per program, and the workflow bundle that workers load in production. */
async function build(): Promise<void> {
  rmSync(OUT, { recursive: true, force: true });
  for (const file of Object.values(await bundlePrograms(ENTRIES, OUT))) tell(file);
  const { code } = await bundleWorkflowCode({ workflowsPath: WORKFLOWS, logger: new DefaultLogger('WARN') });
  const bundle = join(OUT, 'workflow-bundle.js');
  writeFileSync(bundle, code);
  tell(bundle);
}

build().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
