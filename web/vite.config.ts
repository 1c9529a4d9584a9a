import { join } from 'node:path';
import { defineConfig } from 'vite';
import { compress } from './compress';

/** The console: one HTML file and hashed assets. */
export default defineConfig({
  root: __dirname,
  plugins: [compress(join(__dirname, 'dist'))],
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
      onLog: (level, log, tell) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : tell(level, log)),
    },
  },
});
