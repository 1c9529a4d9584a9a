import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { ROOT } from '../../stack/folders';

/** What stands in for typesetting and sealing: a paper of a few bytes at once. */
const TINY: Readonly<Record<string, string>> = {
  [join(ROOT, 'documents', 'contract.ts')]:
    "export const renderContract = async () => Buffer.from('%PDF-1.4 tiny');",
  [join(ROOT, 'providers', 'esign', 'sealer.ts')]:
    'export const sealer = () => ({ seal: async (pdf) => pdf });',
};

const tinyPapers: Plugin = {
  name: 'tiny-papers',
  setup(bundler) {
    bundler.onLoad({ filter: /(contract|sealer)\.ts$/ }, ({ path }) =>
      TINY[path] === undefined ? undefined : { contents: TINY[path], loader: 'ts' },
    );
  },
};

const bundle = async (entry: string, outfile: string, plugins: Plugin[]): Promise<string> => {
  mkdirSync(join(ROOT, 'node_modules', '.cache', 'bench'), { recursive: true });
  await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
    plugins,
  });
  return outfile;
};

const place = (name: string): string => join(ROOT, 'node_modules', '.cache', 'bench', name);

/** The real worker's program with tiny papers in place of PDF and seal. */
export const noPaperWorker = (): Promise<string> =>
  bundle('worker.ts', place('no-paper-worker.js'), [tinyPapers]);
/** The program of the yardstick's worker. */
export const yardstickWorker = (): Promise<string> =>
  bundle('bench/support/yardstick-worker.ts', place('yardstick-worker.js'), []);
