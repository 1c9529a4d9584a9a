import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { BUILT_FROM, consoleFingerprint } from '../stack/console-fingerprint';
import { compress } from './compress';
import { pdfParts } from './pdf-parts';

const OUT = join(__dirname, 'dist');

/** Says in the built console what it was built from; the stack builds it again when that has changed (stack/console.ts). */
function stamp(): Plugin {
  const builtFrom = consoleFingerprint(resolve(__dirname, '..'));
  return { name: 'stamp', closeBundle: () => writeFileSync(join(OUT, BUILT_FROM), `${builtFrom}\n`) };
}

/** The console: one HTML file and hashed assets. */
export default defineConfig({
  root: __dirname,
  plugins: [pdfParts(), compress(OUT), stamp()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Which file needs which, for tools/console-weight.ts.
    manifest: true,
    target: 'es2022',
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      // These do nothing when loaded, but not all of them say so; what is imported and not used is then left out.
      treeshake: { moduleSideEffects: (id) => !/node_modules\/(@rc-component|@ant-design|antd)\//.test(id) },
      // Ant Design marks its files for servers that render React; this console is a browser's only.
      output: {
        codeSplitting: {
          // What every page needs travels in two files, not in forty: libraries, which seldom change, and the frame.
          groups: [
            { name: 'library', tags: ['$initial'], test: /node_modules/, priority: 1 },
            { name: 'frame', tags: ['$initial'], test: /web.src.(?!main\.tsx)/ },
          ],
        },
      },
      onLog: (level, log, tell) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : tell(level, log)),
    },
  },
});
