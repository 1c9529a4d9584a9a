import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';

/** What a first view may weigh, gzip, over its HTML, code and styles (issue: 300 KB). */
const MOST_KB = 300;
const WEB = resolve(__dirname, '..', 'web');

/** First views: the page that somebody lands on, by the address it has and the file it is made of. */
const VIEWS = [
  ['sign-in', 'src/auth/login-page.tsx'],
  ['inbox', 'src/pages/inbox/inbox-page.tsx'],
  ['applications', 'src/pages/lists/applications-page.tsx'],
  ['loans', 'src/pages/lists/loans-page.tsx'],
  ["borrower's start", 'src/pages/my/my-home.tsx'],
] as const;
/** What every view loads beside its page: the frame, and the language of its reader. */
const ALWAYS = ['index.html', 'src/i18n/pack.zh.ts'];

const Manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    imports: z.array(z.string()).default([]),
    css: z.array(z.string()).default([]),
  }),
);

/** Every file that these entries need before anything is drawn. */
function closure(manifest: z.infer<typeof Manifest>, entries: readonly string[]): Set<string> {
  const files = new Set<string>();
  const open = [...entries];
  const seen = new Set<string>();
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const chunk = manifest[name];
    if (seen.has(name)) continue;
    if (chunk === undefined) throw new Error(`the build has no ${name}`);
    seen.add(name);
    open.push(...chunk.imports);
    for (const file of [chunk.file, ...chunk.css]) files.add(file);
  }
  return files;
}

/** `npm run check:console`: weighs each first view of the console just built; fails when one is too heavy. */
function main(): void {
  const folder = join(WEB, 'dist');
  const manifest = Manifest.parse(JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')));
  const weigh = (file: string) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length;
  let well = true;
  for (const [name, page] of VIEWS) {
    const files = [...closure(manifest, [...ALWAYS, page])];
    const kb = ['index.html', ...files].reduce((sum, file) => sum + weigh(file), 0) / 1000;
    well = well && kb <= MOST_KB;
    console.log(`${name.padEnd(18)} ${kb.toFixed(1).padStart(6)} KB in ${files.length + 1} files`);
  }
  if (!well) throw new Error(`a first view weighs more than ${MOST_KB} KB`);
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
