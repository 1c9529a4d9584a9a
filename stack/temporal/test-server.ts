import { execFile } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../folders';
import { type Progress, withProgress } from '../progress';
import { sdkCached, sdkDownload } from './sdk-download';

const run = promisify(execFile);
const FOLDER = join(ROOT, 'tools', 'test-server');
const JARS = join(FOLDER, 'jars');

async function fetchJars(progress: Progress): Promise<void> {
  const partial = `jars.${process.pid}`;
  try {
    await run('java', ['-version']);
    await withProgress('fetching the time-skipping server (38 MB) with Maven', progress, () =>
      run(
        'mvn',
        [
          '-q',
          '-B',
          'dependency:copy-dependencies',
          '-DincludeScope=runtime',
          `-DoutputDirectory=${partial}`,
        ],
        {
          cwd: FOLDER,
        },
      ),
    );
    if (!existsSync(JARS)) renameSync(join(FOLDER, partial), JARS);
  } catch (cause) {
    throw new Error(
      "the time-skipping server could not be had: it needs `java` (17 or newer) and `mvn`, or set TEMPORAL_TEST_SERVER to the SDK's own program",
      { cause },
    );
  } finally {
    rmSync(join(FOLDER, partial), { recursive: true, force: true });
  }
}

/**
 * Program that runs workflows against a clock which can be skipped: TEMPORAL_TEST_SERVER, else what was fetched
 * before, else the SDK's download, else the same server as a Java library behind a three-line script.
 */
export async function ensureTestServer(progress: Progress): Promise<string> {
  const given = process.env.TEMPORAL_TEST_SERVER;
  if (given) return given;
  const wrapper = join(FOLDER, 'temporal-test-server');
  if (existsSync(JARS)) return wrapper;
  const known = sdkCached('createTimeSkipping') ?? (await sdkDownload('createTimeSkipping', progress));
  if (known) return known;
  progress("the SDK's download site cannot be reached; fetching the time-skipping server with Maven");
  await fetchJars(progress);
  return wrapper;
}
