import { randomUUID } from 'node:crypto';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import { acquireTemporal } from '../../stack/temporal/acquire';
import { addSearchAttributes, SEARCH_ATTRIBUTES } from '../../stack/temporal/search-attributes';
import { ensureTestServer } from '../../stack/temporal/test-server';
import { cachedWorkflowBundle, WORKFLOWS } from '../../stack/workflow-bundle';

const silent = () => undefined;
let quiet = false;

/** Once per test file (each has its own copy of the SDK): core and workers say warnings and errors only. */
function quietRuntime(): void {
  if (quiet) return;
  quiet = true;
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'ERROR' }) } },
  });
}

/**
 * A server whose clock moves by `env.sleep()` and while one `handle.result()` is awaited. Never await two results
 * at once, nor an update whose handler waits: start it, sleep, then take its result. No lists, schedules or resets.
 */
export async function timeSkippingEnv(): Promise<TestWorkflowEnvironment> {
  quietRuntime();
  const path = await ensureTestServer(silent);
  const env = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
  });
  await addSearchAttributes(env.connection, env.namespace ?? 'default');
  return env;
}

/** The ordinary server, in memory and in real time: for lists, search attributes, schedules and resets. */
export async function devServerEnv(): Promise<TestWorkflowEnvironment> {
  quietRuntime();
  const path = await acquireTemporal(silent);
  return TestWorkflowEnvironment.createLocal({
    server: {
      executable: { type: 'existing-path', path },
      searchAttributes: SEARCH_ATTRIBUTES,
      log: { format: 'json', level: 'error' },
    },
  });
}

/** Worker option for the bundled workflows, built once per state of the code. */
export async function workflowBundle(entry: string = WORKFLOWS): Promise<{ codePath: string }> {
  return { codePath: await cachedWorkflowBundle(entry) };
}

/** A task queue that no other test uses. */
export const freshQueue = (): string => `test-${randomUUID()}`;
