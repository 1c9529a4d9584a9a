import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { z } from 'zod';

const HOME = dirname(createRequire(__filename).resolve('pdfjs-dist/package.json'));
/** Character maps of Chinese papers that carry none, symbols, and decoders of scans. */
const FOLDERS = ['cmaps', 'standard_fonts', 'wasm'];

/**
 * Puts what the reader of papers fetches when a paper needs it beside the code, in a folder of its version: its worker is
 * no part of any bundle, and the rest is asked for by its name.
 */
export function pdfParts(): Plugin {
  return {
    name: 'pdf-parts',
    generateBundle() {
      const { version } = z
        .object({ version: z.string() })
        .parse(JSON.parse(readFileSync(join(HOME, 'package.json'), 'utf8')));
      const put = (name: string, from: string) =>
        this.emitFile({
          type: 'asset',
          fileName: `assets/pdfjs-${version}/${name}`,
          source: readFileSync(join(HOME, from)),
        });
      put('worker.mjs', 'legacy/build/pdf.worker.min.mjs');
      for (const folder of FOLDERS)
        for (const name of readdirSync(join(HOME, folder)))
          if (!name.endsWith('.js')) put(`${folder}/${name}`, `${folder}/${name}`);
    },
  };
}
