import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { forgetOld, moveInto } from './cache';
import { ROOT } from './folders';

/**
 * Sources find their own files by `__dirname`. Bundled, they would all share the bundle's; so each source that
 * uses it gets its place in the project back, relative to the folder the bundle is in.
 */
function keepSourceFolders(outdir: string): Plugin {
  const toRoot = relative(outdir, ROOT);
  return {
    name: 'keep-source-folders',
    setup(bundler) {
      bundler.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const source = await readFile(path, 'utf8');
        if (path.includes('node_modules') || !/\b__(dirname|filename)\b/.test(source)) return undefined;
        const inside = relative(ROOT, path);
        const lines = [
          `const __filename = require('node:path').resolve(__bundle_folder, ${JSON.stringify(toRoot)}, ${JSON.stringify(inside)});`,
          `const __dirname = require('node:path').dirname(__filename);`,
        ];
        return { contents: `${lines.join(' ')} ${source}`, loader: 'ts' };
      });
    },
  };
}

type Entries<Name extends string> = Readonly<Record<Name, string>>;

const bundle = (entries: Readonly<Record<string, string>>, outdir: string) =>
  build({
    absWorkingDir: ROOT,
    entryPoints: { ...entries },
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
    sourcemap: 'linked',
    logLevel: 'warning',
    banner: { js: 'const __bundle_folder = __dirname;' },
    plugins: [keepSourceFolders(resolve(outdir))],
    write: false,
  });

function pathsIn<Name extends string>(entries: Entries<Name>, folder: string): Record<Name, string> {
  const names = Object.keys(entries) as Name[];
  return Object.fromEntries(names.map((name) => [name, join(folder, `${name}.js`)])) as Record<Name, string>;
}

/** Bundles entry points into one file each, packages left out; starting such a file takes half the time of the sources. */
export async function bundlePrograms<Name extends string>(
  entries: Entries<Name>,
  outdir: string,
): Promise<Record<Name, string>> {
  const { outputFiles } = await bundle(entries, outdir);
  mkdirSync(outdir, { recursive: true });
  for (const { path, contents } of outputFiles) writeFileSync(path, contents);
  return pathsIn(entries, outdir);
}

/**
 * The same in a folder named by its content, so that a stack restarts its parts with the code that it started with
 * while sources change and other stacks start beside it.
 */
export async function cachedPrograms<Name extends string>(
  entries: Entries<Name>,
  cache: string,
): Promise<Record<Name, string>> {
  const { outputFiles } = await bundle(entries, join(cache, 'current'));
  const hash = createHash('sha256');
  for (const { path, contents } of outputFiles) hash.update(basename(path)).update(contents);
  const folder = join(cache, hash.digest('hex').slice(0, 20));
  if (!existsSync(folder)) {
    const partial = `${folder}.${process.pid}`;
    mkdirSync(partial, { recursive: true });
    for (const { path, contents } of outputFiles) writeFileSync(join(partial, basename(path)), contents);
    moveInto(partial, folder);
    forgetOld(cache);
  }
  return pathsIn(entries, folder);
}
